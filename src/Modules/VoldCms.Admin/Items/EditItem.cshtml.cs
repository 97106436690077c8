using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using VoldCms.Admin.Items.Form;
using VoldCms.Admin.Lists;
using VoldCms.ContentManagement.Actions;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Localization;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.ContentManagement.Results;
using VoldCms.Hosting.Localization;
using VoldCms.Presentation.Admin.Editors;

namespace VoldCms.Admin.Items;

/// <summary>The form of a stored item: its newest version, be it public or not.</summary>
internal sealed class EditItemPage(ContentReader reader, ItemForms forms) : ItemFormPage(forms)
{
    private ContentItem _item = null!;
    private ContentItem? _public;
    private IReadOnlyList<ContentItem> _variants = [];

    public override Wording Title => _item.DisplayText is { Length: > 0 } name ? name : T["Without a title"];

    public override TypeModel Type => Configuration.Model.FindType(_item.ContentType)!;

    public override Culture? Culture => ContentItemParts.CultureOf(_item) is { } name ? Cultures.Find(name) : null;

    public override bool IsPublic => _public is not null;

    /// <summary>Whether the newest version is not the public one.</summary>
    public bool IsDraft => !_item.Published;

    public ItemState State => ItemState.Of(_item.Published, IsPublic, T);

    public bool MayDelete => Offers.Removing(Type, Owner);

    public bool MayChangeState => MayDelete || (IsPublic && (MayPublish || (IsDraft && MayEdit)));

    /// <summary>Where the public finds it; null where it has no page, or the public pages lie on a host of their own.</summary>
    public string? PublicHref =>
        _public is not null && ContentItemParts.PathOf(_public) is { Length: > 0 } path && SiteHref is { } site ? $"{site}{path}" : null;

    /// <summary>The forms of its translations.</summary>
    public IEnumerable<(string Language, string Href)> Variants =>
        _variants
            .Where(item => item.ContentItemId != _item.ContentItemId)
            .Select(item =>
                (
                    Cultures.Find(ContentItemParts.CultureOf(item) ?? "")?.NativeName ?? item.DisplayText ?? "",
                    Addresses.Item(item.ContentItemId)
                )
            );

    protected override string Owner => _item.Owner;

    protected override string ItemKey => _item.ContentItemId.Folded;

