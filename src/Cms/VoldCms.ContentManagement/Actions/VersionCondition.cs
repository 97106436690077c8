using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Results;

namespace VoldCms.ContentManagement.Actions;

/// <summary>
/// Which version an edit started from: any that is stored, or one of those named. Refused when another is the newest. Immutable.
/// </summary>
public sealed class VersionCondition
{
    private readonly ImmutableArray<ContentItemVersionId>? _versions;

    private VersionCondition(ImmutableArray<ContentItemVersionId>? versions) => _versions = versions;

    /// <summary>Any version of an item that is stored.</summary>
    public static VersionCondition Any { get; } = new(null);

    /// <summary>One of these; of none, no version is the right one.</summary>
    public static VersionCondition OneOf(params IEnumerable<ContentItemVersionId> versions) => new([.. versions]);

    /// <summary>Why the edit does not hold; null when it started from the newest version.</summary>
    /// <param name="id">The item, as the writer names it.</param>
    /// <param name="newest">Its newest version, of which the writer may know.</param>
    internal Conflict? FindConflict(ContentItemId id, ContentItemVersionId newest) =>
        _versions is not { } versions || versions.Contains(newest)
            ? null
            : new(
                "content.version-conflict",
                $"The item {id} was changed by somebody else: version {versions.FirstOrDefault(new ContentItemVersionId(""))} "
                    + $"was edited, but {newest} is the newest."
            );
}
