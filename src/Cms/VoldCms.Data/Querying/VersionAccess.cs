using VoldCms.ContentManagement.Reading;
using VoldCms.Data.Sql;

namespace VoldCms.Data.Querying;

/// <summary>Types and owners for statements that read versions and not the index.</summary>
internal static class VersionAccess
{
    /// <summary>The test of a version called <c>v</c>; types that nothing was ever stored of match nothing.</summary>
    public static async ValueTask<string> TestAsync(
        AuthorizedQuery query,
        NameLookup names,
        SqlDialect dialect,
        SqlText sql,
        CancellationToken cancellationToken
    )
    {
        var access = new List<string>();
        foreach (var group in query.Access.GroupBy(entry => entry.OwnerOnly))
        {
            var types = new List<int>();
            foreach (var entry in group)
            {
                if (await names.FindAsync(entry.ContentType, cancellationToken) is { } typeId)
                {
                    types.Add(typeId);
                }
            }

            var owned = group.Key is { } owner ? $" AND v.owner = {sql.Value(owner)}" : "";
            access.Add($"({dialect.In("v.type_id", sql.Value(dialect.OfNumbers(types)))}{owned})");
        }

        return string.Join(" OR ", access);
    }
}
