using System.Collections.Immutable;
using VoldCms.ContentApi.Schema;
using VoldCms.ContentManagement.Queries;
using VoldCms.GraphQL.Types;

namespace VoldCms.ContentApi.Filters;

/// <summary>The operators of the contract (5.3), by suffix.</summary>
internal static class WhereOperators
{
    private static readonly ImmutableArray<(string Suffix, ComparisonOperator Operator, bool IsNegated, bool IsList)> s_equal =
    [
        ("", ComparisonOperator.Equal, false, false),
        ("_not", ComparisonOperator.Equal, true, false),
    ];

    private static readonly ImmutableArray<(string Suffix, ComparisonOperator Operator, bool IsNegated, bool IsList)> s_lists =
    [
        ("_in", ComparisonOperator.In, false, true),
        ("_not_in", ComparisonOperator.In, true, true),
    ];

    private static readonly ImmutableArray<(string Suffix, ComparisonOperator Operator, bool IsNegated, bool IsList)> s_texts =
    [
        ("_contains", ComparisonOperator.Contains, false, false),
        ("_not_contains", ComparisonOperator.Contains, true, false),
        ("_starts_with", ComparisonOperator.StartsWith, false, false),
        ("_not_starts_with", ComparisonOperator.StartsWith, true, false),
        ("_ends_with", ComparisonOperator.EndsWith, false, false),
        ("_not_ends_with", ComparisonOperator.EndsWith, true, false),
    ];

    private static readonly ImmutableArray<(string Suffix, ComparisonOperator Operator, bool IsNegated, bool IsList)> s_ranges =
    [
        ("_gt", ComparisonOperator.GreaterThan, false, false),
        ("_gte", ComparisonOperator.GreaterThanOrEqual, false, false),
        ("_lt", ComparisonOperator.LessThan, false, false),
        ("_lte", ComparisonOperator.LessThanOrEqual, false, false),
    ];

    /// <summary>The input fields for what stands at a path, of a type.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="path">Where it stands.</param>
    /// <param name="type">Its type.</param>
    /// <param name="isEqualityOnly">Nothing but equality is asked of it.</param>
    /// <param name="isAlwaysThere">Every item has a value there.</param>
    public static IEnumerable<(InputValueDefinition Input, WhereKey Key)> For(
        string name,
        string path,
        ScalarType type,
        bool isEqualityOnly = false,
        bool isAlwaysThere = false
    )
    {
        var operators =
            isEqualityOnly ? s_equal[..1]
            : ReferenceEquals(type, ScalarType.Boolean) ? s_equal
            : ReferenceEquals(type, ScalarType.Id) ? [.. s_equal, .. s_lists]
            : ReferenceEquals(type, ScalarType.String) ? [.. s_equal, .. s_lists, .. s_texts]
            : [.. s_equal, .. s_lists, .. s_ranges];
        var compared = operators.Select(each =>
            (
                new InputValueDefinition(name + each.Suffix, each.IsList ? type.List() : type)
                {
                    Description = InputTexts.Of(name, each.Suffix),
                },
                (WhereKey)new WhereKey.Compare(path, each.Operator, each.IsNegated)
            )
        );
        return isEqualityOnly || isAlwaysThere ? compared : compared.Append(Exists(name, [path]));
    }

    /// <summary>The input field that asks whether there is anything at one of the paths. Ours: Orchard Core has no such filter.</summary>
    public static (InputValueDefinition Input, WhereKey Key) Exists(string name, ImmutableArray<string> paths) =>
        (
            new InputValueDefinition($"{name}_exists", ScalarType.Boolean) { Description = InputTexts.Of(name, "_exists") },
            new WhereKey.Exists(paths)
        );
}
