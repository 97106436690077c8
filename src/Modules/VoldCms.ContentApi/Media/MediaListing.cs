using VoldCms.ContentApi.Requests;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Hosting.Configuration;

namespace VoldCms.ContentApi.Media;

/// <summary>The files of the current tenant's media library. Scoped.</summary>
internal sealed class MediaListing(DataDirectory data, TenantContext tenant)
{
    /// <summary>The files in a folder, by path; none when there is no such folder, or when it is not inside the library.</summary>
    /// <param name="folder">Relative, forward slashes; empty for the root.</param>
    /// <param name="withSubfolders">Whether to go down.</param>
    /// <param name="take">At most this many.</param>
    public IReadOnlyList<MediaAsset> List(string folder, bool withSubfolders, int take)
    {
        if (folder.Contains('\0', StringComparison.Ordinal) || folder.Split('/', '\\').Any(segment => segment is ".." or "."))
        {
            return [];
        }

        var root = data.MediaLibrary(tenant.Tenant.Name);
        var start = new DirectoryInfo(Path.Combine(root, folder.Trim('/', '\\').Replace('/', Path.DirectorySeparatorChar)));
        if (
            !start.Exists
            || !(start.FullName + Path.DirectorySeparatorChar).StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
        )
        {
            return [];
        }

        var options = new EnumerationOptions
        {
            RecurseSubdirectories = withSubfolders,
            AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
        };
        return
        [
            .. start
                .EnumerateFiles("*", options)
                .Select(file => new MediaAsset(
                    file.Name,
                    Path.GetRelativePath(root, file.FullName).Replace(Path.DirectorySeparatorChar, '/'),
                    file.Length,
                    file.LastWriteTimeUtc
                ))
                .OrderBy(asset => asset.Path, StringComparer.Ordinal)
                .Take(take),
        ];
    }
}
