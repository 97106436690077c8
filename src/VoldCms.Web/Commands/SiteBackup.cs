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

    /// <summary>The folders of the data directory that hold what people have made; the rest is the database's own or passing.</summary>
    private static readonly string[] s_folders = ["keys", "media", "Localization", "Sites"];

    /// <summary>Writes the backup; the file appears whole or not at all, and only its owner may read it.</summary>
    /// <exception cref="IOException">The file is there already, or cannot be written.</exception>
    public async Task WriteAsync(string file, CancellationToken cancellationToken)
    {
        if (File.Exists(file))
        {
            throw new IOException($"'{file}' is there already; expected the name of a new file.");
        }

        var unfinished = $"{file}.{Guid.NewGuid():n}.tmp";
        try
        {
            await using (var stream = CreateForItsOwnerAlone(unfinished))
            using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
            {
                await database.WriteAsync(archive, cancellationToken);
                foreach (var path in s_folders.Select(folder => data.Combine(folder)).Where(Directory.Exists)
                    .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
                    .Where(path => !path.EndsWith(".tmp", StringComparison.Ordinal)))
                {
                    var name = Path.GetRelativePath(data.Path, path).Replace(Path.DirectorySeparatorChar, '/');
                    archive.CreateEntryFromFile(path, Files + name, CompressionLevel.Fastest);
                }
            }

            File.Move(unfinished, file);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>
    /// Replaces everything by what the backup holds: the files are laid ready first, then the database changes in one transaction,
    /// then the folders change places. Cut off in the last moment, running it again finishes it.
    /// </summary>
    /// <exception cref="InvalidDataException">The file is no backup, or a broken one; nothing has changed.</exception>
    public async Task RestoreAsync(string file, CancellationToken cancellationToken)
    {
        var ready = data.Combine($"restore-{Guid.NewGuid():n}");
        try
        {
            using var archive = Open(file);
            foreach (var entry in archive.Entries.Where(entry => entry.FullName.StartsWith(Files, StringComparison.Ordinal)))
            {
                await ExtractAsync(entry, ready, cancellationToken);
            }

            await database.RestoreAsync(archive, cancellationToken);
            foreach (var folder in s_folders)
            {
                Replace(data.Combine(folder), Path.Combine(ready, folder), Path.Combine(ready, $"{folder}.before"));
            }
        }
        finally
        {
            if (Directory.Exists(ready))
            {
                Directory.Delete(ready, recursive: true);
            }
        }
    }

    // It holds keys and the hashes of passwords.
    private static FileStream CreateForItsOwnerAlone(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new(file, options);
    }

    private static ZipArchive Open(string file)
    {
        try
        {
            return ZipFile.OpenRead(file);
        }
        catch (FileNotFoundException missing)
        {
            throw new InvalidDataException($"There is no file '{file}'.", missing);
        }
    }

    private static async Task ExtractAsync(ZipArchiveEntry entry, string ready, CancellationToken cancellationToken)
    {
        var name = entry.FullName[Files.Length..];
        var path = Path.GetFullPath(Path.Combine(ready, name));
        if (!path.StartsWith(ready + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            || !s_folders.Contains(name.Split('/')[0], StringComparer.Ordinal))
        {
            throw new InvalidDataException($"The backup holds a file '{name}' that belongs nowhere.");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var from = entry.Open();
        await using var to = new FileStream(path, FileMode.CreateNew);
        await from.CopyToAsync(to, cancellationToken);
    }

    private static void Replace(string folder, string by, string before)
    {
        if (Directory.Exists(folder))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(before)!);
            Directory.Move(folder, before);
        }

        if (Directory.Exists(by))
        {
            Directory.Move(by, folder);
        }
    }
}
