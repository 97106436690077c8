using System.Collections.Immutable;
using System.Diagnostics;
using VoldCms.ContentApi.Schema;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Localization;
using VoldCms.ContentManagement.Queries;

namespace VoldCms.ContentApi.Filters;

/// <summary>Turns <c>where</c> and <c>orderBy</c> into the engine's filter and order.</summary>
/// <remarks>
/// Keys may come in any order. A null is not looked at. Inside <c>OR</c> every key of every object is an alternative, also
/// those of a part's object, as on Orchard Core. A negated comparison asks for a value that differs: an item without one matches neither
/// way.
/// </remarks>
internal sealed class WhereReader(int maxComparisons)
{
    /// <summary>How many times a filter may look at what something names: each is a query of its own.</summary>
    private const int MaxLinks = 10;

    private static readonly string s_tooManyLinks = $"A filter or an order may look at what something names {MaxLinks} times at most.";

    private readonly List<string> _path = [];
    private int _comparisons;
    private int _links;

    private string Path => string.Join('.', _path);

    /// <summary>Null when nothing is asked.</summary>
    /// <exception cref="FilterFaultException">There are too many comparisons, or a text holds what no text holds.</exception>
    public ContentFilter? Read(WhereMap map, object? where)
    {
        var filters = new List<ContentFilter>();
        AddAll(map, where, filters);
        return filters.Count == 0 ? null : And(filters);
    }

    /// <summary>
    /// The query by the keys in the order they were written, without those by which all that it sees are alike; the newest first when
    /// there are none.
    /// </summary>
    /// <exception cref="FilterFaultException">There are too many keys that need queries of their own.</exception>
    public static ContentQuery Order(ContentQuery query, OrderMap map, object? orderBy)
    {
        ImmutableArray<ContentOrder> asked = [.. ReadOrderAsked(map, orderBy).Where(order => !query.IsSameForAll(order.Path))];
        return query with { Order = asked.IsEmpty ? [new(ContentPaths.CreatedUtc, Descending: true)] : asked };
    }

    /// <summary>The keys in the order they were written; none when there are none.</summary>
    /// <exception cref="FilterFaultException">There are too many keys that need queries of their own.</exception>
    public static ImmutableArray<ContentOrder> ReadOrderAsked(OrderMap map, object? orderBy)
    {
        var orders = ImmutableArray.CreateBuilder<ContentOrder>();
        AddOrders(map, orderBy, orders);
        return CountLinks(orders) > MaxLinks
            ? throw new FilterFaultException("filter.too-many-links", s_tooManyLinks)
            : orders.ToImmutable();
    }

    private static int CountLinks(IEnumerable<ContentOrder> orders) =>
        orders.Sum(order => order.By is { } by ? 1 + CountLinks(by.Order) : 0);

    private static void AddOrders(OrderMap map, object? orderBy, ImmutableArray<ContentOrder>.Builder orders)
    {
        foreach (var (name, value) in orderBy as IReadOnlyDictionary<string, object?> ?? ImmutableDictionary<string, object?>.Empty)
        {
            var key = map.Keys[name];
            if (key is { Nested: { } linked, Target: { } target, Path: { } ids })
            {
                if (ReadOrderAsked(linked(), value) is { IsEmpty: false } inner)
                {
                    orders.Add(new(ids) { By = new(target, inner) });
                }
            }
            else if (key.Nested is { } nested)
            {
                AddOrders(nested(), value, orders);
            }
            else if (value is bool isDescending && key.Path is { } path)
            {
                orders.Add(new(path, isDescending));
            }
        }
    }

    private void AddAll(WhereMap map, object? given, List<ContentFilter> filters)
    {
        if (given is object?[] list)
        {
            foreach (var each in list)
            {
                AddAll(map, each, filters);
            }

            return;
        }

        foreach (var (name, value) in given as IReadOnlyDictionary<string, object?> ?? ImmutableDictionary<string, object?>.Empty)
        {
            if (value is not null)
            {
                _path.Add(name);
                Add(map, map.Keys[name], value, filters);
                _path.RemoveAt(_path.Count - 1);
            }
        }
    }

