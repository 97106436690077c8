using System.Net.Sockets;

namespace VoldCms.Testing;

/// <summary>What lies in a folder as files do and holds no bytes: who opens a pipe waits for its other end.</summary>
public static class SpecialFiles
{
    /// <summary>Makes a named pipe; the test is skipped where there is no <c>mkfifo</c>.</summary>
    /// <returns>The path.</returns>
    public static async Task<string> MakePipeAsync(string path, CancellationToken cancellationToken)
    {
        await Programs.RunAsync("mkfifo", [path], Path.GetDirectoryName(path)!, cancellationToken);
        return path;
    }

    /// <summary>Makes a socket that nobody listens at.</summary>
    public static void MakeSocket(string path)
    {
        // A socket's path may have some hundred bytes, and the socket stays where it is moved to.
        var made = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():n}"[..8]);
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(made));
        File.Move(made, path);
    }
}
