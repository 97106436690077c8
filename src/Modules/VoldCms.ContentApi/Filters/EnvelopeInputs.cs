using System.Collections.Immutable;
using VoldCms.ContentApi.Schema;
using VoldCms.ContentManagement.Queries;
using VoldCms.GraphQL.Types;

namespace VoldCms.ContentApi.Filters;

/// <summary>What every item can be filtered and ordered by (contract 5.2, 5.3), and how filters are joined.</summary>
internal static class EnvelopeInputs
{
    private static readonly ImmutableArray<(string Name, string Path, ScalarType Type, bool IsAlwaysThere)> s_filters =
    [
        ("contentItemId", ContentPaths.ContentItemId, ScalarType.Id, true),
        ("contentItemVersionId", ContentPaths.ContentItemVersionId, ScalarType.Id, true),
        ("displayText", ContentPaths.DisplayText, ScalarType.String, false),
        ("createdUtc", ContentPaths.CreatedUtc, ApiScalars.DateTime, false),
        ("modifiedUtc", ContentPaths.ModifiedUtc, ApiScalars.DateTime, false),
        ("publishedUtc", ContentPaths.PublishedUtc, ApiScalars.DateTime, false),
        ("owner", ContentPaths.Owner, ScalarType.String, true),
        ("author", ContentPaths.Author, ScalarType.String, true),
    ];

    // The type is accepted and says nothing, as on Orchard Core.
    private static readonly ImmutableArray<(string Name, string? Path)> s_orders =
    [
        ("contentItemId", ContentPaths.ContentItemId),
        ("contentItemVersionId", ContentPaths.ContentItemVersionId),
        ("contentType", null),
        ("displayText", ContentPaths.DisplayText),
        ("published", ContentPaths.Published),
        ("latest", ContentPaths.Latest),
        ("createdUtc", ContentPaths.CreatedUtc),
        ("modifiedUtc", ContentPaths.ModifiedUtc),
        ("publishedUtc", ContentPaths.PublishedUtc),
        ("owner", ContentPaths.Owner),
        ("author", ContentPaths.Author),
    ];

    public static IEnumerable<(InputValueDefinition, WhereKey)> Filters =>
        s_filters.SelectMany(filter => WhereOperators.For(filter.Name, filter.Path, filter.Type, isAlwaysThere: filter.IsAlwaysThere));

    public static IEnumerable<(InputValueDefinition, OrderByKey)> Orders =>
        s_orders.Select(order =>
            (
                new InputValueDefinition(order.Name, CoreTypes.OrderByDirection)
                {
                    Description = order.Path is null ? "Accepted, and orders nothing." : InputTexts.By(order.Name),
                },
                new OrderByKey(order.Path)
            )
        );

    public static void AddJunctions(InputEntries<WhereKey> entries, InputObjectType input)
    {
        entries.Add(new("OR", input.List()) { Description = "Every key of every object is an alternative." }, new WhereKey.Any());
        entries.Add(new("AND", input.List()) { Description = "All must hold." }, new WhereKey.All());
        entries.Add(new("NOT", input.List()) { Description = "Not all of it holds." }, new WhereKey.None());
    }
}
