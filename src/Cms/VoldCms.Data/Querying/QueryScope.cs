using System.Collections.Immutable;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.ContentManagement.Visibility;
using VoldCms.Data.Sql;

namespace VoldCms.Data.Querying;

/// <summary>Types that are read in the same way.</summary>
/// <param name="TypeIds">Their numbers.</param>
/// <param name="CultureId">The culture to answer in; 0 for items in their own right.</param>
/// <param name="OwnerOnly">Null for all, else the one owner whose items are there.</param>
internal sealed record AccessGroup(ImmutableArray<int> TypeIds, int CultureId, string? OwnerOnly);

/// <summary>What every statement of a query is bound to: tenant, state, level, and the types with their limits.</summary>
internal sealed record QueryScope(TenantId Tenant, int State, VisibilityLevel Maximum, ImmutableArray<AccessGroup> Groups)
{
    /// <summary>Looks the names up; types and cultures that nothing was ever stored of fall away.</summary>
    public static async ValueTask<QueryScope> OfAsync(
        AuthorizedQuery query,
        TenantId tenant,
        NameLookup names,
        CancellationToken cancellationToken
    )
    {
        await names.PrefetchAsync(query.Access.Select(access => access.ContentType), cancellationToken);
        var culture = query.Query.Culture is { } asked
            ? await names.FindAsync(query.Configuration.Settings.CultureFor(asked), cancellationToken)
            : null;
        var found = new List<(int TypeId, int CultureId, string? OwnerOnly)>();
        foreach (var access in query.Access)
        {
            var isPicked = access.IsLocalized && query.Query.Culture is not null;
            if (await names.FindAsync(access.ContentType, cancellationToken) is { } typeId && (!isPicked || culture is not null))
            {
                found.Add((typeId, isPicked ? culture.GetValueOrDefault() : 0, access.OwnerOnly));
            }
        }

        var groups = found
            .GroupBy(entry => (entry.CultureId, entry.OwnerOnly))
            .Select(group => new AccessGroup(
                [.. group.Select(entry => entry.TypeId).Distinct()],
                group.Key.CultureId,
                group.Key.OwnerOnly
            ));
        return new(tenant, StateOf(query.Query.State), query.MaximumVisibility, [.. groups]);
    }

    private static int StateOf(VersionState state) =>
        state switch
        {
            VersionState.Published => IndexState.Published,
            VersionState.Latest => IndexState.Latest,
            VersionState.Draft => IndexState.Draft,
            _ => throw new System.Diagnostics.UnreachableException(state.ToString()),
        };
}
