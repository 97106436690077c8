using System.IO.Compression;

namespace VoldCms.ContentManagement.Storage;

/// <summary>
/// Everything in the database as a portable archive: one snapshot, whatever is written meanwhile, in a form that either kind of
/// database takes. Indexes are left out and made anew. Singleton, thread-safe.
/// </summary>
public interface IDatabaseBackup
{
    /// <summary>Writes the tables into the archive below <c>database/</c>.</summary>
    Task WriteAsync(ZipArchive archive, CancellationToken cancellationToken);

    /// <summary>
    /// Reads the archive to its end and looks whether it can be restored. The database, which need not be there yet, is not touched.
    /// </summary>
    /// <exception cref="InvalidDataException">The archive is none of ours, broken, or of another release.</exception>
    Task CheckAsync(ZipArchive archive, CancellationToken cancellationToken);

    /// <summary>
    /// Replaces everything in the database by what the archive holds, in one transaction: readers see the old or the new, writers
    /// wait. Every tenant's version is raised beyond all that has been, so no node answers from what it had cached.
    /// </summary>
    /// <exception cref="InvalidDataException">The archive is none of ours, broken, or of another release; nothing has changed.</exception>
    Task RestoreAsync(ZipArchive archive, CancellationToken cancellationToken);
}
