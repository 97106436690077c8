using VoldCms.ContentManagement.Recipes;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Hosting.Configuration;

namespace VoldCms.Recipes.Media;

/// <summary>
/// Files below <c>media/{tenant}</c> in the data directory, of the current scope's tenant. Paths have been checked by the caller:
/// relative, forward slashes, no <c>..</c>. Scoped.
/// </summary>
internal sealed class MediaFolder(DataDirectory data, TenantContext tenant)
{
    /// <summary>Whether a file is there, and whether it holds exactly these bytes.</summary>
    public async Task<RecipeOutcome> CompareAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var file = new FileInfo(Full(path));
        return !file.Exists ? RecipeOutcome.Created
            : file.Length == content.Length && (await File.ReadAllBytesAsync(file.FullName, cancellationToken)).AsSpan().SequenceEqual(content.Span)
                ? RecipeOutcome.Same
                : RecipeOutcome.Updated;
    }

    /// <summary>Writes a file whole, over one that is there: a reader sees the old bytes or the new.</summary>
    public async Task WriteAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var full = Full(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var unfinished = $"{full}.{Guid.NewGuid():n}.tmp";
        try
        {
            await File.WriteAllBytesAsync(unfinished, content, cancellationToken);
            File.Move(unfinished, full, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private string Full(string path) => data.MediaFile(tenant.Tenant.Name, path);
}
