using System.Buffers;
using System.IO.Compression;
using Microsoft.AspNetCore.Http;

namespace VoldCms.ContentApi.Http;

/// <summary>Reads bodies, as they say they are compressed, up to a bound on what comes out.</summary>
internal static class RequestBody
{
    private const string Encodings = "br, deflate, gzip";

    /// <summary>The whole body.</summary>
    /// <exception cref="RequestFaultException">
    /// It is larger than it may be, it is not compressed as it says, or in a way that is not read here.
    /// </exception>
    public static async ValueTask<byte[]> ReadAsync(HttpRequest request, int maxBytes, CancellationToken cancellationToken)
    {
        if (request.ContentLength > maxBytes)
        {
            throw TooLarge(maxBytes);
        }

        try
        {
            await using var stream = Open(request);
            var body = new ArrayBufferWriter<byte>();
            while (body.WrittenCount <= maxBytes)
            {
                var read = await stream.ReadAsync(body.GetMemory(4096), cancellationToken);
                if (read == 0)
                {
                    return body.WrittenSpan.ToArray();
                }

                body.Advance(read);
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or InvalidOperationException)
        {
            throw RequestFaultException.Malformed(
                $"The body is not compressed as Content-Encoding says ({request.Headers.ContentEncoding})."
            );
        }

        throw TooLarge(maxBytes);
    }

    private static Stream Open(HttpRequest request)
    {
        string[] encodings =
        [
            .. request
                .Headers.ContentEncoding.SelectMany(value =>
                    (value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                )
                .Where(encoding => !encoding.Equals("identity", StringComparison.OrdinalIgnoreCase)),
        ];
        return encodings switch
        {
            [] => request.Body,
            [var one] when Is(one, "gzip") || Is(one, "x-gzip") => new GZipStream(
                request.Body,
                CompressionMode.Decompress,
                leaveOpen: true
            ),
            [var one] when Is(one, "br") => new BrotliStream(request.Body, CompressionMode.Decompress, leaveOpen: true),
            [var one] when Is(one, "deflate") => new ZLibStream(request.Body, CompressionMode.Decompress, leaveOpen: true),
            _ => throw Unsupported(request),
        };

        static bool Is(string encoding, string known) => encoding.Equals(known, StringComparison.OrdinalIgnoreCase);
    }

    private static RequestFaultException Unsupported(HttpRequest request)
    {
        // What would be read is said so: RFC 9110, 15.5.16.
        request.HttpContext.Response.Headers.AcceptEncoding = Encodings;
        return new(
            StatusCodes.Status415UnsupportedMediaType,
            "request.media-type",
            $"A body may be compressed once, as one of {Encodings}."
        );
    }

    private static RequestFaultException TooLarge(int maxBytes) =>
        new(StatusCodes.Status413PayloadTooLarge, "request.too-large", $"The body may be {maxBytes} bytes at most, uncompressed.");
}
