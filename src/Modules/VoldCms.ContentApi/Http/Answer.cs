using System.IO.Compression;
using System.Security.Cryptography;

namespace VoldCms.ContentApi.Http;

/// <summary>A whole answer: its bytes as they are, and compressed once when somebody asks. Immutable to its users; thread-safe.</summary>
internal sealed class Answer
{
    private readonly byte[] _body;
    private readonly string _hash;
    private byte[]? _brotli;
    private byte[]? _gzip;

    /// <param name="status">Of HTTP.</param>
    /// <param name="body">Not written to any more.</param>
    /// <param name="tag">What its entity tags begin with.</param>
    public Answer(int status, byte[] body, string tag = "")
    {
        Status = status;
        _body = body;
        _hash = tag + Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 12));
    }

    public int Status { get; }

    /// <summary>When the clock alone may make it untrue; null when only content can.</summary>
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>Bytes that it takes in a cache, compressed forms reckoned in.</summary>
    public long Size => 256 + (2L * _body.Length);

    /// <summary>The bytes in an encoding; none for the bytes as they are.</summary>
    public (byte[] Bytes, string ETag) In(string? encoding) =>
        encoding switch
        {
            "br" => (_brotli ??= Compress(output => new BrotliStream(output, CompressionLevel.Fastest)), $"\"{_hash}-br\""),
            "gzip" => (_gzip ??= Compress(output => new GZipStream(output, CompressionLevel.Fastest)), $"\"{_hash}-gz\""),
            _ => (_body, $"\"{_hash}\""),
        };

    private byte[] Compress(Func<Stream, Stream> open)
    {
        using var output = new MemoryStream();
        using (var compressing = open(output))
        {
            compressing.Write(_body);
        }

        return output.ToArray();
    }
}
