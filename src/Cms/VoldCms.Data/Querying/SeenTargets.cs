using System.Collections.Immutable;
using VoldCms.ContentManagement.Indexing;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;

namespace VoldCms.Data.Querying;

/// <summary>What an id may name to be there for whoever asks (<see cref="VisibleTargets"/>), with its names looked up.</summary>
/// <param name="Kind">What the ids name.</param>
/// <param name="Groups">The items that may be known.</param>
/// <param name="Terms">The terms that may be known, as index keys; for terms alone.</param>
internal sealed record SeenTargets(LinkKind Kind, ImmutableArray<SeenGroup> Groups, ImmutableArray<byte[]> Terms)
{
    /// <summary>Null when every id at the path may be known.</summary>
    public static async ValueTask<SeenTargets?> FindAsync(
        VisibleTargets? targets,
        IReadOnlyList<TypeModel> types,
        string path,
        NameLookup names,
        CancellationToken cancellationToken
    )
    {
        if (targets is null || VisibleTargets.FindLink(types, path) is not { } kind)
        {
            return null;
        }

        if (kind == LinkKind.Term)
        {
            return new(kind, [], [.. targets.Terms.Select(IndexKey.Of)]);
        }

        await names.PrefetchAsync(targets.Published.Concat(targets.Latest).Select(access => access.ContentType), cancellationToken);

        // A localization set is public or is not: it has no drafts.
        var groups = new List<SeenGroup>();
        await AddAsync(targets.Published, isPublished: true);
        await AddAsync(kind == LinkKind.Item ? targets.Latest : [], isPublished: false);
        return new(kind, [.. groups], []);

        async ValueTask AddAsync(ImmutableArray<TypeAccess> access, bool isPublished)
        {
            foreach (var group in access.GroupBy(entry => entry.OwnerOnly))
            {
                var numbers = ImmutableArray.CreateBuilder<int>();
                foreach (var entry in group)
                {
                    if (await names.FindAsync(entry.ContentType, cancellationToken) is { } number)
                    {
                        numbers.Add(number);
                    }
                }

                if (numbers.Count > 0)
                {
                    groups.Add(new(isPublished, numbers.DrainToImmutable(), group.Key));
                }
            }
        }
    }
}

/// <summary>Items that may be known.</summary>
/// <param name="IsPublished">The public versions, else the newest.</param>
/// <param name="TypeIds">Of these types.</param>
/// <param name="OwnerOnly">Null for all, else the one owner whose items alone.</param>
internal sealed record SeenGroup(bool IsPublished, ImmutableArray<int> TypeIds, string? OwnerOnly);
