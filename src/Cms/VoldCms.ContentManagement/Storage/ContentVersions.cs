using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Permissions;

namespace VoldCms.ContentManagement.Storage;

/// <summary>One stored version of an item, with what only the store knows.</summary>
public sealed record StoredVersion
{
    /// <summary>The row's number; 0 before it is stored.</summary>
    public long Key { get; init; }

    /// <summary>The version as content.</summary>
    public required ContentItem Item { get; init; }

    /// <summary>Who wrote it: a recipe (the system) may replace its own words, never a person's.</summary>
    public required PrincipalKind WrittenBy { get; init; }

    /// <summary>From when to when it was the public version; null when it never was, or still is.</summary>
    public DateTimeOffset? PublicFromUtc { get; init; }

    /// <inheritdoc cref="PublicFromUtc"/>
    public DateTimeOffset? PublicToUtc { get; init; }
}

/// <summary>
/// The versions of one item that count now. Both are the same instance when the newest version is the public one;
/// both null when the item is removed or was never there.
/// </summary>
/// <param name="ItemKey">The item's number, kept through all versions and the last word of every order; 0 before it is stored.</param>
public sealed record LiveVersions(long ItemKey, StoredVersion? Latest, StoredVersion? Published)
{
    /// <summary>Of an item that is removed or was never there.</summary>
    public static LiveVersions None { get; } = new(0, null, null);
}
