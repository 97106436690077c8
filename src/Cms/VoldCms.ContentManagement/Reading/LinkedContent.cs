using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Results;

namespace VoldCms.ContentManagement.Reading;

/// <summary>
/// Resolves the links in filters and orders: what they name is read with a query of its own, as far as the principal may see it, and stands
/// in the filter as the ids that were found, in the order as the rank of each.
/// </summary>
internal sealed class LinkedContent(ContentReader reader, ContentModel model)
{
    /// <summary>How many linked items one filter or order may take in.</summary>
    private const int Maximum = 5000;

    private static readonly ContentFilter s_always = new ContentFilter.And([]);
    private static readonly ContentFilter s_never = new ContentFilter.Or([]);

    public async ValueTask<Result<ContentQuery>> ResolveAsync(ContentQuery query, CancellationToken cancellationToken)
    {
        if (!HasLinks(query.Filter) && query.Order.All(key => key.By is null))
        {
            return query;
        }

        if (
            !(await ResolveAsync(query.Filter ?? s_always, cancellationToken)).TryGet(out var filter, out var error)
            || !(await ResolveAsync(query.Order, cancellationToken)).TryGet(out var order, out error)
        )
        {
            return error;
        }

        return query with
        {
            Filter = query.Filter is null ? null : filter,
            Order = order,
        };
    }

    /// <summary>The ids of all terms that the principal may see.</summary>
    public async ValueTask<ImmutableArray<ContentValue>> FindSeenTermsAsync(CancellationToken cancellationToken) =>
        (await FindTermsAsync(new(null), null, [], cancellationToken)).TryGet(out var terms, out _) ? terms : [];

    private static bool HasLinks(ContentFilter? filter) =>
        filter switch
        {
            ContentFilter.And and => and.Filters.Any(HasLinks),
            ContentFilter.Or or => or.Filters.Any(HasLinks),
            ContentFilter.Not not => HasLinks(not.Filter),
            _ => filter is ContentFilter.Linked,
        };

    private async ValueTask<Result<ContentFilter>> ResolveAsync(ContentFilter filter, CancellationToken cancellationToken)
    {
        switch (filter)
        {
            case ContentFilter.And and:
                return Map(await ResolveAllAsync(and.Filters, cancellationToken), inner => new ContentFilter.And(inner));
            case ContentFilter.Or or:
                return Map(await ResolveAllAsync(or.Filters, cancellationToken), inner => new ContentFilter.Or(inner));
            case ContentFilter.Not not:
                return Map(await ResolveAsync(not.Filter, cancellationToken), inner => new ContentFilter.Not(inner));
            case ContentFilter.Linked linked:
                return Map(
                    await FindAsync(linked.Target, linked.Filter, [], cancellationToken),
                    ids => ids.IsEmpty ? s_never : ContentFilter.InSeen(linked.Path, ids.AsSpan())
                );
            default:
                return filter;
        }
    }

    private async ValueTask<Result<ImmutableArray<ContentFilter>>> ResolveAllAsync(
        ImmutableArray<ContentFilter> filters,
        CancellationToken cancellationToken
    )
    {
        var resolved = ImmutableArray.CreateBuilder<ContentFilter>(filters.Length);
        foreach (var filter in filters)
        {
            if (!(await ResolveAsync(filter, cancellationToken)).TryGet(out var inner, out var error))
            {
                return error;
            }

            resolved.Add(inner);
        }

        return resolved.MoveToImmutable();
    }

    private async ValueTask<Result<ImmutableArray<ContentOrder>>> ResolveAsync(
        ImmutableArray<ContentOrder> order,
        CancellationToken cancellationToken
    )
    {
        var resolved = ImmutableArray.CreateBuilder<ContentOrder>(order.Length);
        foreach (var key in order)
        {
            if (key.By is not { } by)
            {
                resolved.Add(key);
                continue;
            }

            if (!(await FindAsync(by.Target, null, by.Order, cancellationToken)).TryGet(out var ids, out var error))
            {
                return error;
            }

            // What has no rank comes first ascending and last descending, as what has no value does everywhere.
            var isDescending = by.Order[0].Descending;
            resolved.Add(new(key.Path, isDescending) { Ranks = isDescending ? [.. ids.Reverse()] : ids });
        }

        return resolved.MoveToImmutable();
    }

    /// <summary>What is linked and matches, as the values that links hold.</summary>
    private async ValueTask<Result<ImmutableArray<ContentValue>>> FindAsync(
        LinkTarget target,
        ContentFilter? filter,
        ImmutableArray<ContentOrder> order,
        CancellationToken cancellationToken
    )
    {
        if (target is LinkTarget.Terms terms)
        {
            return await FindTermsAsync(terms, filter, order, cancellationToken);
        }

        var isSet = target is LinkTarget.LocalizationSets;
        var query = new ContentQuery
        {
            ContentTypes = target switch
            {
                LinkTarget.Items items => items.ContentTypes,
                LinkTarget.LocalizationSets sets => sets.ContentTypes,
                _ => throw new System.Diagnostics.UnreachableException(target.GetType().Name),
            },
            Filter = filter,
            Order = order,
            Take = Maximum + 1,
            Scope = isSet ? ContentScope.Document : ContentScope.Envelope,
        };
        if (!(await reader.ListAsync(query, cancellationToken)).TryGet(out var page, out var error))
        {
            return error;
        }

        if (page.Items.Count > Maximum)
        {
            return new Invalid(
                "query.too-many-links",
                $"More than {Maximum} linked items would have to be looked at; narrow the filter.",
                []
            );
        }

        return isSet
            ? page
                .Items.Select(ContentItemParts.LocalizationSetOf)
                .OfType<string>()
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Select(ContentValue.Of)
                .ToImmutableArray()
            : page.Items.Select(item => ContentValue.Of(item.ContentItemId)).ToImmutableArray();
    }

    private async ValueTask<Result<ImmutableArray<ContentValue>>> FindTermsAsync(
        LinkTarget.Terms target,
        ContentFilter? filter,
        ImmutableArray<ContentOrder> order,
        CancellationToken cancellationToken
    )
    {
        ImmutableArray<string> taxonomies =
        [
            .. model.Types.Where(type => type.FindPartOfKind(PartNames.Taxonomy) is not null).Select(type => type.Name),
        ];
        if (taxonomies.IsEmpty)
        {
            return ImmutableArray<ContentValue>.Empty;
        }

        var query = new ContentQuery
        {
            ContentTypes = taxonomies,
            Filter = target.TaxonomyId is { } id ? ContentFilter.Equal(ContentPaths.ContentItemId, ContentValue.Of(id)) : null,
            Take = Maximum,
        };
        if (!(await reader.ListAsync(query, cancellationToken)).TryGet(out var page, out var error))
        {
            return error;
        }

        var terms = page.Items.SelectMany(TaxonomyTerms.Of).ToList();
        return (await reader.SelectAsync(terms, filter, order, cancellationToken)).TryGet(out var selected, out error)
            ? selected.Select(term => ContentValue.Of(term.ContentItemId)).ToImmutableArray()
            : error;
    }

    private static Result<ContentFilter> Map<T>(Result<T> result, Func<T, ContentFilter> make) =>
        result.TryGet(out var value, out var error) ? make(value) : error;
}
