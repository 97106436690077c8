using System.Collections.Immutable;
using VoldCms.ContentManagement.Queries;
using VoldCms.GraphQL.Types;

namespace VoldCms.ContentApi.Schema;

/// <summary>An input object of filters, and what each of its fields means. Immutable.</summary>
/// <param name="Input">The type in the schema; several maps may share one.</param>
/// <param name="Keys">By the input field's name.</param>
internal sealed record WhereMap(InputObjectType Input, IReadOnlyDictionary<string, WhereKey> Keys);

/// <summary>What a field of a filter means. A closed set.</summary>
internal abstract record WhereKey
{
    private WhereKey() { }

    /// <summary>A comparison of what stands at a path.</summary>
    public sealed record Compare(string Path, ComparisonOperator Operator, bool IsNegated) : WhereKey;

    /// <summary>At least one of the paths has a value; or none of them has, when it is asked with false.</summary>
    public sealed record Exists(ImmutableArray<string> Paths) : WhereKey;

    /// <summary>The filters of a part or field, in an object of their own.</summary>
    public sealed record Nested(WhereMap Map) : WhereKey;

    /// <summary>The type of the item, by name.</summary>
    public sealed record TypeName(bool IsNegated) : WhereKey;

    /// <summary>The item is of a type, and its filters hold.</summary>
    public sealed record OfType(ItemShape Shape) : WhereKey;

    /// <summary>What a path names is there, and the filters hold of it.</summary>
    public sealed record Linked(string Path, LinkTarget Target, Func<WhereMap> Map) : WhereKey;

    /// <summary>All of the objects in the list hold.</summary>
    public sealed record All : WhereKey;

    /// <summary>Any key of any object in the list holds.</summary>
    public sealed record Any : WhereKey;

    /// <summary>Not all of the objects in the list hold.</summary>
    public sealed record None : WhereKey;
}

/// <summary>An input object of orders, and what each of its fields means. Immutable.</summary>
internal sealed record OrderMap(InputObjectType Input, IReadOnlyDictionary<string, OrderByKey> Keys);

/// <summary>What a field of an order means.</summary>
/// <param name="Path">What is ordered by; null when the key is accepted and says nothing.</param>
/// <param name="Nested">The orders of a part or a type, in an object of their own; else null.</param>
/// <param name="Target">When the path holds ids: what they name, which <paramref name="Nested"/> orders; else null.</param>
internal sealed record OrderByKey(string? Path, Func<OrderMap>? Nested = null, LinkTarget? Target = null);
