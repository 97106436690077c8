using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using VoldCms.IntegrationTests.Users.Door;

namespace VoldCms.IntegrationTests.Admin;

/// <summary>The form of an item as a browser without script has it: what stands in it is sent, with what is typed instead.</summary>
internal sealed class AdminForm
{
    private readonly List<(string Name, string Value)> _values;

    private AdminForm(string path, IDocument page)
    {
        Path = path;
        Page = page;
        _values = [.. ValuesOf(page.QuerySelector("form.admin-form") ?? throw new InvalidOperationException($"{path} has no form."))];
    }

    public string Path { get; }

    public IDocument Page { get; }

    /// <summary>The names of the inputs, in order.</summary>
    public IEnumerable<string> Names => _values.Select(value => value.Name);

    public static async Task<AdminForm> OpenAsync(DoorVisitor visitor, string path) => Of(path, await visitor.GetAsync(path));

    public static AdminForm Of(string path, DoorAnswer answer) => new(path, new HtmlParser().ParseDocument(answer.Html));

    public string this[string name] => _values.First(value => value.Name == name).Value;

    public AdminForm Type(string name, string value)
    {
        _values.RemoveAll(each => each.Name == name);
        _values.Add((name, value));
        return this;
    }

    /// <summary>Sends it by the button of that value.</summary>
    public Task<DoorAnswer> PressAsync(DoorVisitor visitor, string press, params (string Name, string Value)[] headers) =>
        visitor.PostAsync(Path, null, [.. _values, ("do", press)], headers);

    /// <summary>Sends it as the page's script does while somebody types.</summary>
    public Task<DoorAnswer> KeepAsync(DoorVisitor visitor) => visitor.PostAsync(Path.Split('?')[0], "Keep", _values);

    /// <summary>Sends it by a button that puts a list into another order, and has the form that comes of it.</summary>
    public async Task<AdminForm> MoveAsync(DoorVisitor visitor, string press) => Of(Path, await PressAsync(visitor, press));

    private static IEnumerable<(string, string)> ValuesOf(IElement form)
    {
        foreach (var element in form.QuerySelectorAll("input, textarea, select"))
        {
            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false }:
                    break;
                case IHtmlInputElement input:
                    yield return (input.Name!, input.Value);
                    break;
                case IHtmlTextAreaElement area:
                    yield return (area.Name!, area.Value.Replace("\n", "\r\n", StringComparison.Ordinal));
                    break;
                case IHtmlSelectElement select:
                    yield return (select.Name!, select.Value ?? "");
                    break;
            }
        }
    }
}
