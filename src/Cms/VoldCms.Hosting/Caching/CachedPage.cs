using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using VoldCms.Hosting.Compression;

namespace VoldCms.Hosting.Caching;

/// <summary>A finished page, compressed once. Immutable.</summary>
/// <param name="ContentType">With its charset.</param>
/// <param name="Brotli">The bytes.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="ValidUntil">The first moment at which it must be made anew.</param>
internal sealed record CachedPage(string ContentType, byte[] Brotli, DateTimeOffset MadeAt, DateTimeOffset ValidUntil)
{
    private const int Quality = 6;
    private const int Window = 22;

    /// <summary>What keeping it costs, with its key.</summary>
    public long Size => Brotli.Length + 512;

    /// <summary>Not before it was made either: a clock can be set back.</summary>
    public bool IsValidAt(DateTimeOffset now) => now >= MadeAt && now < ValidUntil;

    public static byte[] Compress(ReadOnlySpan<byte> page)
    {
        var buffer = new byte[BrotliEncoder.GetMaxCompressedLength(page.Length)];
        return BrotliEncoder.TryCompress(page, buffer, out var length, Quality, Window)
            ? buffer.AsSpan(0, length).ToArray()
            : throw new InvalidOperationException("The buffer is as long as Brotli says it has to be.");
    }

    /// <summary>Writes it as the browser wants it.</summary>
    public async Task WriteAsync(HttpContext context)
    {
        var response = context.Response;
        response.ContentType = ContentType;
        if (AcceptedEncodings.FindFirst(context.Request, "br") is { } encoding)
        {
            response.Headers.ContentEncoding = encoding;
            response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
            response.ContentLength = Brotli.Length;
            await response.Body.WriteAsync(Brotli, context.RequestAborted);
            return;
        }

        await using var plain = new BrotliStream(new MemoryStream(Brotli, writable: false), CompressionMode.Decompress);
        await plain.CopyToAsync(response.Body, context.RequestAborted);
    }
}
