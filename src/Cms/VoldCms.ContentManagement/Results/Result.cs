using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace VoldCms.ContentManagement.Results;

/// <summary>What a caller can cause and can mend. A bug or a lost disk is an exception instead.</summary>
/// <param name="Code">A stable name that programs may switch on, such as <c>content.version-conflict</c>.</param>
/// <param name="Message">One line for people: what, where, and what was expected.</param>
public abstract record Error(string Code, string Message);

/// <summary>What was asked for is not there, or not for this principal: the two look alike on purpose.</summary>
public sealed record NotFound(string Code, string Message) : Error(Code, Message);

/// <summary>The state has moved on, or the name is taken.</summary>
public sealed record Conflict(string Code, string Message) : Error(Code, Message);

/// <summary>The principal may not do this.</summary>
public sealed record Forbidden(string Code, string Message) : Error(Code, Message);

/// <summary>What was given does not hold; every problem is listed.</summary>
public sealed record Invalid(string Code, string Message, ImmutableArray<Problem> Problems) : Error(Code, Message)
{
    /// <summary>The error whose message is the first problem. Throws when there is none.</summary>
    public static Invalid Of(string code, ImmutableArray<Problem> problems) =>
        new(code, problems.Length == 0 ? code : problems[0].ToString(), problems);
}

/// <summary>One thing wrong with what was given.</summary>
/// <param name="Path">The JSON path from the root of what was given, such as <c>Measure.Order.Value</c>.</param>
/// <param name="Message">What is wrong and what was expected.</param>
/// <param name="IsWarning">True when it is told and the work goes on.</param>
/// <param name="IsLoss">What is stored is not at all what was given: a recipe is warned, a person refused.</param>
public sealed record Problem(string Path, string Message, bool IsWarning = false, bool IsLoss = false)
{
    /// <inheritdoc/>
    public override string ToString() => Path.Length == 0 ? Message : $"{Path}: {Message}";
}

/// <summary>Either a value or an <see cref="Results.Error"/>.</summary>
public readonly struct Result<T>
{
    private readonly T? _value;

    private Result(T? value, Error? error)
    {
        _value = value;
        Error = error;
    }

    /// <summary>Null when there is a value.</summary>
    public Error? Error { get; }

    /// <summary>Whether there is a value.</summary>
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => Error is null;

    /// <exception cref="InvalidOperationException">There is an error instead of a value.</exception>
    public T Value => IsSuccess ? _value! : throw new InvalidOperationException($"There is no value: {Error.Code}: {Error.Message}");

    /// <summary>Gives the value, or the error in its place.</summary>
    public bool TryGet([MaybeNullWhen(false)] out T value, [NotNullWhen(false)] out Error? error)
    {
        value = _value;
        error = Error;
        return IsSuccess;
    }

#pragma warning disable CA2225 // Named alternates would be a second way of doing the same.
    /// <summary>A success.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>A failure.</summary>
    public static implicit operator Result<T>(Error error) => new(default, error);
#pragma warning restore CA2225
}
