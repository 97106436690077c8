using System.Collections.Immutable;

namespace VoldCms.GraphQL.Errors;

/// <summary>
/// Thrown where an error is a mistake in the program and not in a request: a schema that does not hold, a literal in code that
/// does not parse. What a client can cause is returned as <see cref="GraphQLError"/> values instead.
/// </summary>
public sealed class GraphQLException : Exception
{
    /// <summary>Gathers <paramref name="errors"/> to one exception.</summary>
    public GraphQLException(ImmutableArray<GraphQLError> errors)
        : base(string.Join(Environment.NewLine, errors)) => Errors = errors;

    /// <summary>One error.</summary>
    public GraphQLException(GraphQLError error)
        : this([error]) { }

    /// <summary>What is wrong, at least one error.</summary>
    public ImmutableArray<GraphQLError> Errors { get; }
}
