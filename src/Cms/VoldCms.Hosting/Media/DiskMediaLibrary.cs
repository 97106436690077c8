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
        var file = new FileInfo(PlaceOf(tenant, path));
        return file.Exists && IsWithoutLinks(tenant, path) ? Describe(path, file) : null;
    }

    /// <inheritdoc/>
    public IReadOnlyList<MediaFile> List(Tenant tenant, MediaPath folder, bool withSubfolders)
    {
        var library = RootOf(tenant);
        var start = new DirectoryInfo(PlaceOf(tenant, folder));
        if (!start.Exists || !IsWithoutLinks(tenant, folder))
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
                .Select(file =>
                    MediaPath.TryParse(Path.GetRelativePath(library, file.FullName), out var path) && PlaceOf(tenant, path) == file.FullName
                        ? Describe(path, file)
                        : null
                )
                .OfType<MediaFile>()
                .OrderBy(file => file.Path.Value, StringComparer.Ordinal),
        ];
    }

    /// <inheritdoc/>
    public byte[] Read(Tenant tenant, MediaPath path) => File.ReadAllBytes(PlaceOf(tenant, path));

    /// <inheritdoc/>
    public bool HasPlaceFor(Tenant tenant, MediaPath path) =>
        !Directory.Exists(PlaceOf(tenant, path))
        && IsWithoutLinks(tenant, path)
        && !path.Above.Any(folder => File.Exists(PlaceOf(tenant, folder)));

    /// <inheritdoc/>
    public async Task<bool> TryWriteAsync(Tenant tenant, MediaPath path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        if (!HasPlaceFor(tenant, path))
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

    // A link below the library could lead out of it. The library itself may be one: whoever runs the program has placed it.
    private bool IsWithoutLinks(Tenant tenant, MediaPath path) =>
        path == MediaPath.Root || path.Above.Append(path).All(place => new FileInfo(PlaceOf(tenant, place)).LinkTarget is null);

    private static MediaFile Describe(MediaPath path, FileInfo file) => new(path, file.Length, file.LastWriteTimeUtc);
}
