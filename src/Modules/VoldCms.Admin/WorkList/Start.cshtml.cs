using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.Hosting.Localization;
using VoldCms.Presentation.Admin;

namespace VoldCms.Admin.WorkList;

/// <summary>The first page of a tenant's admin: what waits for the person, and what she worked on last.</summary>
internal sealed class StartPage(IEnumerable<IWorkListSource> sources, ContentReader reader) : AdminPageModel
{
    private const int RowsOfAList = 5;
    private const int RecentItems = 6;

    public override Wording Title => TenantName;

    public ImmutableArray<Presentation.Admin.WorkList> Waiting { get; private set; } = [];

    public IReadOnlyList<ContentItem> Recent { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var waiting = ImmutableArray.CreateBuilder<Presentation.Admin.WorkList>();
        foreach (var source in sources.OrderBy(source => source.Order))
        {
            if (await source.ReadAsync(this, RowsOfAList, Stop) is { } list && (list.Total > 0 || list.Search is not null))
            {
                waiting.Add(list);
            }
        }

        Waiting = waiting.ToImmutable();
        var query = new ContentQuery
        {
            State = VersionState.Latest,
            Scope = ContentScope.Envelope,
            Filter = ContentFilter.Equal(ContentPaths.Author, ContentValue.Of(Principal.Name)),
            Take = RecentItems,
        }.OrderBy(ContentPaths.ModifiedUtc, descending: true);
        Recent = (await reader.ListAsync(query, Stop)).TryGet(out var page, out _) ? page.Items : [];
    }
}
