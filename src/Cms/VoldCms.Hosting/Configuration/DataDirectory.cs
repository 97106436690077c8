using Microsoft.Extensions.Configuration;

namespace VoldCms.Hosting.Configuration;

/// <summary>
/// The folder for everything that the program writes: the embedded database, keys, and texts that the installation changes.
/// Setting <c>VoldCms:DataDirectory</c>; <c>data</c> unless set; relative to the folder that the program is started in.
/// </summary>
public sealed class DataDirectory
{
    /// <param name="path">Made absolute.</param>
    public DataDirectory(string path) => Path = System.IO.Path.GetFullPath(path);

    /// <summary>Absolute.</summary>
    public string Path { get; }

    /// <summary>A file or folder in it.</summary>
    public string Combine(params ReadOnlySpan<string> parts) => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>The folder of a tenant's media library; not made before the first file is written.</summary>
    /// <param name="tenant">The tenant's name.</param>
    public string MediaLibrary(string tenant) => Combine("media", tenant.ToLowerInvariant());

    /// <summary>A file of a tenant's media library, whether it is there or not; null when the path leads out of the library.</summary>
    /// <param name="tenant">The tenant's name.</param>
    /// <param name="path">Below the library, parted by slashes.</param>
    public string? FindMediaFile(string tenant, string path)
    {
        var library = MediaLibrary(tenant) + System.IO.Path.DirectorySeparatorChar;
        if (path.Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        var file = System.IO.Path.GetFullPath(library + path.Replace('/', System.IO.Path.DirectorySeparatorChar));
        return file.StartsWith(library, StringComparison.Ordinal) ? file : null;
    }

    /// <summary>Reads the setting and makes the folder.</summary>
    /// <exception cref="StartupException">The folder cannot be made or written to.</exception>
    public static DataDirectory Prepare(IConfiguration configuration)
    {
        var setting = configuration["VoldCms:DataDirectory"] is { Length: > 0 } path ? path : "data";
        try
        {
            var directory = new DataDirectory(setting);
            Directory.CreateDirectory(directory.Path);
            using var probe = new FileStream(
                directory.Combine($".probe-{Guid.NewGuid():n}"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return directory;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new StartupException($"VoldCms:DataDirectory is '{setting}', which cannot be written to: {problem.Message}", problem);
        }
    }
}
