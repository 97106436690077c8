using System.Globalization;
using System.Text;
using VoldCms.ContentApi.Resolving;
using VoldCms.ContentManagement.Queries;
using VoldCms.GraphQL.Errors;
using VoldCms.GraphQL.Execution;
using VoldCms.GraphQL.Types;

namespace VoldCms.ContentApi.Schemas;

/// <summary>
/// Lists a page at a time, with a total: <c>helpPageConnection(first, after)</c>. The order is total; a cursor is a place in it and says nothing
/// about the item. What is published between two pages may move items across their border.
/// </summary>
internal sealed class ConnectionTypes
{
    private readonly ObjectType _pageInfo = new("PageInfo", () =>
    [
        new("hasNextPage", ScalarType.Boolean.NonNull()) { Resolver = Resolve.Value((ConnectionNode page) => page.HasMore) },
        new("hasPreviousPage", ScalarType.Boolean.NonNull()) { Resolver = Resolve.Value((ConnectionNode page) => page.Start > 0) },
        new("startCursor", ScalarType.String) { Resolver = Resolve.Value((ConnectionNode page) => page.Items.Count > 0 ? Cursor(page.Start) : null) },
        new("endCursor", ScalarType.String) { Resolver = Resolve.Value((ConnectionNode page) => page.Items.Count > 0 ? Cursor(page.Start + page.Items.Count - 1) : null) },
    ]);

    public FieldDefinition Define(ItemShape shape, ContentApiOptions options)
    {
        var connection = TypeOf(shape);
        return new($"{ApiNames.Camel(shape.Type.Name)}Connection", connection.NonNull())
        {
            Description = "A page of the list, with its total.",
            Arguments = [.. RootFields.ListArguments(shape).Where(argument => argument.Name != "skip"), new("after", ScalarType.String) { Description = "The cursor of the last item before." }],
            CostWeight = Costs.Query,
            ItemCostWeight = Costs.Item,
            PageSize = Paging.SizeOf,
            Resolver = Resolve.Root(async (batch, cancellationToken) =>
            {
                var request = ApiRequest.Of(batch);
                var start = batch.Arguments.Get<string>("after") is { Length: > 0 } after ? Place(after) + 1 : 0;
                var first = Paging.Of(batch.Arguments, options).First;
                var query = RootFields.QueryOf(shape, batch.Arguments, options) with
                {
                    Skip = start,
                    Take = first + 1,
                    CountTotal = batch.Projection.FieldsOf(connection).Any(field => field.Definition.Name == "totalCount"),
                };
                var page = await request.ListAsync(query, cancellationToken);
                return new ConnectionNode(request.ToNodes(page.Items.Take(first), RootFields.RequestedCulture(shape, batch.Arguments)), start, page.Items.Count > first, page.Total);
            }),
        };
    }

    private ObjectType TypeOf(ItemShape shape)
    {
        var edge = new ObjectType($"{shape.TypeName}Edge", () =>
        [
            new("cursor", ScalarType.String.NonNull()) { Resolver = Resolve.Value((EdgeNode node) => Cursor(node.Number)) },
            new("node", shape.ObjectType.NonNull()) { Resolver = Resolve.Value((EdgeNode node) => node.Item) },
        ]);
        return new ObjectType($"{shape.TypeName}Connection", () =>
        [
            new("edges", edge.NonNull().List().NonNull())
            {
                PageSize = _ => 1,
                Resolver = Resolve.Value((ConnectionNode page) => page.Items.Select((item, index) => new EdgeNode(item, page.Start + index)).ToArray()),
            },
            new("nodes", shape.ObjectType.NonNull().List().NonNull()) { PageSize = _ => 1, Resolver = Resolve.Value((ConnectionNode page) => page.Items) },
            new("pageInfo", _pageInfo.NonNull()) { Resolver = Resolve.Value((ConnectionNode page) => page) },
            new("totalCount", ScalarType.Int.NonNull()) { Description = "All that match, beyond the page.", Resolver = Resolve.Value((ConnectionNode page) => page.Total ?? 0) },
        ]);
    }

    private static string Cursor(int place) => Convert.ToBase64String(Encoding.ASCII.GetBytes(place.ToString(CultureInfo.InvariantCulture)));

    /// <exception cref="GraphQLException">It is no cursor of ours.</exception>
    private static int Place(string cursor)
    {
        Span<byte> bytes = stackalloc byte[16];
        return cursor.Length <= 20
            && Convert.TryFromBase64String(cursor, bytes, out var length)
            && int.TryParse(bytes[..length], NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            && place < int.MaxValue / 2
                ? place
                : throw new GraphQLException(new GraphQLError("\"after\" is no cursor; give the endCursor of the page before."));
    }
}
