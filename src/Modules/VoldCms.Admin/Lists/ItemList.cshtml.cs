using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using VoldCms.ContentManagement.Actions;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Localization;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.ContentManagement.Storage;
using VoldCms.Hosting.Localization;
using VoldCms.Presentation.Admin;

namespace VoldCms.Admin.Lists;

/// <summary>One item in a list. Immutable.</summary>
internal sealed record ItemRow(string Name, string Href, string Kind, string? Language, ItemState State, string Changed);

/// <summary>What a list was asked for, as its address has it. Immutable.</summary>
internal sealed record AskedList(string Text, string Type, string State, string Culture, string Order, int Page);

/// <summary>The items of a tenant, as far as the person may see them: filtered, ordered, fifty a page.</summary>
internal sealed class ItemListPage(ContentReader reader, IUnitOfWorkFactory units, Restore restore) : AdminPageModel
{
    private const int PageSize = 50;

    public override Wording Title => T["Content"];

    public AskedList Asked { get; private set; } = new("", "", "", "", "", 1);

    public IReadOnlyList<ItemRow> Rows { get; private set; } = [];

    public int Total { get; private set; }

    /// <summary>What can be listed: types whose items stand by themselves.</summary>
    public IEnumerable<TypeModel> Types =>
        Configuration.Model.Types.Where(type => type.Settings.Listable).OrderBy(type => type.Definition.DisplayName, Comparer);

    /// <summary>What she may make.</summary>
    public IEnumerable<TypeModel> Creatable => Types.Where(type => type.Settings.Creatable && Offers.Making(type));

    public ImmutableArray<Culture> Cultures =>
        [.. Configuration.Settings.SupportedCultures.Select(ContentManagement.Localization.Cultures.Find).OfType<Culture>()];

    public string? PreviousHref => Asked.Page > 1 ? HrefOf(Asked.Page - 1) : null;

    public string? NextHref => Asked.Page * PageSize < Total ? HrefOf(Asked.Page + 1) : null;

    private StringComparer Comparer => StringComparer.Create(Configuration.Settings.SortCulture, ignoreCase: true);

    /// <summary>What has just been removed, and can be brought back; null when nothing has.</summary>
    public (string Id, string Version)? Removed { get; private set; }

    public async Task<IActionResult> OnPostRestoreAsync(string? id, string? version)
    {
        await using var work = await units.BeginAsync(Stop);
        var restored = await restore.RunAsync(work, new(id ?? ""), new(version ?? ""), Stop);
        if (restored.TryGet(out var item, out _))
        {
            await work.CommitAsync(Stop);
            return Redirect($"{Addresses.Item(item.ContentItemId)}?done=restored");
        }

        Problem = T["It could not be brought back. Another page may have its address by now."];
        Response.StatusCode = StatusCodes.Status409Conflict;
        await OnGetAsync(null, null, null, null, null, null, null, null, null);
        return Page();
    }

    public async Task OnGetAsync(
        string? q,
        string? type,
        string? state,
        string? culture,
        string? order,
        int? p,
        string? done,
        string? id,
        string? version
    )
    {
        Asked = new(q?.Trim() ?? "", type ?? "", state ?? "", culture ?? "", order ?? "", Math.Clamp(p ?? 1, 1, 100_000));
        if (done == "removed")
        {
            Done = T["Removed."];
            Removed = id is null || version is null ? null : (id, version);
        }

        var query = QueryOf(Asked);
        if (query.ContentTypes.IsEmpty || !(await reader.ListAsync(query, Stop)).TryGet(out var page, out _))
        {
            return;
        }

        Total = page.Total ?? 0;
        var published = await ListPublishedAsync(page.Items.Where(item => !item.Published));
        Rows = [.. page.Items.Select(item => RowOf(item, item.Published || published.Contains(item.ContentItemId)))];
    }

    private ContentQuery QueryOf(AskedList asked)
    {
        var query = new ContentQuery
        {
            ContentTypes = [.. Types.Select(type => type.Name).Where(name => asked.Type.Length == 0 || name == asked.Type)],
            State = asked.State switch
            {
                "published" => VersionState.Published,
                "draft" => VersionState.Draft,
                _ => VersionState.Latest,
            },
            Skip = (asked.Page - 1) * PageSize,
            Take = PageSize,
            CountTotal = true,
        };
        if (asked.Text.Length > 0)
        {
            query = query.Where(ContentFilter.Contains(ContentPaths.DisplayText, asked.Text));
        }

        if (asked.Culture.Length > 0)
        {
            query = query.Where(ContentFilter.Equal(ContentPaths.Culture, ContentValue.Of(asked.Culture)));
        }

        return asked.Order == "title" ? query.OrderBy(ContentPaths.DisplayText) : query.OrderBy(ContentPaths.ModifiedUtc, descending: true);
    }

    private async Task<HashSet<ContentItemId>> ListPublishedAsync(IEnumerable<ContentItem> drafts)
    {
        var ids = drafts.Select(item => ContentValue.Of(item.ContentItemId)).ToArray();
        if (ids.Length == 0)
        {
            return [];
        }

        var query = new ContentQuery { Scope = ContentScope.Envelope, Filter = ContentFilter.In(ContentPaths.ContentItemId, ids) };
        return (await reader.ListAsync(query, Stop)).TryGet(out var page, out _) ? [.. page.Items.Select(item => item.ContentItemId)] : [];
    }

    private ItemRow RowOf(ContentItem item, bool isPublic) =>
        new(
            item.DisplayText is { Length: > 0 } name ? name : T["Without a title"].Value,
            Addresses.Item(item.ContentItemId),
            Configuration.Model.FindType(item.ContentType)?.Definition.DisplayName ?? item.ContentType,
            ContentItemParts.CultureOf(item) is { } culture
                ? ContentManagement.Localization.Cultures.Find(culture)?.NativeName ?? culture
                : null,
            ItemState.Of(item.Published, isPublic, T),
            item.ModifiedUtc is { } at
                ? TimeZoneInfo.ConvertTime(at, Configuration.Settings.TimeZone).ToString("d", T.Culture.Formatting)
                : ""
        );

    private string HrefOf(int page)
    {
        var question = new QueryBuilder();
        foreach (
            var (name, value) in new[]
            {
                ("q", Asked.Text),
                ("type", Asked.Type),
                ("state", Asked.State),
                ("culture", Asked.Culture),
                ("order", Asked.Order),
            }
        )
        {
            if (value.Length > 0)
            {
                question.Add(name, value);
            }
        }

        question.Add("p", $"{page}");
        return $"{Addresses.Items}{question.ToQueryString()}";
    }
}
