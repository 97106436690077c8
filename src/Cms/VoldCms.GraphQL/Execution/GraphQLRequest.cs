using System.Text.Json;

namespace VoldCms.GraphQL.Execution;

/// <summary>What comes with a document to run it once. Immutable; it must outlive the execution.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Executing-Requests"/>
public sealed record GraphQLRequest
{
    /// <summary>A request without variables.</summary>
    public static GraphQLRequest Empty { get; } = new();

    /// <summary>Which operation to run; null when the document has one only.</summary>
    public string? OperationName { get; init; }

    /// <summary>The variables, a JSON object; undefined or null when there are none.</summary>
    public JsonElement Variables { get; init; }

    /// <summary>The parent of the root fields; null when they need none.</summary>
    public object? RootValue { get; init; }

    /// <summary>Whatever the resolvers of this host share during a request, such as the tenant and the user.</summary>
    public object? State { get; init; }

    /// <summary>
    /// Tells how many there are of the names that <see cref="Types.FieldDefinition.SomeOf"/> gives; of a name that is left out nothing is
    /// known. Asked only when an operation would cost too much without knowing. Null when nobody knows.
    /// </summary>
    public Func<IReadOnlyCollection<string>, CancellationToken, ValueTask<IReadOnlyDictionary<string, int>>>? CountAsync { get; init; }

    /// <summary>
    /// Told what an operation costs when all else is settled and nothing is resolved yet: the host may let it wait for its turn. What it
    /// throws comes out of the engine. Null to begin at once.
    /// </summary>
    public Func<long, CancellationToken, ValueTask>? AdmitAsync { get; init; }

    /// <summary>Whether the response says under <c>extensions.cost</c> what the operation cost.</summary>
    public bool IncludeCost { get; init; }
}
