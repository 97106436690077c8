using System.IO.Compression;
using System.Net;
using System.Text;

namespace VoldCms.EndToEndTests.Crawling;

/// <summary>Asks as a browser does, Brotli and all, and with everything in it that a log must not keep.</summary>
internal static class Fetching
{
    /// <summary>Stands in user agent, referrer and query of what is asked for, and in no content.</summary>
    public const string Trace = "SporSomIkkeSkalFinnes";

    /// <summary>An address that a proxy would say the visitor has.</summary>
    public const string VisitorAddress = "198.51.100.77";

    /// <summary>Asks for one path, following nothing.</summary>
    public static async Task<(HttpStatusCode Status, ILookup<string, string> Headers, byte[] Body)> FetchAsync(
        this HttpClient client,
        string path,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, deflate, br");
        request.Headers.TryAddWithoutValidation("User-Agent", $"{Trace}/1.0");
        request.Headers.TryAddWithoutValidation("Referer", $"http://{Trace}.example/");
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", VisitorAddress);
        request.Headers.TryAddWithoutValidation("Cookie", $"a={Trace}");
        using var response = await client.SendAsync(request, cancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        var headers = response
            .Headers.Concat(response.Content.Headers)
            .SelectMany(header => header.Value, (header, value) => (header.Key, Value: value))
            .ToLookup(header => header.Key, header => header.Value, StringComparer.OrdinalIgnoreCase);
        return (response.StatusCode, headers, body);
    }

    /// <summary>The body as text, unpacked.</summary>
    public static string Unpack(byte[] body, ILookup<string, string> headers)
    {
        using var raw = new MemoryStream(body);
        using Stream plain = headers["Content-Encoding"].FirstOrDefault() switch
        {
            "br" => new BrotliStream(raw, CompressionMode.Decompress),
            "gzip" => new GZipStream(raw, CompressionMode.Decompress),
            _ => raw,
        };
        using var reader = new StreamReader(plain, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
