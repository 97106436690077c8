using System.Text;
using VoldCms.ContentManagement.Storage;

namespace VoldCms.Hosting.Configuration;

/// <summary>
/// A file or folder that is in the making, with a note in the data directory that is locked while its maker lives. What a killed
/// process has left is known by its note: the next start or command takes it away, or finishes it.
/// </summary>
public sealed class UnfinishedWork : IDisposable
{
    /// <summary>The folder of the notes, in the data directory.</summary>
    internal const string Notes = "unfinished";

    private const string Replacing = "replace by it: ";

    // No restore takes that long.
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(1);

    private readonly FileStream _note;
    private readonly string _path;

    // While true, what lies at the path is the only copy of something.
    private bool _isReplacing;

    private UnfinishedWork(FileStream note, string path) => (_note, _path) = (note, path);

    /// <summary>Notes that a file or folder is about to be made.</summary>
    /// <param name="data">Where the note lies.</param>
    /// <param name="path">The file or folder; not there yet.</param>
    public static UnfinishedWork Begin(DataDirectory data, string path)
    {
        PrivateFiles.CreateFolder(data.Combine(Notes));
        var note = PrivateFiles.Open(data.Combine(Notes, Guid.NewGuid().ToString("n")));
        var work = new UnfinishedWork(note, Path.GetFullPath(path));
        work.Write(work._path);
        return work;
    }

    /// <summary>Takes away, or finishes, what processes have left that are no longer there.</summary>
    public static void Sweep(DataDirectory data)
    {
        foreach (var path in Directory.Exists(data.Combine(Notes)) ? Directory.EnumerateFiles(data.Combine(Notes)) : [])
        {
            if (RegularFile.IsAt(path) && TryOpen(path) is { } note)
            {
                Settle(note, data);
            }
        }

        // Without a note: of a version that wrote none.
        foreach (var left in new DirectoryInfo(data.Path).EnumerateDirectories("restore-*"))
        {
            if (Directory.GetLastWriteTimeUtc(left.FullName) < DateTime.UtcNow - s_longest)
            {
                left.Delete(recursive: true);
            }
        }
    }

    /// <summary>
    /// Puts the folders that lie ready in place of those of the data directory. Cut off from here on, the next start or command
    /// goes on with it.
    /// </summary>
    public void ReplaceFolders(DataDirectory data)
    {
        var given = FoldersAtHand();
        Write($"{Replacing}{string.Join(' ', given)}");
        Replace(data, given);
    }

    /// <summary>Takes away what is left of it, and the note.</summary>
    public void Dispose()
    {
        if (!_isReplacing)
        {
            if (Directory.Exists(_path))
            {
                Directory.Delete(_path, recursive: true);
            }
            else if (File.Exists(_path))
            {
                File.Delete(_path);
            }
        }

        _note.Dispose();
        if (!_isReplacing)
        {
            File.Delete(_note.Name);
        }
    }

    private static void Settle(FileStream note, DataDirectory data)
    {
        using var reader = new StreamReader(note, Encoding.UTF8, leaveOpen: true);
        var text = reader.ReadToEnd();
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        using var work = new UnfinishedWork(note, lines.FirstOrDefault() ?? "");
        if (lines is [_, var second, ..])
        {
            // Cut off in the middle of the line: no folder has been moved yet.
            work.Replace(
                data,
                text.EndsWith('\n') ? second[Replacing.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries) : work.FoldersAtHand()
            );
        }
    }

    private string[] FoldersAtHand() => [.. DataDirectory.Folders.Where(folder => Directory.Exists(Path.Combine(_path, folder)))];

    private void Replace(DataDirectory data, string[] given)
    {
        _isReplacing = true;
        data.ReplaceFolders(_path, given);
        _isReplacing = false;
    }

    // Null when its maker lives.
    private static FileStream? TryOpen(string path)
    {
        try
        {
            return new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private void Write(string line)
    {
        _note.Write(Encoding.UTF8.GetBytes($"{line}\n"));
        _note.Flush(flushToDisk: true);
    }
}
