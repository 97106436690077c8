using System.Collections.Immutable;

namespace VoldCms.ContentManagement.Visibility;

/// <summary>The levels as items and definitions write them.</summary>
public static class VisibilityLevels
{
    /// <summary>The words that may be written.</summary>
    public static ImmutableArray<string> All { get; } = ["public", "internal", "secret"];

    /// <summary>The level of that name, ignoring case; what nobody knows is secret, to be safe.</summary>
    public static VisibilityLevel Read(string? name) =>
        "public".Equals(name, StringComparison.OrdinalIgnoreCase) ? VisibilityLevel.Public
        : "internal".Equals(name, StringComparison.OrdinalIgnoreCase) ? VisibilityLevel.Internal
        : VisibilityLevel.Secret;
}
