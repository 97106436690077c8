using System.IO.Compression;
using VoldCms.ContentManagement.Storage;
using VoldCms.Hosting.Configuration;

namespace VoldCms.Web.Commands;

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
    /// Replaces everything by what the backup holds: the files are laid ready first, then the database changes in one transaction,
    /// then the folders change places. Cut off while they do, the next start or command goes on with it.
    /// </summary>
    /// <exception cref="InvalidDataException">The file is no backup, or a broken one; nothing has changed.</exception>
    public async Task RestoreAsync(string file, CancellationToken cancellationToken)
    {
        using var archive = Open(file);
        var ready = data.Combine($"restore-{Guid.NewGuid():n}");
        using var work = UnfinishedWork.Begin(data, ready);
        foreach (var entry in archive.Entries.Where(entry => entry.FullName.StartsWith(Files, StringComparison.Ordinal)))
        {
            await ExtractAsync(entry, ready, cancellationToken);
        }

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

    private static async Task ExtractAsync(ZipArchiveEntry entry, string ready, CancellationToken cancellationToken)
    {
        var name = entry.FullName[Files.Length..];
        var path = Path.GetFullPath(Path.Combine(ready, name));
        if (
            !path.StartsWith(ready + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            || !DataDirectory.Folders.Contains(name.Split('/')[0])
        )
        {
            throw new InvalidDataException($"The backup holds a file '{name}' that belongs nowhere.");
        }

        PrivateFiles.CreateFolder(Path.GetDirectoryName(path)!);
        await using var from = entry.Open();
        await using var to = PrivateFiles.Open(path);
        await from.CopyToAsync(to, cancellationToken);
    }
}
