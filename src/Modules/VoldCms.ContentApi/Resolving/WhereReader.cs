using System.Collections.Immutable;
using System.Diagnostics;
using VoldCms.ContentApi.Schemas;
using VoldCms.ContentManagement.Queries;
using VoldCms.GraphQL.Errors;

namespace VoldCms.ContentApi.Resolving;

/// <summary>Turns <c>where</c> and <c>orderBy</c> into the engine's filter and order.</summary>
/// <remarks>
/// Keys may come in any order. A null is not looked at. Inside <c>OR</c> every key of every object is an alternative, also
/// those of a part's object, as on Orchard Core. A negated comparison asks for a value that differs: an item without one matches neither way.
/// </remarks>
internal sealed class WhereReader(int maxComparisons)
{
    private int _comparisons;

    /// <summary>Null when nothing is asked.</summary>
    /// <exception cref="GraphQLException">There are too many comparisons, or a text holds what no text holds.</exception>
    public ContentFilter? Read(WhereMap map, object? where)
    {
        var filters = new List<ContentFilter>();
        AddAll(map, where, filters);
        return filters.Count == 0 ? null : And(filters);
    }

    /// <summary>The keys in the order they were written; the newest first when there are none.</summary>
    public static ImmutableArray<ContentOrder> ReadOrder(OrderMap map, object? orderBy)
    {
        var orders = ImmutableArray.CreateBuilder<ContentOrder>();
        AddOrders(map, orderBy, orders);
        return orders.Count == 0 ? [new(ContentPaths.CreatedUtc, Descending: true)] : orders.ToImmutable();
    }

    private static void AddOrders(OrderMap map, object? orderBy, ImmutableArray<ContentOrder>.Builder orders)
    {
        foreach (var (name, value) in orderBy as IReadOnlyDictionary<string, object?> ?? ImmutableDictionary<string, object?>.Empty)
        {
            var key = map.Keys[name];
            if (key.Nested is { } nested)
            {
                AddOrders(nested, value, orders);
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
                Add(map, map.Keys[name], value, filters);
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
            case WhereKey.Nested nested:
                AddAll(nested.Map, value, filters);
                break;
            default:
                var inner = new List<ContentFilter>();
                AddAll(map, value, inner);
                if (inner.Count > 0)
                {
                    filters.Add(key switch
                    {
                        WhereKey.All => And(inner),
                        WhereKey.Any => inner is [var only] ? only : new ContentFilter.Or([.. inner]),
                        WhereKey.None => new ContentFilter.Not(And(inner)),
                        _ => throw new UnreachableException(key.GetType().Name),
                    });
                }

                break;
        }
    }

    private ContentFilter Compare(WhereKey.Compare compare, object value)
    {
        if (++_comparisons > maxComparisons)
        {
            throw new GraphQLException(new GraphQLError($"A filter may hold {maxComparisons} comparisons at most."));
        }

        ImmutableArray<ContentValue> operands = value is object?[] list ? [.. list.OfType<object>().Select(Operand)] : [Operand(value)];
        var comparison = new ContentFilter.Comparison(compare.Path, compare.Operator, operands);
        return compare.IsNegated
            ? new ContentFilter.Not(new ContentFilter.Or([comparison, new ContentFilter.Comparison(compare.Path, ComparisonOperator.IsNull, [])]))
            : comparison;
    }

    /// <summary>A text that the databases can compare with.</summary>
    /// <exception cref="GraphQLException">It holds what no stored text holds.</exception>
    public static string CheckText(string text) => text.Contains('\0', StringComparison.Ordinal)
        ? throw new GraphQLException(new GraphQLError("A text to compare with may not hold the character U+0000."))
        : text;

    private static ContentValue Operand(object value) => value switch
    {
        string text => ContentValue.Of(CheckText(text)),
        bool boolean => ContentValue.Of(boolean),
        decimal number => ContentValue.Of(number),
        DateTimeOffset instant => ContentValue.Of(instant),
        TimeSpan time => ContentValue.Of(time),
        _ => throw new UnreachableException(value.GetType().Name),
    };

    private static ContentFilter And(List<ContentFilter> filters) => filters is [var only] ? only : new ContentFilter.And([.. filters]);
}
