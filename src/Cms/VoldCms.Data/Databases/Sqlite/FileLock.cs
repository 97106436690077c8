using VoldCms.ContentManagement.Storage;

namespace VoldCms.Data.Databases.Sqlite;

/// <summary>A lock between processes: an exclusively opened file, released by the operating system when its process ends.</summary>
internal static class FileLock
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);

    /// <exception cref="IOException">What is there is no regular file.</exception>
    /// <exception cref="StoreUnavailableException">Another process has held it for the whole <paramref name="timeout"/>.</exception>
    public static async Task<FileStream> TakeAsync(string path, TimeSpan timeout, CancellationToken cancellationToken)
    {
        RegularFile.Check(path);
        var started = Environment.TickCount64;
        while (true)
        {
            try
            {
                return PrivateFiles.Open(path, FileMode.OpenOrCreate);
            }
            catch (IOException held) when (held is not DirectoryNotFoundException)
            {
                if (Environment.TickCount64 - started > timeout.TotalMilliseconds)
                {
                    throw new StoreUnavailableException($"Another process holds '{path}'.", held);
                }
            }

            await Task.Delay(s_pause, cancellationToken);
        }
    }
}
