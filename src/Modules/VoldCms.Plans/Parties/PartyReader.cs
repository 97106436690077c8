using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.Hosting.Tenancy;

namespace VoldCms.Plans.Parties;

/// <summary>Reads what parties are called and where their pages are. Scoped.</summary>
internal sealed class PartyReader(ContentReader reader, Site site)
{
    /// <summary>Those with these ids that are public.</summary>
    public async ValueTask<IReadOnlyDictionary<ContentItemId, PartyName>> ListAsync(
        IEnumerable<ContentItemId> ids,
        CancellationToken cancellationToken
    ) =>
        (await reader.ListByIdAsync(PlanContentTypes.Party, ids, cancellationToken)).ToDictionary(
            found => found.Key,
            found => PartyName.Of(site, found.Value)
        );

    /// <summary>All parties of the tenant, by name.</summary>
    public ValueTask<IReadOnlyList<ContentItem>> ListAllAsync(CancellationToken cancellationToken) =>
        reader.ListAllAsync(ContentQuery.For(PlanContentTypes.Party).OrderBy(ContentPaths.DisplayText), cancellationToken);
}
