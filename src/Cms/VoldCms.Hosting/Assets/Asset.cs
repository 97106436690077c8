namespace VoldCms.Hosting.Assets;

/// <summary>One built file, plain and compressed.</summary>
/// <param name="ContentType">By the file's extension.</param>
/// <param name="Plain">The file.</param>
/// <param name="Brotli">Null when the build found compression not worth it.</param>
/// <param name="Gzip">As above.</param>
internal sealed record Asset(string ContentType, byte[] Plain, byte[]? Brotli, byte[]? Gzip)
{
    public static Asset Read(string path) =>
        new(ContentTypeOf(path), File.ReadAllBytes(path), ReadOptional($"{path}.br"), ReadOptional($"{path}.gz"));

    private static byte[]? ReadOptional(string path) => File.Exists(path) ? File.ReadAllBytes(path) : null;

    private static string ContentTypeOf(string path) => Path.GetExtension(path) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        ".woff2" => "font/woff2",
        ".ttf" => "font/ttf",
        _ => "application/octet-stream",
    };
}
