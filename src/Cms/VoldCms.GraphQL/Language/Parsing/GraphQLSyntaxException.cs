using VoldCms.GraphQL.Errors;

namespace VoldCms.GraphQL.Language;

/// <summary>Ends a parse at its first mistake; <see cref="GraphQLParser"/> catches it and returns the error as a value.</summary>
internal sealed class GraphQLSyntaxException(GraphQLError error) : Exception(error.Message)
{
    public GraphQLError Error { get; } = error;
}
