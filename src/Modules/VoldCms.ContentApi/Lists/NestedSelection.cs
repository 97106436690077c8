using VoldCms.ContentApi.Filters;
using VoldCms.ContentApi.Requests;
using VoldCms.ContentManagement.Items;
using VoldCms.GraphQL.Execution;

namespace VoldCms.ContentApi.Lists;

/// <summary><c>where</c> and <c>orderBy</c> of lists whose items are at hand already: what pickers name, what lies in bags.</summary>
internal sealed class NestedSelection
{
    private readonly Dictionary<ContentItem, int>? _places;
    private readonly bool _isOrdered;

    private NestedSelection(Dictionary<ContentItem, int>? places, bool isOrdered)
    {
        _places = places;
        _isOrdered = isOrdered;
    }

    /// <summary>Reads the arguments, and finds out for all lists of a level at once what they leave.</summary>
    /// <param name="batch">Of a field with <see cref="AnyItemInputs.Arguments"/>.</param>
    /// <param name="inputs">What the arguments mean.</param>
    /// <param name="listOf">The list of a row; called only when something is asked.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async ValueTask<NestedSelection> OfAsync(
        FieldBatch batch,
        AnyItemInputs inputs,
        Func<int, IEnumerable<ItemNode>> listOf,
        CancellationToken cancellationToken
    )
    {
        var request = ApiRequest.Of(batch);
        var filter = FilterArguments.Where(inputs.Where, batch.Arguments, request.Schema.Options);
        var order = FilterArguments.OrderBy(inputs.Order, batch.Arguments);
        if (filter is null && order.IsEmpty)
        {
            return new(null, false);
        }

        var all = Enumerable.Range(0, batch.Count).SelectMany(listOf).Select(node => node.Item).Distinct(ByReference).ToList();
        var selected = await request.SelectAsync(all, filter, order, cancellationToken);
        var places = new Dictionary<ContentItem, int>(ByReference);
        foreach (var item in selected)
        {
            places.Add(item, places.Count);
        }

        return new(places, !order.IsEmpty);
    }

    private static IEqualityComparer<ContentItem> ByReference => ReferenceEqualityComparer.Instance;

    /// <summary>What is left of a list, in the order that was asked.</summary>
    public IReadOnlyList<ItemNode> Apply(IReadOnlyList<ItemNode> list)
    {
        if (_places is not { } places)
        {
            return list;
        }

        var left = list.Where(node => places.ContainsKey(node.Item));
        return [.. _isOrdered ? left.OrderBy(node => places[node.Item]) : left];
    }
}
