using System.Collections.Immutable;
using Microsoft.Extensions.Configuration;
using VoldCms.ContentManagement.Storage;

namespace VoldCms.Hosting.Configuration;

/// <summary>
/// The folder for everything that the program writes: the embedded database, keys, and texts that the installation changes.
/// Setting <c>VoldCms:DataDirectory</c>; <c>data</c> unless set; relative to the folder that the program is started in.
/// </summary>
public sealed class DataDirectory
{
    private const string Keys = "keys";
    private const string Probe = ".probe-";

    // What it has made where nothing was, the innermost first.
    private ImmutableArray<string> _madeFolders = [];

    /// <param name="path">Made absolute.</param>
    public DataDirectory(string path) => Path = System.IO.Path.GetFullPath(path);

    /// <summary>Absolute.</summary>
    public string Path { get; }

    /// <summary>The folders that hold what people have made, and keys; the rest is the database's own or passing.</summary>
    public static ImmutableArray<string> Folders { get; } = [Keys, "media", "Localization", "Sites"];

    /// <summary>What others on this machine may read and the program could not change; told in the log.</summary>
    public ImmutableArray<string> OpenToOthers { get; private init; } = [];

    /// <summary>A file or folder in it.</summary>
    public string Combine(params ReadOnlySpan<string> parts) => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>Reads the setting and makes the folder; what is in it that is the program's is closed to others.</summary>
    /// <exception cref="StartupException">The folder cannot be made or written to.</exception>
    public static DataDirectory Prepare(IConfiguration configuration)
    {
        var setting = configuration["VoldCms:DataDirectory"] is { Length: > 0 } path ? path : "data";
        try
        {
            var directory = new DataDirectory(setting);
            var madeFolders = directory.MissingFolders();
            PrivateFiles.CreateFolder(directory.Path);
            foreach (var left in Directory.EnumerateFiles(directory.Path, $"{Probe}*"))
            {
                File.Delete(left);
            }

            using (PrivateFiles.Open(directory.Combine($"{Probe}{Guid.NewGuid():n}"), options: FileOptions.DeleteOnClose))
            {
                return new(setting) { OpenToOthers = [.. directory.Tighten()], _madeFolders = madeFolders };
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new StartupException($"VoldCms:DataDirectory is '{setting}', which cannot be written to: {problem.Message}", problem);
        }
    }

    /// <summary>
    /// After a command that was refused: the folders that <see cref="Prepare"/> has made go again, as far as nothing has come into them.
    /// </summary>
    public void TakeBack()
    {
        foreach (
            var folder in _madeFolders.Where(folder => Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
        )
        {
            Directory.Delete(folder);
        }
    }

    private ImmutableArray<string> MissingFolders()
    {
        var missing = ImmutableArray.CreateBuilder<string>();
        missing.AddRange(new[] { Keys, UnfinishedWork.Notes }.Select(name => Combine(name)).Where(folder => !Directory.Exists(folder)));
        for (var folder = Path; folder is not null && !Directory.Exists(folder); folder = System.IO.Path.GetDirectoryName(folder))
        {
            missing.Add(folder);
        }

        return missing.ToImmutable();
    }

    /// <summary>The folder of keys, made when it is not there.</summary>
    /// <exception cref="StartupException">One of the keys is no regular file: whoever read it would wait for ever.</exception>
    internal DirectoryInfo PrepareKeys()
    {
        var keys = new DirectoryInfo(Combine(Keys));
        PrivateFiles.CreateFolder(keys.FullName);
        return keys.EnumerateFiles("*.xml").FirstOrDefault(key => !RegularFile.IsAt(key.FullName)) is { } wrong
            ? throw new StartupException($"'{wrong.FullName}' is no regular file; expected a key that the program has made.")
            : keys;
    }

    /// <summary>
    /// Puts folders that lie ready elsewhere in the place of those here, one by one; a folder that is not among them goes. Cut off, it can
    /// be called again.
    /// </summary>
    /// <param name="ready">Where they lie; what was here before is laid there.</param>
    /// <param name="given">Which of <see cref="Folders"/> lay there at first.</param>
    internal void ReplaceFolders(string ready, IReadOnlyCollection<string> given)
    {
        foreach (var name in Folders)
        {
            var (folder, by, before) = (
                Combine(name),
                System.IO.Path.Combine(ready, name),
                System.IO.Path.Combine(ready, $"{name}.before")
            );
            var isDone = given.Contains(name) ? !Directory.Exists(by) : Directory.Exists(before);
            if (isDone)
            {
                continue;
            }

            if (Directory.Exists(folder))
            {
                PrivateFiles.CreateFolder(ready);
                Directory.Move(folder, Directory.Exists(before) ? $"{before}-{Guid.NewGuid():n}" : before);
            }

            if (Directory.Exists(by))
            {
                Directory.Move(by, folder);
            }
        }
    }

    // The folder itself may be one that others share, such as a home: it is closed when nothing else is in it.
    private IEnumerable<string> Tighten()
    {
        string[] entries = [.. Directory.EnumerateFileSystemEntries(Path)];
        var left = entries.Where(IsOwn).SelectMany(PrivateFiles.Tighten).ToList();
        if (entries.All(IsOwn))
        {
            return left.Concat(PrivateFiles.Tighten(Path)).Distinct();
        }

        return PrivateFiles.IsOpenToOthers(Path) ? left.Append(Path) : left;
    }

    private static bool IsOwn(string path)
    {
        var name = System.IO.Path.GetFileName(path);
        return Folders.Contains(name)
            || name == UnfinishedWork.Notes
            || name.StartsWith("voldcms.db", StringComparison.Ordinal)
            || name.StartsWith("restore-", StringComparison.Ordinal)
            || name.StartsWith(Probe, StringComparison.Ordinal);
    }
}
