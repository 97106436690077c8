using System.Collections.Frozen;

namespace VoldCms.ContentManagement.Computing;

/// <summary>What a computation can be told.</summary>
/// <param name="Name">As documents write it: a small letter first.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Description">In English.</param>
/// <param name="IsRequired">It must be given.</param>
public sealed record Parameter(string Name, ScalarKind Kind, string Description, bool IsRequired = false)
{
    /// <summary>The moment that is asked about.</summary>
    public static Parameter At { get; } = new("at", ScalarKind.DateTime, "The moment that is asked about; now when not given.");

    /// <summary>The language that localized items are wanted in.</summary>
    public static Parameter Culture { get; } =
        new(
            "culture",
            ScalarKind.Text,
            "One answer of each localization set, in this language or along its fallbacks; the site's default language when not given."
        );
}

/// <summary>What a computation is told. Immutable.</summary>
public sealed class ParameterValues(IEnumerable<KeyValuePair<string, object?>> given)
{
    private readonly FrozenDictionary<string, object?> _given = given.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Nothing.</summary>
    public static ParameterValues None { get; } = new([]);

    /// <summary>The text or id; null when it was not given, or empty.</summary>
    /// <exception cref="InvalidCastException">The parameter is of another kind.</exception>
    public string? FindText(string name) => (string?)_given.GetValueOrDefault(name) is { Length: > 0 } text ? text : null;

    /// <summary>The moment; null when it was not given.</summary>
    /// <exception cref="InvalidCastException">The parameter is of another kind.</exception>
    public DateTimeOffset? FindInstant(string name) => (DateTimeOffset?)_given.GetValueOrDefault(name);
}
