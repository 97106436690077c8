using System.Runtime.InteropServices;
using System.Text;

namespace VoldCms.ContentManagement.Storage;

/// <summary>
/// Files that hold bytes, and not a pipe, a socket or a device: to open one of those waits for somebody at its other end, or does what the
/// device does. On Linux the system is asked, by a call of our own (<c>docs/decisions/0016</c>); elsewhere, and where the call is refused,
/// a file is taken for a regular one. Thread-safe.
/// </summary>
public static class RegularFile
{
    // Of statx(2), whose bytes lie in the same way on every kind of machine.
    private const int CurrentFolder = -100;
    private const uint Kind = 1;
    private const ushort KindMask = 0xF000;
    private const ushort Regular = 0x8000;

    // Of errno(3): the call is kept from the program, or the system has none such.
    private const int NotPermitted = 1;
    private const int NotImplemented = 38;

    /// <summary>Whether a regular file is at the path, or at the end of the link that is there.</summary>
    public static bool IsAt(string path) => File.Exists(path) && (!OperatingSystem.IsLinux() || IsRegular(path));

    /// <summary>Opens a file for reading; others may read it meanwhile.</summary>
    /// <exception cref="IOException">What is there is no regular file; or as <see cref="File.OpenRead"/>.</exception>
    public static FileStream OpenRead(string path)
    {
        Check(path);
        return File.OpenRead(path);
    }

    /// <summary>Nothing happens where a regular file is, or nothing at all.</summary>
    /// <exception cref="IOException">What is there is no regular file.</exception>
    public static void Check(string path)
    {
        if (File.Exists(path) && !IsAt(path))
        {
            throw new IOException($"'{path}' is no regular file.");
        }
    }

    private static bool IsRegular(string path) =>
        Look(CurrentFolder, Encoding.UTF8.GetBytes($"{path}\0"), 0, Kind, out var found) == 0
            ? (found.Mode & KindMask) == Regular
            : Marshal.GetLastPInvokeError() is NotPermitted or NotImplemented;

    [DllImport("libc", EntryPoint = "statx", SetLastError = true)]
    private static extern int Look(int folder, byte[] path, int flags, uint mask, out FileState found);

    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct FileState
    {
        [FieldOffset(28)]
        public ushort Mode;
    }
}
