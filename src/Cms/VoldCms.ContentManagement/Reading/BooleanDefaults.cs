using System.Collections.Immutable;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Queries;

namespace VoldCms.ContentManagement.Reading;

/// <summary>A truth that nobody has answered is false, as on Orchard Core: who asks for false is given what has no value too.</summary>
internal static class BooleanDefaults
{
    /// <summary>
    /// The filter in which every comparison with false says so. What is asked of linked items is left to the query that reads those.
    /// </summary>
    /// <param name="filter">As it was asked.</param>
    /// <param name="types">The types asked for.</param>
    public static ContentFilter? In(ContentFilter? filter, ImmutableArray<TypeModel> types) =>
        filter switch
        {
            ContentFilter.And and => new ContentFilter.And([.. and.Filters.Select(inner => In(inner, types)!)]),
            ContentFilter.Or or => new ContentFilter.Or([.. or.Filters.Select(inner => In(inner, types)!)]),
            ContentFilter.Not not => new ContentFilter.Not(In(not.Filter, types)!),
            ContentFilter.Comparison { Operator: ComparisonOperator.Equal or ComparisonOperator.In } comparison
                when comparison.Operands.Any(operand => operand is { Kind: ContentValueKind.Boolean } && !operand.AsBoolean()) =>
                WithMissing(comparison, types),
            _ => filter,
        };

    private static ContentFilter WithMissing(ContentFilter.Comparison comparison, ImmutableArray<TypeModel> types)
    {
        var having = types
            .Where(type => type.Paths.TryGetValue(comparison.Path, out var path) && path.Property.ValueKind == ContentValueKind.Boolean)
            .ToList();
        ContentFilter missing = new ContentFilter.Comparison(comparison.Path, ComparisonOperator.IsNull, []);
        return having.Count == 0 ? comparison
            : having.Count == types.Length ? new ContentFilter.Or([comparison, missing])
            : new ContentFilter.Or([
                comparison,
                new ContentFilter.And([new ContentFilter.OfType([.. having.Select(type => type.Name)]), missing]),
            ]);
    }
}
