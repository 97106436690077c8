using System.Collections.Immutable;
using VoldCms.GraphQL.Errors;

namespace VoldCms.GraphQL.Execution;

/// <summary>What came of a request, beside the response that was written. Immutable.</summary>
public sealed record ExecutionResult
{
    /// <summary>The response's errors; those with an <see cref="GraphQLError.Exception"/> are for the host to log.</summary>
    public ImmutableArray<GraphQLError> Errors { get; init; } = [];

    /// <summary>
    /// Whether the operation was executed, however it ended. If not (a request error), the response has no <c>data</c> and nothing was
    /// resolved.
    /// </summary>
    public bool WasExecuted { get; init; }

    /// <summary>What the operation costs; 0 when it was not found out.</summary>
    public long Cost { get; init; }
}
