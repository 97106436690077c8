using System.Collections.Immutable;
using VoldCms.ContentApi.Requests;
using VoldCms.ContentApi.Schema;
using VoldCms.GraphQL.Execution;
using VoldCms.GraphQL.Types;

namespace VoldCms.ContentApi.Lists;

/// <summary>
/// Lists a page at a time, with a total: <c>helpPageConnection(first, after)</c>. The order is total, and a cursor is a place in it, so
/// that no item comes twice or not at all because others have come or gone between two pages.
/// </summary>
internal sealed class ConnectionTypes
{
    private const string PageInfoType = "PageInfo";

    private readonly ObjectType _pageInfo = new(
        PageInfoType,
        () =>
            [
                FieldDefinition.Of(
                    "hasNextPage",
                    ScalarType.Boolean.NonNull(),
                    "Whether there is more behind the page.",
                    (ConnectionNode page) => page.HasMore
                ),
                FieldDefinition.Of(
                    "hasPreviousPage",
                    ScalarType.Boolean.NonNull(),
                    "Whether the page was asked for after a cursor.",
                    (ConnectionNode page) => page.HasPrevious
                ),
                FieldDefinition.Of(
                    "startCursor",
                    ScalarType.String,
                    "The cursor of the page's first item; null of a page without items.",
                    (ConnectionNode page) => page.Edges is [var first, ..] ? first.Cursor : null
                ),
                FieldDefinition.Of(
                    "endCursor",
                    ScalarType.String,
                    "The cursor of the page's last item, to be given as after; null of a page without items.",
                    (ConnectionNode page) => page.Edges is [.., var last] ? last.Cursor : null
                ),
            ]
    )
    {
        Description = "Where a page is in its list.",
    };

    /// <summary>The names of the types that lists of every content type share.</summary>
    public static ImmutableArray<string> TypeNames { get; } = [PageInfoType];

    public FieldDefinition Define(ItemShape shape, ContentApiOptions options)
    {
        var connection = TypeOf(shape);
        return new($"{ApiNames.Camel(shape.Type.Name)}Connection", connection)
        {
            Description = "A page of the list, with its total; null beside an error.",
            Arguments =
            [
                .. ListArguments.Of(shape).Where(argument => argument.Name != "skip"),
                new("after", ScalarType.String) { Description = "The cursor of the last item before, of a page with the same orderBy." },
            ],
            CostWeight = Costs.Query,
            ItemCostWeight = Costs.Item,
            PageSize = Paging.SizeOf,
            SomeOf = arguments => ItemCounts.SomeOf(shape.Type.Name, arguments),
            Resolver = Resolve.Root(
                async (batch, cancellationToken) =>
                {
                    var request = ApiRequest.Of(batch);
                    var first = Paging.Of(batch.Arguments, options).First;
                    var asked = batch
                        .Projection.FieldsOf(connection)
                        .Select(field => field.Definition.Name)
                        .ToHashSet(StringComparer.Ordinal);
                    var query = ListArguments.QueryOf(shape, batch, options) with
                    {
                        Take = first + 1,
                        CountTotal = asked.Contains("totalCount"),
                        WithPositions = asked.Contains("edges") || asked.Contains("pageInfo"),
                    };
                    var cursor = new Cursor(query, shape.Type, request.Schema.Configuration.Settings.SortCulture.Name);
                    var after = batch.Arguments.Get<string>("after") is { Length: > 0 } given ? cursor.Read(given) : null;
                    var page = await request.ListAsync(query with { After = after }, cancellationToken);
                    var culture = ListArguments.CultureOf(shape, batch.Arguments);
                    return new ConnectionNode(
                        [
                            .. page
                                .Items.Take(first)
                                .Select(
                                    (item, index) =>
                                        new EdgeNode(
                                            new(item, shape, culture),
                                            page.Positions.IsEmpty ? null : cursor.Write(page.Positions[index])
                                        )
                                ),
                        ],
                        HasPrevious: after is not null,
                        HasMore: page.Items.Count > first,
                        page.Total
                    );
                }
            ),
        };
    }

    private ObjectType TypeOf(ItemShape shape)
    {
        var edge = new ObjectType(
            $"{shape.TypeName}Edge",
            () =>
                [
                    FieldDefinition.Of(
                        "cursor",
                        ScalarType.String.NonNull(),
                        "The item's place in the order.",
                        (EdgeNode node) => node.Cursor
                    ),
                    FieldDefinition.Of("node", shape.ObjectType.NonNull(), "The item.", (EdgeNode node) => node.Item),
                ]
        )
        {
            Description = $"An item of a page of {shape.TypeName}, with its place.",
        };
        return new ObjectType(
            $"{shape.TypeName}Connection",
            () =>
                [
                    new("edges", edge.NonNull().List().NonNull())
                    {
                        Description = "The page's items with their places.",
                        PageSize = _ => 1,
                        Resolver = Resolve.Value((ConnectionNode page) => page.Edges),
                    },
                    new("nodes", shape.ObjectType.NonNull().List().NonNull())
                    {
                        Description = "The page's items.",
                        PageSize = _ => 1,
                        Resolver = Resolve.Value((ConnectionNode page) => page.Edges.Select(edge => edge.Item).ToArray()),
                    },
                    FieldDefinition.Of("pageInfo", _pageInfo.NonNull(), "Where the page is in the list.", (ConnectionNode page) => page),
                    FieldDefinition.Of(
                        "totalCount",
                        ScalarType.Int.NonNull(),
                        "All that match, beyond the page.",
                        (ConnectionNode page) => page.Total ?? 0
                    ),
                ]
        )
        {
            Description = $"A page of {shape.TypeName}.",
        };
    }
}

/// <summary>A page of a connection.</summary>
/// <param name="Edges">The page's items.</param>
/// <param name="HasPrevious">Whether there was one before the first.</param>
/// <param name="HasMore">Whether there is one after the last.</param>
/// <param name="Total">All that match; null when not asked for.</param>
internal sealed record ConnectionNode(IReadOnlyList<EdgeNode> Edges, bool HasPrevious, bool HasMore, int? Total);

/// <summary>An item of a connection.</summary>
/// <param name="Item">The item.</param>
/// <param name="Cursor">Its place in the order; null when nobody asks.</param>
internal sealed record EdgeNode(ItemNode Item, string? Cursor);
