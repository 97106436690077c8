using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Storage;

namespace VoldCms.Recipes.Media;

/// <summary>Which of the files that items name lie in the media library.</summary>
internal sealed class MediaReferences(MediaFolder folder) : IReferenceTargets
{
    public ReferenceKind Kind => ReferenceKind.MediaFile;

    public Task<IReadOnlySet<string>> FindKnownAsync(
        IUnitOfWork work,
        IReadOnlyCollection<string> ids,
        CancellationToken cancellationToken
    ) => Task.FromResult<IReadOnlySet<string>>(ids.Where(folder.Has).ToHashSet(StringComparer.Ordinal));
}
