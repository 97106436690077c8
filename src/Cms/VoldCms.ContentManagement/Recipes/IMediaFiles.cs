namespace VoldCms.ContentManagement.Recipes;

/// <summary>
/// Where the files of the current scope's tenant are stored. Paths have been checked by the caller: relative, forward slashes,
/// no <c>..</c>. Scoped.
/// </summary>
public interface IMediaFiles
{
    /// <summary>Whether a file is there, and whether it holds exactly these bytes.</summary>
    Task<RecipeOutcome> CompareAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);

    /// <summary>Writes a file whole, over one that is there: a reader sees the old bytes or the new.</summary>
    Task WriteAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);
}
