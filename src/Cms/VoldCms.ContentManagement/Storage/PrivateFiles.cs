namespace VoldCms.ContentManagement.Storage;

/// <summary>
/// Files and folders that only the program's own user may read: what is written holds keys, hashes of passwords and drafts. Whatever
/// the umask is. On Windows the folder's own list of permissions decides.
/// </summary>
public static class PrivateFiles
{
    private const UnixFileMode OfFiles = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OfFolders = OfFiles | UnixFileMode.UserExecute;
    private const UnixFileMode OfOthers =
        UnixFileMode.GroupRead
        | UnixFileMode.GroupWrite
        | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead
        | UnixFileMode.OtherWrite
        | UnixFileMode.OtherExecute;

    /// <summary>Makes a folder, and those above it that are missing; one that is there stays as it is.</summary>
    public static void CreateFolder(string path)
    {
        if (Directory.Exists(path))
        {
            return;
        }

        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } above)
        {
            CreateFolder(above);
        }

        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OfFolders);
        }
    }

    /// <summary>Opens a file for writing; one that is made is private, one that is there keeps its mode.</summary>
    /// <param name="path">The file, in a folder that is there.</param>
    /// <param name="mode">Whether it must be new.</param>
    /// <param name="share">What others may do meanwhile.</param>
    /// <param name="options">Such as deletion when it is closed.</param>
    public static FileStream Open(
        string path,
        FileMode mode = FileMode.CreateNew,
        FileShare share = FileShare.None,
        FileOptions options = FileOptions.None
    )
    {
        var how = new FileStreamOptions
        {
            Mode = mode,
            Access = FileAccess.ReadWrite,
            Share = share,
            Options = options,
        };
        if (!OperatingSystem.IsWindows())
        {
            how.UnixCreateMode = OfFiles;
        }

        return new(path, how);
    }

    /// <summary>Takes from others what they may do with a file or folder, and with all that is below it. Links are not followed.</summary>
    /// <returns>What could not be changed, because it is somebody else's.</returns>
    public static IReadOnlyList<string> Tighten(string path)
    {
        var left = new List<string>();
        if (!OperatingSystem.IsWindows())
        {
            TightenOne(File.Exists(path) ? new FileInfo(path) : new DirectoryInfo(path), left);
        }

        return left;
    }

    /// <summary>Whether others may do anything with a file or folder.</summary>
    public static bool IsOpenToOthers(string path) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & OfOthers) != 0;

    private static void TightenOne(FileSystemInfo entry, List<string> left)
    {
        if (OperatingSystem.IsWindows() || !entry.Exists || entry.LinkTarget is not null)
        {
            return;
        }

        try
        {
            if ((entry.UnixFileMode & OfOthers) != 0)
            {
                entry.UnixFileMode &= ~OfOthers;
            }

            foreach (var below in entry is DirectoryInfo folder ? folder.EnumerateFileSystemInfos() : [])
            {
                TightenOne(below, left);
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            left.Add(entry.FullName);
        }
    }
}
