using System.Collections.Immutable;

namespace VoldCms.GraphQL.Errors;

/// <summary>
/// One entry of a response's <c>errors</c>: what went wrong, where in the document, and where in the response. Immutable.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Errors.Error-Result-Format"/>
public sealed record GraphQLError(string Message)
{
    /// <summary>The places in the document that the error is about; empty when there is none.</summary>
    public ImmutableArray<SourceLocation> Locations { get; init; } = [];

    /// <summary>The response position that the error occurred at; empty for an error of the request.</summary>
    public ImmutableArray<PathSegment> Path { get; init; } = [];

    /// <summary>
    /// More for programs, written under <c>extensions</c>; null when there is none. Values as in a result: text, numbers, lists, maps.
    /// </summary>
    public IReadOnlyDictionary<string, object?>? Extensions { get; init; }

    /// <summary>
    /// Which rule was broken: the name of a validation rule of the specification (<c>FieldsOnCorrectType</c>), <c>Syntax</c>, or the
    /// name of a limit (<c>MaxTokens</c>), or of the algorithm that could not go on (<c>CoerceVariableValues</c>). It is the response's
    /// <c>extensions.code</c> where <see cref="Extensions"/> has none.
    /// </summary>
    public string? Rule { get; init; }

    /// <summary>What a resolver threw, for the host to log; it is not in the response.</summary>
    public Exception? Exception { get; init; }

    /// <summary>The message and where it is, on one line.</summary>
    public override string ToString() =>
        Locations.IsEmpty ? Message : $"{Message} ({string.Join(", ", Locations.Select(place => $"{place.Line}:{place.Column}"))})";
}
