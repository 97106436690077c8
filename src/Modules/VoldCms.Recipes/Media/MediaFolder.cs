using VoldCms.ContentManagement.Recipes;
using VoldCms.ContentManagement.Storage;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Hosting.Configuration;

namespace VoldCms.Recipes.Media;

/// <summary>
/// Files below <c>media/{tenant}</c> in the data directory, of the current scope's tenant. Paths have been checked by the caller:
/// relative, forward slashes, no <c>..</c>. Scoped.
/// </summary>
internal sealed class MediaFolder(DataDirectory data, TenantContext tenant, TimeProvider clock)
{
    // No file takes that long to write.
    private static readonly TimeSpan s_longest = TimeSpan.FromHours(1);

    /// <summary>Whether a file is there, and whether it holds exactly these bytes.</summary>
    public async Task<RecipeOutcome> CompareAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var file = new FileInfo(Full(path));
        return !file.Exists ? RecipeOutcome.Created
            : file.Length == content.Length
            && (await File.ReadAllBytesAsync(file.FullName, cancellationToken)).AsSpan().SequenceEqual(content.Span)
                ? RecipeOutcome.Same
            : RecipeOutcome.Updated;
    }

    /// <summary>Every file with its path and size, in the order of paths; none when nothing was ever written.</summary>
    public IEnumerable<(string Path, long Size)> List()
    {
        var library = new DirectoryInfo(data.MediaLibrary(tenant.Tenant.Name));
        return !library.Exists
            ? []
            : library
                .EnumerateFiles("*", SearchOption.AllDirectories)
                .Select(file => (Path: System.IO.Path.GetRelativePath(library.FullName, file.FullName).Replace('\\', '/'), file.Length))
                .Where(file => !file.Path.Split('/').Any(segment => segment.StartsWith('.')))
                .OrderBy(file => file.Path, StringComparer.Ordinal);
    }

    /// <summary>The bytes of a file that is there.</summary>
    public Task<byte[]> ReadAsync(string path, CancellationToken cancellationToken) =>
        File.ReadAllBytesAsync(Full(path), cancellationToken);

    /// <summary>
    /// Writes a file whole, over one that is there: a reader sees the old bytes or the new. What a killed process has left unfinished
    /// is hidden from listings and backups, and goes when a file is written to the same folder an hour later or more.
    /// </summary>
    public async Task WriteAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var full = Full(path);
        var folder = new DirectoryInfo(Path.GetDirectoryName(full)!);
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

            File.Move(unfinished, full, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>Whether there is a file of that path; also no, when the path leads out of the library.</summary>
    public bool Has(string path) => data.FindMediaFile(tenant.Tenant.Name, path) is { } file && File.Exists(file);

    private string Full(string path) =>
        data.FindMediaFile(tenant.Tenant.Name, path)
        ?? throw new ArgumentException($"'{path}' leads out of the media library.", nameof(path));
}
