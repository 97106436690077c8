using System.IO.Compression;

namespace VoldCms.Hosting.Assets;

/// <summary>One file as it is served, plain and compressed. Immutable.</summary>
public sealed record Asset
{
    private Asset(string contentType, byte[] plain, byte[]? brotli, byte[]? gzip)
    {
        ContentType = contentType;
        Plain = plain;
        Brotli = brotli;
        Gzip = gzip;
    }

    internal string ContentType { get; }

    internal byte[] Plain { get; }

    /// <summary>Null when compression is not worth it.</summary>
    internal byte[]? Brotli { get; }

    /// <inheritdoc cref="Brotli"/>
    internal byte[]? Gzip { get; }

    /// <summary>A file made while the program runs.</summary>
    /// <param name="name">Its extension says what it is.</param>
    /// <param name="content">The array is the asset's own from now on.</param>
    public static Asset Create(string name, byte[] content) =>
        new(
            ContentTypeOf(name),
            content,
            Shorter(content, stream => new BrotliStream(stream, CompressionLevel.SmallestSize)),
            Shorter(content, stream => new GZipStream(stream, CompressionLevel.SmallestSize))
        );

    /// <summary>A file that the build has made, with its compressed copies beside it.</summary>
    internal static Asset Read(string path) =>
        new(ContentTypeOf(path), File.ReadAllBytes(path), ReadOptional($"{path}.br"), ReadOptional($"{path}.gz"));

    private static byte[]? ReadOptional(string path) => File.Exists(path) ? File.ReadAllBytes(path) : null;

    private static byte[]? Shorter(byte[] content, Func<Stream, Stream> compress)
    {
        using var buffer = new MemoryStream();
        using (var compressor = compress(buffer))
        {
            compressor.Write(content);
        }

        return buffer.ToArray() is var bytes && bytes.Length < content.Length ? bytes : null;
    }

    private static string ContentTypeOf(string path) =>
        Path.GetExtension(path) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".svg" => "image/svg+xml",
            ".png" => "image/png",
            ".ico" => "image/x-icon",
            ".woff2" => "font/woff2",
            ".ttf" => "font/ttf",
            _ => "application/octet-stream",
        };
}
