using System.Collections.Immutable;
using VoldCms.ContentApi.Requests;
using VoldCms.ContentApi.Schema;
using VoldCms.ContentManagement.Queries;
using VoldCms.GraphQL.Errors;
using VoldCms.GraphQL.Execution;
using VoldCms.GraphQL.Types;

namespace VoldCms.ContentApi.Lists;

/// <summary>What every list of one type can be told, and the query that it asks for.</summary>
internal static class ListArguments
{
    /// <summary>The arguments of every list of one type.</summary>
    public static ImmutableArray<InputValueDefinition> Of(ItemShape shape) =>
        [
            new("where", shape.Where.Input) { Description = "What must hold of them." },
            new("orderBy", shape.Order.Input) { Description = "The newest first when not given." },
            new("first", ScalarType.Int) { Description = "How many at most." },
            new("skip", ScalarType.Int) { Description = "How many to pass over." },
            CoreTypes.StatusArgument,
            .. CoreTypes.Culture,
        ];

    /// <summary>What those arguments ask for, all but the page.</summary>
    /// <exception cref="GraphQLException">An argument does not hold.</exception>
    public static ContentQuery QueryOf(ItemShape shape, FieldBatch batch, ContentApiOptions options)
    {
        var arguments = batch.Arguments;
        var query = ContentQuery.For(shape.Type.Name) with
        {
            State = CoreTypes.StatusOf(arguments),
            Filter = FilterArguments.Where(shape.Where, arguments, options),
        };
        query = FilterArguments.OrderBy(query, shape.Order, arguments);
        return shape.Type.IsLocalized && FilterArguments.Culture(arguments) is { } culture
            ? culture.Narrow(query, ApiRequest.Of(batch).Schema.Configuration.Settings)
            : query;
    }

    /// <summary>The language that a list of the type was asked in; null when in none.</summary>
    public static string? CultureOf(ItemShape shape, ArgumentValues arguments) =>
        shape.Type.IsLocalized ? FilterArguments.Culture(arguments)?.Name : null;
}
