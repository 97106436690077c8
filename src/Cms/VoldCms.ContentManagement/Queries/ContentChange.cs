using VoldCms.ContentManagement.Items;

namespace VoldCms.ContentManagement.Queries;

/// <summary>That an item has become public in another version, or is public no more.</summary>
/// <param name="ContentItemId">The item.</param>
/// <param name="ContentType">What it is, or was.</param>
/// <param name="AtUtc">When that happened, last.</param>
/// <param name="IsPublished">Whether it is public, to the principal who asks; else it was.</param>
public sealed record ContentChange(ContentItemId ContentItemId, string ContentType, DateTimeOffset AtUtc, bool IsPublished)
{
    /// <summary>Where the change is in the feed.</summary>
    public ChangePosition Position => new(AtUtc, ContentItemId);
}

/// <summary>A place in the order of changes.</summary>
public readonly record struct ChangePosition(DateTimeOffset AtUtc, ContentItemId ContentItemId);
