using VoldCms.GraphQL.Errors;
using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Execution;

/// <summary>An error in the place of a value, until the response path to it is known.</summary>
internal sealed class FieldError(string message)
{
    public string Message { get; } = message;

    /// <summary>Where in the document, when that is not simply the field.</summary>
    public SourceSpan? Span { get; init; }

    public IReadOnlyDictionary<string, object?>? Extensions { get; init; }

    /// <summary>What was thrown; for the host, never for the client.</summary>
    public Exception? Exception { get; init; }

    /// <summary>What a client may know of an exception: the message of a <see cref="GraphQLException"/>, and of others that there was one.</summary>
    public static FieldError From(Exception exception) => exception is GraphQLException { Errors: [var error, ..] }
        ? new FieldError(error.Message) { Extensions = error.Extensions, Exception = exception }
        : new FieldError("The field could not be resolved.") { Exception = exception };
}