    public async Task<IActionResult> OnGetAsync(string id, string? done, string? copy)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        Done = done switch
        {
            "draft" => T["The draft is saved. The public does not see it yet."],
            "published" => T["Published. The public sees it now."],
            "unpublished" => T["Taken off. The public does not see it any more."],
            "discarded" => T["The draft is gone. This is what the public sees."],
            "restored" => T["It is back, as a draft. The public does not see it yet."],
            "nothing" => T["Nothing was changed."],
            _ => null,
        };
        return await OpenAsync(copy, async version => (await FindStartAsync(version) ?? _item).Content);
    }

    public async Task<IActionResult> OnPostKeepAsync(string id, string? edit, string? version) =>
        await FindAsync(id) ? await KeepAsync(edit, version) : NotFound();

    public async Task<IActionResult> OnPostForgetAsync(string id, string? edit) =>
        await FindAsync(id) ? await ForgetAsync(edit) : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, string? version, string? edit, string? wasPublic, string? @do)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        if (@do is "unpublish" or "discard" or "remove")
        {
            return Redirect($"{Addresses.Item(_item.ContentItemId)}/{@do}");
        }

        Continue(edit);
        var start = await FindStartAsync(version);
        Version = (start ?? _item).ContentItemVersionId.Value;
        if (await ReadAsync((start ?? _item).Content, @do ?? "") is not { } reading)
        {
            return Page();
        }

        var isPublic = @do == "publish";
        var theirs = start is null ? [] : await FindTheirsAsync(start, reading);
        if (!theirs.IsEmpty)
        {
            Problem = T["While you wrote, somebody else changed the same. Look at both below, and save again what is to stand."];
        }
        else if (start is null || (isPublic && IsDraft && start.ContentItemVersionId != _item.ContentItemVersionId))
        {
            Problem = T["While you wrote, somebody else changed other things here. Look at the whole, and save again."];
        }
        else if (isPublic && wasPublic == "yes" && !IsPublic)
        {
            Problem = T["While you wrote, somebody else took this off the public pages. Publish again if it is to be there."];
        }
        else
        {
            return await SaveAsync(reading, isPublic);
        }

        Version = _item.ContentItemVersionId.Value;
        Response.StatusCode = StatusCodes.Status409Conflict;
        MarkUnsaved();
        await ShowAsync(Scene with { Theirs = theirs }, ContentMerge.Merge(_item.Content, reading.Changes));
        return Page();
    }

    private async Task<IActionResult> SaveAsync(FormReading reading, bool isPublic)
    {
        if (reading.Changes.Count == 0 && (!isPublic || _item.Published))
        {
            return Redirect($"{Addresses.Item(_item.ContentItemId)}?done=nothing");
        }

        var basedOn = VersionCondition.OneOf(_item.ContentItemVersionId);
        var saved =
            reading.Changes.Count == 0
                ? await WriteAsync<ContentItem>(work =>
                    Service<Publish>().RunAsync(work, new(_item.ContentItemId) { BasedOn = basedOn }, Stop)
                )
                : await SaveAsync(
                    new SaveRequest
                    {
                        ContentItemId = _item.ContentItemId,
                        Changes = reading.Changes,
                        BasedOn = basedOn,
                    },
                    isPublic
                );
        return saved.Error is { } error
            ? await RefuseAsync(reading, error)
            : Redirect($"{Addresses.Item(_item.ContentItemId)}?done={(isPublic ? "published" : "draft")}");
    }

    private async Task<bool> FindAsync(string id)
    {
        if (
            await reader.FindAsync(new(id), Stop, VersionState.Latest) is not { } item
            || Configuration.Model.FindType(item.ContentType) is null
        )
        {
            return false;
        }

        _item = item;
        Version = item.ContentItemVersionId.Value;
        _public = item.Published ? item : await reader.FindAsync(item.ContentItemId, Stop);
        if (ContentItemParts.LocalizationSetOf(item) is { Length: > 0 } set)
        {
            var query = new ContentQuery
            {
                ContentTypes = [item.ContentType],
                State = VersionState.Latest,
                Filter = ContentFilter.Equal(ContentPaths.LocalizationSet, ContentValue.Of(set)),
            };
            _variants = (await reader.ListAsync(query, Stop)).TryGet(out var page, out _) ? page.Items : [];
        }

        return true;
    }

    /// <summary>The version that the form was opened with; null where there is none of that id.</summary>
    private async Task<ContentItem?> FindStartAsync(string? version)
    {
        if (string.IsNullOrEmpty(version) || version == _item.ContentItemVersionId.Value)
        {
            return _item;
        }

        var query = new ContentQuery
        {
            ContentTypes = [_item.ContentType],
            State = VersionState.All,
            Filter = new ContentFilter.And([
                ContentFilter.Equal(ContentPaths.ContentItemId, ContentValue.Of(_item.ContentItemId)),
                ContentFilter.Equal(ContentPaths.ContentItemVersionId, ContentValue.Of(version)),
            ]),
            Take = 1,
        };
        return (await reader.ListAsync(query, Stop)).TryGet(out var page, out _) && page.Items.Count == 1 ? page.Items[0] : null;
    }

    /// <summary>
    /// What others have changed since in the fields that she has changed too, and not to the same, in words by the fields' paths.
    /// </summary>
    private async Task<ImmutableDictionary<string, string>> FindTheirsAsync(ContentItem start, FormReading reading)
    {
        if (start.ContentItemVersionId == _item.ContentItemVersionId)
        {
            return [];
        }

        var before = await Forms.CompareAsync(Scene, Type, start.Content, Stop);
        var mine = await Forms.CompareAsync(Scene, Type, reading.Content, Stop);
        return (await Forms.CompareAsync(Scene, Type, _item.Content, Stop))
            .Where(now =>
                reading.Changed.Contains(now.Key)
                && !JsonNode.DeepEquals(now.Value.Value, before.GetValueOrDefault(now.Key).Value)
                && !JsonNode.DeepEquals(now.Value.Value, mine.GetValueOrDefault(now.Key).Value)
            )
            .ToImmutableDictionary(now => now.Key, now => now.Value.Text);
    }
}
