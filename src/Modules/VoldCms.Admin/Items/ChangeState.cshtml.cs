using Microsoft.AspNetCore.Mvc;
using VoldCms.ContentManagement.Actions;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Storage;
using VoldCms.Hosting.Localization;
using VoldCms.Presentation.Admin;

namespace VoldCms.Admin.Items;

/// <summary>Asks before an item is taken off, removed, or loses its draft, and says who names it.</summary>
internal sealed class ChangeStatePage(
    ContentReader reader,
    IUnitOfWorkFactory units,
    Unpublish unpublish,
    DiscardDraft discard,
    Remove remove
) : AdminPageModel
{
    private string _act = "";

    public override Wording Title => T["Are you sure?"];

    public ContentItem Item { get; private set; } = null!;

    public string Version => Item.ContentItemVersionId.Value;

    /// <summary>Who names the item.</summary>
    public IReadOnlyList<ContentItem> Users { get; private set; } = [];

    public Wording Question =>
        _act switch
        {
            "unpublish" => T["{0} will not be seen by the public any more. What is written stays here as a draft.", Name],
            "discard" => T["The draft of {0} will be gone, and what the public sees stays.", Name],
            _ => T["{0} will be removed, for the public and here. Right after, it can be brought back.", Name],
        };

    public Wording Yes =>
        _act switch
        {
            "unpublish" => T["Take it off the public pages"],
            "discard" => T["Throw the draft away"],
            _ => T["Remove"],
        };

    // By which it can be brought back.
    private string Removed => $"id={Uri.EscapeDataString(Item.ContentItemId.Value)}&version={Uri.EscapeDataString(Version)}";

    private string Name => Item.DisplayText is { Length: > 0 } name ? name : T["Without a title"].Value;

    public async Task<IActionResult> OnGetAsync(string id, string act) => await FindAsync(id, act) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, string act, string? version)
    {
        if (!await FindAsync(id, act))
        {
            return NotFound();
        }

        var edited = new EditedItem(Item.ContentItemId) { BasedOn = VersionCondition.OneOf(new ContentItemVersionId(version ?? "")) };
        await using var work = await units.BeginAsync(Stop);
        var error = act switch
        {
            "unpublish" => (await unpublish.RunAsync(work, edited, Stop)).Error,
            "discard" => (await discard.RunAsync(work, edited, Stop)).Error,
            _ => (await remove.RunAsync(work, edited, Stop)).Error,
        };
        if (error is not null)
        {
            Problem = error is Conflict ? T["It has been changed meanwhile. Look at it first."] : T["You may not do this."];
            Response.StatusCode = error is Conflict ? 409 : 403;
            return Page();
        }

        await work.CommitAsync(Stop);
        return Redirect(
            act switch
            {
                "unpublish" => $"{Addresses.Item(Item.ContentItemId)}?done=unpublished",
                "discard" => $"{Addresses.Item(Item.ContentItemId)}?done=discarded",
                _ => $"{Addresses.Items}?done=removed&{Removed}",
            }
        );
    }

    private async Task<bool> FindAsync(string id, string act)
    {
        if (act is not ("unpublish" or "discard" or "remove") || await reader.FindAsync(new(id), Stop, VersionState.Latest) is not { } item)
        {
            return false;
        }

        var isPublic = item.Published || await reader.FindAsync(item.ContentItemId, Stop) is not null;
        if (act != "remove" && (!isPublic || (act == "discard" && item.Published)))
        {
            return false;
        }

        (Item, _act) = (item, act);
        if (act != "discard")
        {
            Users = await ListUsersAsync(item);
        }

        return true;
    }

    private async Task<IReadOnlyList<ContentItem>> ListUsersAsync(ContentItem item)
    {
        var set = ContentItemParts.LocalizationSetOf(item);
        var names = Configuration
            .Model.Types.SelectMany(type => type.Paths.Values)
            .Where(path => path.Link is LinkKind.Item || (path.Link is LinkKind.LocalizationSet && set is not null))
            .DistinctBy(path => path.Path)
            .Select(path =>
                ContentFilter.InSeen(path.Path, path.Link is LinkKind.Item ? ContentValue.Of(item.ContentItemId) : ContentValue.Of(set!))
            );
        var query = new ContentQuery
        {
            State = VersionState.Latest,
            Scope = ContentScope.Envelope,
            Filter = new ContentFilter.Or([.. names]),
            Take = 50,
        };
        return (await reader.ListAsync(query, Stop)).TryGet(out var page, out _) ? page.Items : [];
    }
}
