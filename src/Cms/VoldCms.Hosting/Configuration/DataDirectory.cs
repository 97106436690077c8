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
    private const string Probe = ".probe-";

    /// <param name="path">Made absolute.</param>
    public DataDirectory(string path) => Path = System.IO.Path.GetFullPath(path);

    /// <summary>Absolute.</summary>
    public string Path { get; }

    /// <summary>The folders that hold what people have made, and keys; the rest is the database's own or passing.</summary>
    public static ImmutableArray<string> Folders { get; } = ["keys", "media", "Localization", "Sites"];

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
            PrivateFiles.CreateFolder(directory.Path);
            foreach (var left in Directory.EnumerateFiles(directory.Path, $"{Probe}*"))
            {
                File.Delete(left);
            }

            using (PrivateFiles.Open(directory.Combine($"{Probe}{Guid.NewGuid():n}"), options: FileOptions.DeleteOnClose))
            {
                return new(setting) { OpenToOthers = [.. directory.Tighten()] };
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new StartupException($"VoldCms:DataDirectory is '{setting}', which cannot be written to: {problem.Message}", problem);
        }
    }

    /// <summary>The folder of keys, made when it is not there.</summary>
    /// <exception cref="StartupException">One of the keys is no regular file: whoever read it would wait for ever.</exception>
    internal DirectoryInfo PrepareKeys()
    {
        var keys = new DirectoryInfo(Combine("keys"));
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
            || name is "unfinished"
            || name.StartsWith("voldcms.db", StringComparison.Ordinal)
            || name.StartsWith("restore-", StringComparison.Ordinal)
            || name.StartsWith(Probe, StringComparison.Ordinal);
    }
}
