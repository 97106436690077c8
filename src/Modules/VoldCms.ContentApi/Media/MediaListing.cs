using VoldCms.ContentManagement.Media;
using VoldCms.ContentManagement.Tenancy;

namespace VoldCms.ContentApi.Media;

/// <summary>The files of the current tenant's media library. Scoped.</summary>
internal sealed class MediaListing(IMediaLibrary library, TenantContext tenant)
{
    /// <summary>The files in a folder, by path; none when there is no such folder, or when it is not inside the library.</summary>
    /// <param name="folder">Relative, forward slashes; empty for the root.</param>
    /// <param name="withSubfolders">Whether to go down.</param>
    /// <param name="take">At most this many.</param>
    public IReadOnlyList<MediaAsset> List(string folder, bool withSubfolders, int take) =>
        MediaPath.TryParseFolder(folder, out var start)
            ?
            [
                .. library
                    .List(tenant.Tenant, start, withSubfolders)
                    .Take(take)
                    .Select(file => new MediaAsset(file.Path.Name, file.Path.Value, file.Length, file.LastModified)),
            ]
            : [];
}

/// <summary>A file in the media library.</summary>
internal sealed record MediaAsset(string Name, string Path, long Length, DateTimeOffset LastModified);
