using VoldCms.ContentManagement.Tenancy;

namespace VoldCms.ContentManagement.Media;

/// <summary>
/// The files of each tenant's media library. What is listed is what can be found, and nothing else: a file whose path is no
/// <see cref="MediaPath"/>, and what lies behind a link, is not there. Asks for no permission; callers do. Singleton, thread-safe.
/// </summary>
public interface IMediaLibrary
{
    /// <summary>The file of that path; null when there is none.</summary>
    MediaFile? Find(Tenant tenant, MediaPath path);

    /// <summary>The files in a folder, in the order of their paths' characters; none when there is no such folder.</summary>
    /// <param name="tenant">Whose library.</param>
    /// <param name="folder">Where to begin.</param>
    /// <param name="withSubfolders">Whether to go down.</param>
    IReadOnlyList<MediaFile> List(Tenant tenant, MediaPath folder, bool withSubfolders);

    /// <summary>The bytes of a file.</summary>
    /// <exception cref="IOException">It is gone, or cannot be read.</exception>
    byte[] Read(Tenant tenant, MediaPath path);

    /// <summary>
    /// Whether a file may be written there: no folder has the path, and neither a file nor a link that of a folder above it.
    /// </summary>
    bool HasPlaceFor(Tenant tenant, MediaPath path);

    /// <summary>
    /// Writes a file whole, over one that is there: a reader sees the old bytes or the new. The folders above it are made. What a killed
    /// process has left unfinished is not listed, and goes when a file is written to the same folder an hour later or more.
    /// </summary>
    /// <returns>False, and nothing is written, when there is no place for it.</returns>
    /// <exception cref="IOException">The file cannot be written.</exception>
    Task<bool> TryWriteAsync(Tenant tenant, MediaPath path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);

    /// <summary>Removes the whole library of a tenant; nothing happens when there is none.</summary>
    void RemoveAll(Tenant tenant);
}

/// <summary>A file of a media library.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Length">In bytes.</param>
/// <param name="LastModified">When its bytes were last written, UTC.</param>
public sealed record MediaFile(MediaPath Path, long Length, DateTimeOffset LastModified);
