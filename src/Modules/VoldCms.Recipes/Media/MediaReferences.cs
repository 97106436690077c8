using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Media;
using VoldCms.ContentManagement.Rules;
using VoldCms.ContentManagement.Storage;
using VoldCms.ContentManagement.Tenancy;

namespace VoldCms.Recipes.Media;

/// <summary>Which of the files that items name lie in the media library.</summary>
internal sealed class MediaReferences(IMediaLibrary library, TenantContext tenant) : IReferenceTargets
{
    public ReferenceKind Kind => ReferenceKind.MediaFile;

    public Task<IReadOnlySet<string>> FindKnownAsync(
        IUnitOfWork work,
        IReadOnlyCollection<string> ids,
        CancellationToken cancellationToken
    ) => Task.FromResult<IReadOnlySet<string>>(ids.Where(Has).ToHashSet(StringComparer.Ordinal));

    private bool Has(string text) => MediaPath.TryParse(text, out var path) && library.Find(tenant.Tenant, path) is not null;
}
