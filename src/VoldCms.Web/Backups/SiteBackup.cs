using System.IO.Compression;
using VoldCms.ContentManagement.Storage;
using VoldCms.Hosting.Configuration;

namespace VoldCms.Web.Backups;

/// <summary>
/// The whole installation as one zip file: the database's tables, and the folders of files beside it (media, keys, texts).
/// Both ways work while the site runs, on either kind of database.
/// </summary>
internal sealed class SiteBackup(IDatabaseBackup database, DataDirectory data)
{
    private const string Files = "files/";

    /// <summary>Writes the backup; the file appears whole or not at all, and only its owner may read it.</summary>
    /// <returns>What of the folders is not in it (<see cref="BackupFiles"/>), by name.</returns>
    /// <exception cref="IOException">The file is there already, or cannot be written.</exception>
    public async Task<IReadOnlyList<string>> WriteAsync(string file, CancellationToken cancellationToken)
    {
        if (File.Exists(file))
        {
            throw new IOException($"'{file}' is there already; expected the name of a new file.");
        }

        var unfinished = $"{file}.{Guid.NewGuid():n}.tmp";
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder && !Directory.Exists(folder))
        {
            throw new InvalidDataException($"There is no folder '{folder}' for the backup.");
        }

        var files = BackupFiles.Of(data);
        using var work = UnfinishedWork.Begin(data, unfinished);
        await using (var stream = PrivateFiles.Open(unfinished))
        {
            using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            {
                await database.WriteAsync(archive, cancellationToken);
                foreach (var (name, path) in files.Files)
                {
                    archive.CreateEntryFromFile(path, Files + name, CompressionLevel.Fastest);
                }
            }

            stream.Flush(flushToDisk: true);
        }

        File.Move(unfinished, file);
        return files.PassedOver;
    }

    /// <summary>
    /// Replaces everything by what the backup holds: it is read whole and the files are laid ready first, then the database changes in one
    /// transaction, then the folders change places. Cut off while they do, the next start or command goes on with it.
    /// </summary>
    /// <param name="file">The backup.</param>
    /// <param name="openDatabase">Makes the database, or brings it up to date; called when nothing speaks against the backup.</param>
    /// <param name="cancellationToken">Ends the restore.</param>
    /// <exception cref="InvalidDataException">The file is no backup, or a broken one; nothing has changed.</exception>
    public async Task RestoreAsync(string file, Func<Task> openDatabase, CancellationToken cancellationToken)
    {
        using var archive = Open(file);
        var entries = archive.Entries.Where(entry => entry.FullName.StartsWith(Files, StringComparison.Ordinal)).ToList();
        CheckNames(entries);
        await database.CheckAsync(archive, cancellationToken);
        var ready = data.Combine($"restore-{Guid.NewGuid():n}");
        using var work = UnfinishedWork.Begin(data, ready);
        foreach (var entry in entries)
        {
            await ExtractAsync(entry, Path.Combine(ready, entry.FullName[Files.Length..]), cancellationToken);
        }

        await openDatabase();
        await database.RestoreAsync(archive, cancellationToken);
        work.ReplaceFolders(data);
    }

    private static ZipArchive Open(string file)
    {
        try
        {
            RegularFile.Check(file);
            return ZipFile.OpenRead(file);
        }
        catch (FileNotFoundException missing)
        {
            throw new InvalidDataException($"There is no file '{file}'.", missing);
        }
        catch (InvalidDataException broken)
        {
            throw new InvalidDataException(
                $"'{file}' is no backup, or only a part of one; expected a file that `backup` has written.",
                broken
            );
        }
    }

    private static void CheckNames(IReadOnlyList<ZipArchiveEntry> entries)
    {
        foreach (var entry in entries)
        {
            var segments = entry.FullName[Files.Length..].Split('/');
            if (segments.Length < 2 || !DataDirectory.Folders.Contains(segments[0]) || !segments.All(IsName))
            {
                throw new InvalidDataException($"The backup holds a file '{entry.FullName}' that belongs nowhere; nothing has changed.");
            }
        }

        if (entries.CountBy(entry => entry.FullName).FirstOrDefault(name => name.Value > 1) is { Key: { } twice })
        {
            throw new InvalidDataException($"The backup holds two files '{twice}'; nothing has changed.");
        }
    }

    // What a file may be called on some system is more than what a media file may.
    private static bool IsName(string segment) =>
        segment is not ("" or "." or "..")
        && !segment.Contains('\0', StringComparison.Ordinal)
        && (Path.DirectorySeparatorChar == '/' || !segment.AsSpan().ContainsAny('\\', ':'));

    private static async Task ExtractAsync(ZipArchiveEntry entry, string path, CancellationToken cancellationToken)
    {
        PrivateFiles.CreateFolder(Path.GetDirectoryName(path)!);
        await using var from = await entry.OpenAsync(cancellationToken);
        await using var to = PrivateFiles.Open(path);
        await from.CopyToAsync(to, cancellationToken);
    }
}