    private void Add(WhereMap map, WhereKey key, object value, List<ContentFilter> filters)
    {
        switch (key)
        {
            case WhereKey.Compare compare:
                filters.Add(Compare(compare, value));
                break;
            case WhereKey.Exists exists:
                filters.Add(Exists(exists, value is true));
                break;
            case WhereKey.TypeName type:
                filters.Add(OfType(type, value));
                break;
            case WhereKey.OfType type:
                filters.Add(And([new ContentFilter.OfType([type.Shape.Type.Name]), .. ReadAll(type.Shape.Where, value)]));
                break;
            case WhereKey.Linked linked:
                if (++_links > MaxLinks)
                {
                    throw new FilterFaultException("filter.too-many-links", s_tooManyLinks);
                }

                filters.Add(new ContentFilter.Linked(linked.Path, linked.Target, Read(linked.Map(), value)));
                break;
            case WhereKey.Nested nested:
                AddAll(nested.Map, value, filters);
                break;
            default:
                var inner = new List<ContentFilter>();
                AddAll(map, value, inner);
                if (inner.Count > 0)
                {
                    filters.Add(
                        key switch
                        {
                            WhereKey.All => And(inner),
                            WhereKey.Any => inner is [var only] ? only : new ContentFilter.Or([.. inner]),
                            WhereKey.None => new ContentFilter.Not(And(inner)),
                            _ => throw new UnreachableException(key.GetType().Name),
                        }
                    );
                }

                break;
        }
    }

    private List<ContentFilter> ReadAll(WhereMap map, object value)
    {
        var filters = new List<ContentFilter>();
        AddAll(map, value, filters);
        return filters;
    }

    private static ContentFilter OfType(WhereKey.TypeName type, object value)
    {
        var filter = new ContentFilter.OfType(value is object?[] list ? [.. list.OfType<string>()] : [(string)value]);
        return type.IsNegated ? new ContentFilter.Not(filter) : filter;
    }

    private ContentFilter Compare(WhereKey.Compare compare, object value)
    {
        CountComparison();
        ImmutableArray<ContentValue> operands = value is object?[] list
            ? [.. list.OfType<object>().Select(each => Operand(each, Path))]
            : [Operand(value, Path)];
        var comparison = compare is { Path: ContentPaths.Culture, Operator: ComparisonOperator.Equal or ComparisonOperator.In }
            ? new ContentFilter.Comparison(compare.Path, ComparisonOperator.In, [.. operands.SelectMany(culture => NamesOf(culture, Path))])
            : new ContentFilter.Comparison(compare.Path, compare.Operator, operands);
        return !compare.IsNegated ? comparison
            // What nobody has answered is false, so that something is there in any case.
            : value is bool ? new ContentFilter.Not(comparison)
            : new ContentFilter.Not(
                new ContentFilter.Or([comparison, new ContentFilter.Comparison(compare.Path, ComparisonOperator.IsNull, [])])
            );
    }

    private ContentFilter Exists(WhereKey.Exists exists, bool isAsked)
    {
        _comparisons += exists.Paths.Length - 1;
        CountComparison();
        List<ContentFilter> missing = [.. exists.Paths.Select(path => new ContentFilter.Comparison(path, ComparisonOperator.IsNull, []))];
        return isAsked ? new ContentFilter.Not(And(missing)) : And(missing);
    }

    private void CountComparison()
    {
        if (++_comparisons > maxComparisons)
        {
            throw new FilterFaultException("filter.too-many-comparisons", $"A filter may hold {maxComparisons} comparisons at most.");
        }
    }

    /// <summary>A language by each of its names; items without one have an empty one on Orchard Core.</summary>
    private static IEnumerable<ContentValue> NamesOf(ContentValue culture, string path) =>
        culture.AsText() is { Length: > 0 } tag ? Cultures.NamesOf(AskedCulture.Check(tag, path)).Select(ContentValue.Of) : [culture];

    /// <summary>A text that the databases can compare with.</summary>
    /// <param name="text">As it was given.</param>
    /// <param name="path">Where it was given, for the fault.</param>
    /// <exception cref="FilterFaultException">It holds what no stored text holds.</exception>
    public static string CheckText(string text, string path = "") =>
        text.Contains('\0', StringComparison.Ordinal)
            ? throw new FilterFaultException("filter.invalid-text", "A text to compare with may not hold the character U+0000.", path)
            : text;

    private static ContentValue Operand(object value, string path) =>
        value switch
        {
            string text => ContentValue.Of(CheckText(text, path)),
            bool boolean => ContentValue.Of(boolean),
            decimal number => ContentValue.Of(number),
            DateTimeOffset instant => ContentValue.Of(instant),
            TimeSpan time => ContentValue.Of(time),
            _ => throw new UnreachableException(value.GetType().Name),
        };

    private static ContentFilter And(List<ContentFilter> filters) => filters is [var only] ? only : new ContentFilter.And([.. filters]);
}
