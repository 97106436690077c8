using VoldCms.GraphQL.Errors;
using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Execution;

/// <summary>An error in the place of a value, until the response path to it is known.</summary>
internal sealed class FieldError(string message)
{
    /// <summary>Of a value that is not what its type says.</summary>
    public const string CompleteValue = nameof(CompleteValue);

    /// <summary>Of a resolver that failed.</summary>
    public const string ResolveFieldValue = nameof(ResolveFieldValue);

    public string Message { get; } = message;

    /// <summary>Where in the document, when that is not simply the field.</summary>
    public SourceSpan? Span { get; init; }

    public IReadOnlyDictionary<string, object?>? Extensions { get; init; }

    /// <summary>The algorithm of the specification that could not go on; for clients when the extensions have no code.</summary>
    public string Rule { get; init; } = ResolveFieldValue;

    /// <summary>What was thrown; for the host, never for the client.</summary>
    public Exception? Exception { get; init; }

    /// <summary>
    /// What a client may know of an exception: the message of a <see cref="GraphQLException"/>, and of others that there was one.
    /// </summary>
    public static FieldError From(Exception exception) =>
        exception is GraphQLException { Errors: [var error, ..] }
            ? new FieldError(error.Message)
            {
                Extensions = error.Extensions,
                Rule = error.Rule ?? ResolveFieldValue,
                Exception = exception,
            }
            : new FieldError("The field could not be resolved.") { Exception = exception };
}
