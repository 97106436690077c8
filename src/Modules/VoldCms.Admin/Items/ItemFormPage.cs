using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using VoldCms.Admin.Items.Form;
using VoldCms.ContentManagement.Actions;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Localization;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Storage;
using VoldCms.Hosting.Localization;
using VoldCms.Presentation.Admin;
using VoldCms.Presentation.Admin.Editors;

namespace VoldCms.Admin.Items;

/// <summary>
/// A form of an item, new or stored: what is typed is read, tried and saved, and nothing of it is lost where it is refused.
/// </summary>
[RequestFormLimits(ValueCountLimit = MostInputs, KeyLengthLimit = 4096, ValueLengthLimit = LongestText)]
internal abstract class ItemFormPage(ItemForms forms) : AdminPageModel
{
    // A plan with five hundred items in its bags has some thousand inputs.
    private const int MostInputs = 20_000;
    private const int LongestText = 4 * 1024 * 1024;

    private ImmutableArray<(string? Href, Wording Text)> _problems = [];

    /// <summary>The form as it is shown.</summary>
    public ItemForm Form { get; private set; } = null!;

    /// <summary>The version that the edit started from; empty for an item that is not stored.</summary>
    public string Version { get; protected set; } = "";

    /// <summary>What keeps the item from being saved: each with the field that it is about.</summary>
    public IEnumerable<(string? Href, Wording Text)> Problems => _problems;

    public bool MayEdit => Offers.Editing(Type, Owner);

    public bool MayPublish => Offers.Publishing(Type, Owner);

    /// <summary>The item's type.</summary>
    public abstract TypeModel Type { get; }

    /// <summary>The item's owner.</summary>
    protected abstract string Owner { get; }

    /// <summary>The item's language; null for one without.</summary>
    public abstract Culture? Culture { get; }

    /// <summary>What is laid out, for whom.</summary>
    protected FormScene Scene =>
        new()
        {
            T = T,
            Configuration = Configuration,
            MaximumVisibility = Offers.MaximumVisibility,
            Culture = Culture,
        };

    protected ItemForms Forms => forms;

    /// <summary>Reads what was sent, as a change of the parts that the edit started from.</summary>
    /// <returns>What it says; null where the press has only put a list into another order: the form is shown again.</returns>
    protected async Task<FormReading?> ReadAsync(JsonObject content, string press)
    {
        var sent = PostedValues.Of(Request.Form);
        var moved = FormMoves.Apply(sent, press);
        var scene = Scene with { Posted = moved ?? sent };
        var reading = await forms.ReadAsync(scene, Type, content, Stop);
        if (moved is null && reading.Problems.IsEmpty)
        {
            return reading;
        }

        await ShowAsync(scene with { Problems = reading.Problems }, reading.Content);
        return null;
    }

    /// <summary>Lays the form out.</summary>
    protected async Task ShowAsync(FormScene scene, JsonObject content)
    {
        Form = await forms.ShowAsync(scene, Type, content, Stop);
        var shown = Form.Root.Fields.Where(field => field.Problem is not null).ToList();
        var elsewhere = scene
            .Problems.Where(problem => !shown.Exists(field => field.Problem == problem.Value))
            .Select(problem => problem.Value);
        _problems =
        [
            .. shown.Select(field => ((string?)$"#{field.Name}", T["{0}: {1}", field.Label.Value, field.Problem!.Value])),
            .. elsewhere.Select(text => ((string?)null, text)),
        ];
    }

    /// <summary>Shows what was typed once more, with what is wrong with it.</summary>
    protected async Task<IActionResult> RefuseAsync(FormReading reading, Error error)
    {
        var problems = error is Invalid invalid
            ? invalid.Problems.GroupBy(problem => problem.Path).ToImmutableDictionary(group => group.Key, group => Word(group.First()))
            : [];
        Problem = error switch
        {
            Invalid => null,
            Forbidden => T["You may not do this."],
            ContentManagement.Results.NotFound => T["It is not there any more."],
            _ => T["It could not be saved. Try again."],
        };
        Response.StatusCode = error is Forbidden ? 403 : 422;
        await ShowAsync(Scene with { Posted = PostedValues.Of(Request.Form), Problems = problems }, reading.Content);
        return Page();
    }

    /// <summary>Does something in one transaction.</summary>
    protected async Task<Result<T>> WriteAsync<T>(Func<IUnitOfWork, ValueTask<Result<T>>> write)
    {
        await using var work = await Service<IUnitOfWorkFactory>().BeginAsync(Stop);
        var result = await write(work);
        if (result.IsSuccess)
        {
            await work.CommitAsync(Stop);
        }

        return result;
    }

    /// <summary>Saves what was read, or says what keeps it from being saved.</summary>
    protected async Task<Result<ContentItem>> SaveAsync(SaveRequest request, bool isPublic)
    {
        await Service<GivenValues>().PrepareAsync(Type.Name, request.Changes, Stop);
        return await WriteAsync<ContentItem>(work =>
            isPublic ? Service<SaveAndPublish>().RunAsync(work, request, Stop) : Service<SaveDraft>().RunAsync(work, request, Stop)
        );
    }

    // The engine's words are for programs; whoever edits is told what to write, by what the field is.
    private Wording Word(Problem problem)
    {
        if (problem.Message.StartsWith("is empty", StringComparison.Ordinal))
        {
            return T["Must be filled in before it is published."];
        }

        if (problem.Path.Contains($"{PartNames.Autoroute}.Path", StringComparison.OrdinalIgnoreCase))
        {
            return T["Another page has this address, or it is none. Write another one."];
        }

        return problem.Path.EndsWith(".Url", StringComparison.OrdinalIgnoreCase)
            ? T["This is no address that a link may lead to. Write a whole one, such as https://example.org."]
            : T["This cannot be saved: {0}", problem.Message];
    }
}
