using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace VoldCms.IntegrationTests.Users.Mail;

/// <summary>A mail server on this machine (RFC 5321, as much as a client needs): it keeps what it is given, or refuses it.</summary>
internal sealed class FakeMailServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<MimeMessage> _taken = new();

    public FakeMailServer()
    {
        _listener.Start();
        _ = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What is answered to the name of a receiver; null to take it.</summary>
    public Func<string, string>? Refusal { get; set; }

    /// <summary>What came since this was last asked.</summary>
    public IReadOnlyList<MimeMessage> Take()
    {
        var taken = new List<MimeMessage>();
        while (_taken.TryDequeue(out var message))
        {
            taken.Add(message);
        }

        return taken;
    }

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                await TalkAsync(client.GetStream());
            }
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException or IOException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 fake");
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                await ReadMessageAsync(reader);
            }

            var refused = line.StartsWith("RCPT", StringComparison.Ordinal) ? Refusal?.Invoke(line) : null;
            await writer.WriteLineAsync(refused ?? (line == "QUIT" ? "221 bye" : "250 fine"));
        }
    }

    private async Task ReadMessageAsync(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line && line != ".")
        {
            text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        using var bytes = new MemoryStream(Encoding.Latin1.GetBytes(text.ToString()));
        _taken.Enqueue(await MimeMessage.LoadAsync(bytes));
    }
}
