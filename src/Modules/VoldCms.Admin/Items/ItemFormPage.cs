using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using VoldCms.Admin.Items.Form;
using VoldCms.Admin.WorkingCopies;
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
[RequestSizeLimit(LargestRequest)]
[RequestFormLimits(ValueCountLimit = MostInputs, KeyLengthLimit = 4096, ValueLengthLimit = LongestText)]
internal abstract class ItemFormPage(ItemForms forms) : AdminPageModel
{
    // A plan with five hundred items in its bags has some thousand inputs.
    private const int MostInputs = 20_000;
    private const int LongestText = 4 * 1024 * 1024;
    private const int LargestRequest = 8 * 1024 * 1024;

    private ImmutableArray<(string? Href, Wording Text)> _problems = [];

    /// <summary>The form as it is shown.</summary>
    public ItemForm Form { get; private set; } = null!;

    /// <summary>Which opening of the form it is: what is kept while somebody types bears it.</summary>
    public string Edit { get; protected set; } = UniqueId.New();

    /// <summary>What was typed here before and not saved; null when nothing was.</summary>
    public WorkingCopy? Kept { get; private set; }

    /// <summary>When it was kept, as the clocks of the municipality show it.</summary>
    public string TimeOf(WorkingCopy copy) =>
        TimeZoneInfo.ConvertTime(copy.KeptAt, Configuration.Settings.TimeZone).ToString("g", T.Culture.Formatting);

    /// <summary>The form as it was left.</summary>
    public string TakeUpHref(WorkingCopy copy) => $"{Request.Path}{Request.QueryString.Add("copy", copy.Edit)}";

    /// <summary>Where the form is kept while it is typed in.</summary>
    public string KeepHref => $"{Request.Path}{Request.QueryString.Add("handler", "Keep")}";

    /// <summary>The version that the edit started from; empty for an item that is not stored.</summary>
    public string Version { get; protected set; } = "";

    /// <summary>Whether what stands in the form is saved nowhere, so that the script keeps it at once.</summary>
    public bool IsUnsaved { get; private set; }

    /// <summary>What keeps the item from being saved: each with the field that it is about.</summary>
    public IEnumerable<(string? Href, Wording Text)> Problems => _problems;

    /// <inheritdoc/>
    public override bool HasProblem => base.HasProblem || !_problems.IsEmpty;

    public bool MayEdit => Offers.Editing(Type, Owner) || Offers.Translating(Type, Culture?.Name, Configuration.Settings.DefaultCulture);

    public bool MayPublish => Offers.Publishing(Type, Owner);

    /// <summary>Whether some version of the item is public.</summary>
    public virtual bool IsPublic => false;

    /// <summary>The item's type.</summary>
    public abstract TypeModel Type { get; }

    /// <summary>The item's owner.</summary>
    protected abstract string Owner { get; }

    /// <summary>The item's language; null for one without.</summary>
    public abstract Culture? Culture { get; }

    /// <summary>What the form is of, for what is kept of it.</summary>
    protected abstract string ItemKey { get; }

    protected WorkingCopyStore Copies => Service<WorkingCopyStore>();

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

        MarkUnsaved();
        Response.StatusCode = reading.Problems.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        await ShowAsync(scene with { Problems = reading.Problems }, reading.Content);
        return null;
    }

    /// <summary>Shows a form that is opened: as it is stored, or as it was left, where she takes that up again.</summary>
    /// <param name="copy">Which opening of the form she takes up; null for none.</param>
    /// <param name="find">Reads the parts of the version that it was opened with.</param>
    protected async Task<IActionResult> OpenAsync(string? copy, Func<string, Task<JsonObject>> find)
    {
        if (!string.IsNullOrEmpty(copy) && await Copies.FindAsync(ItemKey, copy, Stop) is { } taken)
        {
            (Edit, Version) = (taken.Edit, taken.Version);
            var scene = Scene with { Posted = taken.Inputs };
            var reading = await forms.ReadAsync(scene, Type, await find(taken.Version), Stop);
            await ShowAsync(scene with { Problems = reading.Problems }, reading.Content);
            return Page();
        }

        Kept = await Copies.FindLastAsync(ItemKey, Stop);
        await ShowAsync(Scene, await find(Version));
        return Page();
    }

    /// <summary>Keeps what stands in the form, asked by its script.</summary>
    protected async Task<IActionResult> KeepAsync(string? edit, string? version) =>
        IsEdit(edit) && await Copies.KeepAsync(ItemKey, edit!, version ?? "", PostedValues.Of(Request.Form), Stop)
            ? StatusCode(StatusCodes.Status204NoContent)
            : StatusCode(StatusCodes.Status409Conflict);

    /// <summary>Throws away what was kept.</summary>
    protected async Task<IActionResult> ForgetAsync(string? edit)
    {
        await Copies.DiscardAsync(ItemKey, edit ?? "", Stop);
        return Redirect($"{Request.Path}{(Culture is null ? "" : $"?culture={Culture.Name}")}");
    }

    /// <summary>What stands in the form is saved nowhere.</summary>
    protected void MarkUnsaved() => IsUnsaved = true;

    /// <summary>Takes over which opening of the form was sent.</summary>
    protected void Continue(string? edit) => Edit = IsEdit(edit) ? edit! : Edit;

    private static bool IsEdit(string? edit) => edit is { Length: > 0 and <= 26 } && edit.All(char.IsAsciiLetterOrDigit);

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
        MarkUnsaved();
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
        await Copies.PrepareAsync(ItemKey, Edit, Stop);
        return await WriteAsync<ContentItem>(async work =>
        {
            var saved = isPublic
                ? await Service<SaveAndPublish>().RunAsync(work, request, Stop)
                : await Service<SaveDraft>().RunAsync(work, request, Stop);
            if (saved.IsSuccess)
            {
                await Copies.FinishAsync(work, ItemKey, Edit, saved.Value.ContentItemId.Value, Stop);
            }

            return saved;
        });
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

        if (problem.Message.StartsWith("is no e-mail address", StringComparison.Ordinal))
        {
            return T["This is no e-mail address."];
        }

        if (problem.Message.StartsWith("is not understood as opening hours", StringComparison.Ordinal))
        {
            return T["The hours are not understood. Write them like this: Mo-Fr 09:00-15:00; Sa 10:00-14:00."];
        }

        return problem.Path.EndsWith(".Url", StringComparison.OrdinalIgnoreCase)
            ? T["This is no address that a link may lead to. Write a whole one, such as https://example.org."]
            : T["This cannot be saved: {0}", problem.Message];
    }
}
