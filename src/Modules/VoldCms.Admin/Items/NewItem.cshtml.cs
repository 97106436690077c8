using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using VoldCms.Admin.Items.Form;
using VoldCms.ContentManagement.Actions;
using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Localization;
using VoldCms.Hosting.Localization;

namespace VoldCms.Admin.Items;

/// <summary>The form of an item that is not stored yet: nothing is, before it is saved.</summary>
internal sealed class NewItemPage(ItemForms forms) : ItemFormPage(forms)
{
    private TypeModel _type = null!;
    private Culture? _culture;

    public override Wording Title => T["New: {0}", _type.Definition.DisplayName];

    public override TypeModel Type => _type;

    public override Culture? Culture => _culture;

    /// <summary>The languages that it may be written in, each with this page in it.</summary>
    public ImmutableArray<(Culture Culture, string Href)> Cultures { get; private set; } = [];

    protected override string Owner => Principal.Id;

    protected override string ItemKey => $"new {_type.Name} {_culture?.Name}";

    public async Task<IActionResult> OnGetAsync(string type, string? culture, string? copy)
    {
        if (!Find(type, culture))
        {
            return NotFound();
        }

        return await OpenAsync(copy, _ => Task.FromResult(Start()));
    }

    public async Task<IActionResult> OnPostKeepAsync(string type, string? culture, string? edit) =>
        Find(type, culture) ? await KeepAsync(edit, version: null) : NotFound();

    public async Task<IActionResult> OnPostForgetAsync(string type, string? culture, string? edit) =>
        Find(type, culture) ? await ForgetAsync(edit) : NotFound();

    public async Task<IActionResult> OnPostAsync(string type, string? culture, string? edit, string? @do)
    {
        if (!Find(type, culture))
        {
            return NotFound();
        }

        Continue(edit);
        if (await Copies.FindSavedAsync(ItemKey, Edit, Stop) is { } made)
        {
            return Redirect($"{Addresses.Item(new(made))}?done=nothing");
        }

        if (await ReadAsync(Start(), @do ?? "") is not { } reading)
        {
            return Page();
        }

        var isPublic = @do == "publish";
        if (_culture is not null)
        {
            reading.Changes.FindOrAdd(PartNames.Localization, new JsonObject())!["Culture"] = _culture.Name;
        }

        var saved = await SaveAsync(new SaveRequest { ContentType = _type.Name, Changes = reading.Changes }, isPublic);
        return saved.TryGet(out var item, out var error)
            ? Redirect($"{Addresses.Item(item.ContentItemId)}?done={(isPublic ? "published" : "draft")}")
            : await RefuseAsync(reading, error);
    }

    private static JsonObject Start() => [];

    private bool Find(string name, string? culture)
    {
        if (Configuration.Model.FindType(name) is not { Settings.Creatable: true } type)
        {
            return false;
        }

        _type = type;
        if (type.IsLocalized)
        {
            var settings = Configuration.Settings;
            Cultures =
            [
                .. settings
                    .SupportedCultures.Select(ContentManagement.Localization.Cultures.Find)
                    .OfType<Culture>()
                    .Select(each => (each, $"{Addresses.New(type)}?culture={each.Name}")),
            ];
            _culture = Cultures.Select(each => each.Culture).FirstOrDefault(each => each.Name == (culture ?? settings.DefaultCulture));
        }

        return MayEdit && (!type.IsLocalized || _culture is not null);
    }
}
