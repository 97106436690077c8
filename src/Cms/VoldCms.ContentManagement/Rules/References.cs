using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Storage;

namespace VoldCms.ContentManagement.Rules;

/// <summary>Finds what items name and what is not there, whatever kind of thing it is. Scoped.</summary>
public sealed class References(IEnumerable<IReferenceTargets> targets)
{
    /// <summary>Those of the references whose target is not there, in the order given. Each target is looked for once.</summary>
    public async Task<IReadOnlyList<ContentReference>> FindMissingAsync(
        IUnitOfWork work,
        IReadOnlyCollection<ContentReference> references,
        CancellationToken cancellationToken
    )
    {
        if (references.Count == 0)
        {
            return [];
        }

        var missing = (
            await work.Content.FindMissingAsync(
                [.. references.Where(reference => reference.Kind is ReferenceKind.Item or ReferenceKind.LocalizationSet)],
                cancellationToken
            )
        ).ToHashSet();
        foreach (
            var terms in references
                .Where(reference => reference.Kind == ReferenceKind.Term)
                .GroupBy(reference => reference.Taxonomy.ToLowerInvariant())
        )
        {
            var known = terms.Key.Length == 0 ? [] : await FindTermsAsync(work, new(terms.Key), cancellationToken);
            missing.UnionWith(terms.Where(term => !known.Contains(term.Folded)));
        }

        foreach (var holder in targets)
        {
            var asked = references.Where(reference => reference.Kind == holder.Kind).ToList();
            if (asked.Count > 0)
            {
                var known = await holder.FindKnownAsync(
                    work,
                    asked.Select(reference => reference.Folded).ToHashSet(StringComparer.Ordinal),
                    cancellationToken
                );
                missing.UnionWith(asked.Where(reference => !known.Contains(reference.Folded)));
            }
        }

        return [.. references.Where(missing.Contains)];
    }

    private static async Task<HashSet<string>> FindTermsAsync(IUnitOfWork work, ContentItemId taxonomy, CancellationToken cancellationToken)
    {
        var live = await work.Content.LoadAsync(taxonomy, cancellationToken);
        return
        [
            .. new[] { live.Latest, live.Published }
                .OfType<StoredVersion>()
                .SelectMany(version => TaxonomyTerms.StoredIn(version.Item))
                .Select(term => term.FindText("ContentItemId"))
                .OfType<string>()
                .Select(id => id.ToLowerInvariant()),
        ];
    }
}
