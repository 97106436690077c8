using VoldCms.ContentManagement.Tenancy;

namespace VoldCms.ContentManagement.Media;

/// <summary>
/// The files of each tenant's media library. What is listed is what can be found, and nothing else: a file whose path is no
/// <see cref="MediaPath"/>, what is no regular file, and what lies behind a link, is not there. Asks for no permission;
/// callers do. Singleton, thread-safe.
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

    /// <summary>
    /// What lies in the library's folder and is none of its files, as a path from there: links, pipes, names that are no
    /// <see cref="MediaPath"/>. Hidden files are left out.
    /// </summary>
    IReadOnlyList<string> PassedOver(Tenant tenant);

    /// <summary>The bytes of a file.</summary>
    /// <exception cref="IOException">It is gone, is no regular file, or cannot be read.</exception>
    byte[] Read(Tenant tenant, MediaPath path);

    /// <summary>
    /// What keeps a file from being written there, in words that follow "cannot be written:"; null when nothing does. A folder has the
    /// path, or something that is no folder that of a folder above it; there is a link, or no regular file; or, for a file that is not
    /// there yet, its name or that of a folder above it differs by case alone from one that is
    /// (<see cref="MediaPath.IsSameButForCase"/>).
    /// </summary>
    string? FindObstacle(Tenant tenant, MediaPath path);

    /// <summary>
    /// Writes a file whole, over one that is there: a reader sees the old bytes or the new. The folders above it are made. What a killed
    /// process has left unfinished is not listed, and goes when a file is written to the same folder an hour later or more.
    /// </summary>
    /// <returns>False, and nothing is written, when there is an obstacle (<see cref="FindObstacle"/>).</returns>
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
