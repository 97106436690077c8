using System.Runtime.CompilerServices;

namespace VoldCms.Testing;

/// <summary>An empty folder that is gone, with all that is in it, when disposed.</summary>
/// <param name="madeBy">The source file that makes it, so that a folder that is left behind says whose it was.</param>
public sealed class TemporaryFolder([CallerFilePath] string madeBy = "") : IDisposable
{
    /// <summary>The folder.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory($"{System.IO.Path.GetFileNameWithoutExtension(madeBy)}-").FullName;

    /// <summary>Removes the folder.</summary>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
