using System.Collections.Immutable;
using VoldCms.ContentManagement.Storage;
using VoldCms.Hosting.Configuration;

namespace VoldCms.Web.Backups;

/// <summary>
/// What of the data directory's folders a backup holds: every file, and what links lead to. What is in the making is left out; so is, and
/// is told, what is neither a regular file nor a folder, and a link that leads to nothing or back to a folder above it.
/// </summary>
internal sealed class BackupFiles
{
    private const string Unfinished = ".tmp";

    private BackupFiles() { }

    /// <summary>The files, by name: slashes part it, whatever the system has. And where each is.</summary>
    public List<(string Name, string Path)> Files { get; } = [];

    /// <summary>What is not in the backup, by name.</summary>
    public List<string> PassedOver { get; } = [];

    /// <exception cref="IOException">A folder cannot be read.</exception>
    public static BackupFiles Of(DataDirectory data)
    {
        var found = new BackupFiles();
        foreach (var folder in DataDirectory.Folders.Where(folder => Directory.Exists(data.Combine(folder))))
        {
            found.AddFolder(folder, new(data.Combine(folder)), []);
        }

        return found;
    }

    private void Add(string name, FileSystemInfo entry, ImmutableHashSet<string> above)
    {
        if (Directory.Exists(entry.FullName))
        {
            AddFolder(name, new(entry.FullName), above);
        }
        else if (RegularFile.IsAt(entry.FullName))
        {
            Files.Add((name, entry.FullName));
        }
        else
        {
            PassedOver.Add(name);
        }
    }

    private void AddFolder(string name, DirectoryInfo folder, ImmutableHashSet<string> above)
    {
        // Read where it lies, so that a link that leads back gives the same path each time.
        var place = folder.ResolveLinkTarget(returnFinalTarget: true) as DirectoryInfo ?? folder;
        if (above.Contains(place.FullName))
        {
            PassedOver.Add(name);
            return;
        }

        foreach (var entry in place.EnumerateFileSystemInfos().Where(entry => !entry.Name.EndsWith(Unfinished, StringComparison.Ordinal)))
        {
            Add($"{name}/{entry.Name}", entry, above.Add(place.FullName));
        }
    }
}
