using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.Presentation.Admin;

namespace VoldCms.Admin.WorkList;

/// <summary>What has been written and not published.</summary>
internal sealed class Drafts(ContentReader reader) : IWorkListSource
{
    public int Order => 20;

    public async ValueTask<Presentation.Admin.WorkList?> ReadAsync(AdminPageModel page, int limit, CancellationToken cancellationToken)
    {
        var query = new ContentQuery
        {
            State = VersionState.Draft,
            ContentTypes = [.. page.Configuration.Model.Types.Where(type => type.Settings.Listable).Select(type => type.Name)],
            Scope = ContentScope.Envelope,
            Take = limit,
            CountTotal = true,
        }.OrderBy(ContentPaths.ModifiedUtc, descending: true);
        return (await reader.ListAsync(query, cancellationToken)).TryGet(out var found, out _)
            ? new(
                page.T["Drafts that are not published"],
                found.Total ?? 0,
                [
                    .. found.Items.Select(item => new WorkListRow(
                        item.DisplayText is { Length: > 0 } name ? name : page.T["Without a title"],
                        page.Addresses.Item(item.ContentItemId),
                        page.Configuration.Model.FindType(item.ContentType)?.Definition.DisplayName
                    )),
                ],
                $"{page.Addresses.Items}?state=draft"
            )
            : null;
    }
}
