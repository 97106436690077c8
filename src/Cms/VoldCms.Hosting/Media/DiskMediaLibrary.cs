using System.IO.Enumeration;
using VoldCms.ContentManagement.Media;
using VoldCms.ContentManagement.Storage;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Hosting.Configuration;

namespace VoldCms.Hosting.Media;

/// <summary>
/// Media libraries as folders of the data directory, <c>media/{tenant}</c>; none is made before the first file is written.
/// </summary>
public sealed class DiskMediaLibrary(DataDirectory data, TimeProvider clock) : IMediaLibrary
{
    // No file takes that long to write.
    private static readonly TimeSpan s_longest = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public MediaFile? Find(Tenant tenant, MediaPath path)
    {
        var place = PlaceOf(tenant, path);
        return RegularFile.IsAt(place) && IsWithoutLinks(tenant, path) ? Describe(path, new(place)) : null;
    }

    /// <inheritdoc/>
    public IReadOnlyList<MediaFile> List(Tenant tenant, MediaPath folder, bool withSubfolders) =>
        [
            .. Walk(tenant, folder, withSubfolders)
                .Select(entry => entry.File)
                .OfType<MediaFile>()
                .OrderBy(file => file.Path.Value, StringComparer.Ordinal),
        ];

    /// <inheritdoc/>
    public IReadOnlyList<string> PassedOver(Tenant tenant) =>
        [
            .. Walk(tenant, MediaPath.Root, withSubfolders: true)
                .Where(entry => entry.File is null)
                .Select(entry => entry.Path)
                .Order(StringComparer.Ordinal),
        ];

    /// <inheritdoc/>
    public byte[] Read(Tenant tenant, MediaPath path)
    {
        var place = PlaceOf(tenant, path);
        RegularFile.Check(place);
        return File.ReadAllBytes(place);
    }

    /// <inheritdoc/>
    public string? FindObstacle(Tenant tenant, MediaPath path) =>
        Find(tenant, path) is not null
            ? null
            : path
                .Above.Append(path)
                .Select(step => FindObstacle(tenant, step, isFile: step == path))
                .FirstOrDefault(found => found is not null);

    /// <inheritdoc/>
    public async Task<bool> TryWriteAsync(Tenant tenant, MediaPath path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        if (FindObstacle(tenant, path) is not null)
        {
            return false;
        }

        var place = PlaceOf(tenant, path);
        var folder = new DirectoryInfo(Path.GetDirectoryName(place)!);
        PrivateFiles.CreateFolder(folder.FullName);
        foreach (var left in folder.EnumerateFiles(".*.tmp").Where(file => clock.GetUtcNow() - file.LastWriteTimeUtc > s_longest))
        {
            left.Delete();
        }

        var unfinished = Path.Combine(folder.FullName, $".{Guid.NewGuid():n}.tmp");
        try
        {
            await using (var file = PrivateFiles.Open(unfinished))
            {
                await file.WriteAsync(content, cancellationToken);
            }

            File.Move(unfinished, place, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }

        return true;
    }

    /// <inheritdoc/>
    public void RemoveAll(Tenant tenant)
    {
        if (Directory.Exists(RootOf(tenant)))
        {
            Directory.Delete(RootOf(tenant), recursive: true);
        }
    }

    private string RootOf(Tenant tenant) => data.Combine("media", tenant.Name.ToLowerInvariant());

    private string PlaceOf(Tenant tenant, MediaPath path) =>
        path == MediaPath.Root ? RootOf(tenant) : Path.Combine([RootOf(tenant), .. path.Value.Split('/')]);

    private string? FindObstacle(Tenant tenant, MediaPath step, bool isFile)
    {
        var place = PlaceOf(tenant, step);
        return new FileInfo(place).LinkTarget is not null ? $"'{step}' is a link"
            : isFile && Directory.Exists(place) ? $"'{step}' is a folder"
            : File.Exists(place) && !RegularFile.IsAt(place) ? $"'{step}' is no regular file"
            : !isFile && File.Exists(place) ? $"'{step}' is a file, and no folder"
            : FindOtherSpelling(tenant, step) is { } other ? $"'{other}' is there, which differs by case alone"
            : null;
    }

    // What lies beside the path, whether that is there or not, under a name that a system which ignores case, or composes letters, takes
    // for the path's own.
    private MediaPath? FindOtherSpelling(Tenant tenant, MediaPath path)
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(PlaceOf(tenant, path))!);
        if (!folder.Exists)
        {
            return null;
        }

        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            if (
                MediaPath.TryParse(Path.GetRelativePath(RootOf(tenant), entry.FullName), out var there)
                && (there.IsSameButForCase(path) || (there == path && entry.Name != path.Name))
            )
            {
                return there;
            }
        }

        return null;
    }

    // Links are told and not followed; hidden entries are nobody's.
    private IEnumerable<(string Path, MediaFile? File)> Walk(Tenant tenant, MediaPath folder, bool withSubfolders)
    {
        var start = PlaceOf(tenant, folder);
        if (!Directory.Exists(start) || !IsWithoutLinks(tenant, folder))
        {
            return [];
        }

        var options = new EnumerationOptions
        {
            RecurseSubdirectories = withSubfolders,
            AttributesToSkip = FileAttributes.Hidden | FileAttributes.System,
        };
        var library = RootOf(tenant);
        return new FileSystemEnumerable<(string, MediaFile?)>(start, (ref entry) => Look(entry.ToFileSystemInfo()), options)
        {
            ShouldRecursePredicate = (ref entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
            ShouldIncludePredicate = (ref entry) => !entry.IsDirectory || entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        };

        (string, MediaFile?) Look(FileSystemInfo entry)
        {
            var name = Path.GetRelativePath(library, entry.FullName);
            var isMedia =
                MediaPath.TryParse(name, out var path)
                && PlaceOf(tenant, path) == entry.FullName
                && !entry.Attributes.HasFlag(FileAttributes.ReparsePoint)
                && RegularFile.IsAt(entry.FullName);
            return (name.Replace(Path.DirectorySeparatorChar, '/'), isMedia ? Describe(path, (FileInfo)entry) : null);
        }
    }

    // A link below the library could lead out of it. The library itself may be one: whoever runs the program has placed it.
    private bool IsWithoutLinks(Tenant tenant, MediaPath path) =>
        path == MediaPath.Root || path.Above.Append(path).All(place => new FileInfo(PlaceOf(tenant, place)).LinkTarget is null);

    private static MediaFile Describe(MediaPath path, FileInfo file) => new(path, file.Length, file.LastWriteTimeUtc);
}
