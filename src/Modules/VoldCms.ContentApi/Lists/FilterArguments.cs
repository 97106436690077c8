using System.Collections.Immutable;
using VoldCms.ContentApi.Filters;
using VoldCms.ContentApi.Requests;
using VoldCms.ContentApi.Schema;
using VoldCms.ContentManagement.Queries;
using VoldCms.GraphQL.Errors;
using VoldCms.GraphQL.Execution;

namespace VoldCms.ContentApi.Lists;

/// <summary>The arguments <c>where</c>, <c>orderBy</c>, <c>culture</c> and <c>fallback</c>, read.</summary>
internal static class FilterArguments
{
    /// <summary>What must hold; null when nothing is asked.</summary>
    /// <exception cref="GraphQLException">There are too many comparisons, or a value does not hold.</exception>
    public static ContentFilter? Where(WhereMap map, ArgumentValues arguments, ContentApiOptions options) =>
        Refusal.Translate(() => new WhereReader(options.MaxComparisons).Read(map, arguments.Get<object>("where")));

    /// <summary>The order that is asked; empty when none is.</summary>
    /// <exception cref="GraphQLException">There are too many keys that need queries of their own.</exception>
    public static ImmutableArray<ContentOrder> OrderBy(OrderMap map, ArgumentValues arguments) =>
        Refusal.Translate(() => WhereReader.ReadOrderAsked(map, arguments.Get<object>("orderBy")));

    /// <summary>The query in the order that is asked; the newest first when none is.</summary>
    /// <inheritdoc cref="OrderBy(OrderMap, ArgumentValues)"/>
    public static ContentQuery OrderBy(ContentQuery query, OrderMap map, ArgumentValues arguments) =>
        Refusal.Translate(() => WhereReader.Order(query, map, arguments.Get<object>("orderBy")));

    /// <summary>The language that is asked; null when none is.</summary>
    /// <exception cref="GraphQLException">It is no language tag.</exception>
    public static AskedCulture? Culture(ArgumentValues arguments) =>
        arguments.Get<string>("culture") is { } culture
            ? new(
                Refusal.Translate(() => AskedCulture.Check(culture)),
                FollowsChain: !(arguments.TryGet("fallback", out var fallback) && fallback is false)
            )
            : null;
}
