using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using VoldCms.Hosting.Addresses;
using VoldCms.Hosting.Compression;

namespace VoldCms.Hosting.Assets;

/// <summary>Answers for everything below <c>/assets</c>, and for the pictures that browsers ask every site for by themselves.</summary>
internal sealed class AssetMiddleware(RequestDelegate next, AssetCatalog catalog, IEnumerable<IComputedAssets> computed)
{
    // At these addresses without a hash in the name, and so kept for a day. They are the installation's, and say nothing of any subject.
    private static readonly FrozenDictionary<string, string> s_pictures = new Dictionary<string, string>
    {
        ["/favicon.ico"] = "favicon.ico",
        ["/favicon.svg"] = "icon.svg",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public async Task InvokeAsync(HttpContext context)
    {
        var picture = s_pictures.GetValueOrDefault(context.Request.Path.Value ?? "");
        var rest = PathString.Empty;
        if (picture is null && !context.Request.Path.StartsWithSegments(AssetCatalog.Root, out rest))
        {
            await next(context);
            return;
        }

        var response = context.Response;
        if (!context.Request.IsReading())
        {
            response.RefuseMethod();
            return;
        }

        var file = picture is null ? rest.Value?.TrimStart('/') ?? "" : Path.GetFileName(catalog.Href(picture));
        if (await FindAsync(file, context.RequestAborted) is not { } asset)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var (body, encoding) = Choose(asset, context.Request);
        response.ContentType = asset.ContentType;
        response.ContentLength = body.Length;
        response.Headers.CacheControl = picture is null ? "public, max-age=31536000, immutable" : "public, max-age=86400";
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        response.Headers.ContentEncoding = encoding;
        if (HttpMethods.IsGet(context.Request.Method))
        {
            await response.Body.WriteAsync(body, context.RequestAborted);
        }
    }

    private async ValueTask<Asset?> FindAsync(string file, CancellationToken cancellationToken)
    {
        var asset = catalog.Find(file);
        foreach (var source in computed)
        {
            asset ??= await source.FindAsync(file, cancellationToken);
        }

        return asset;
    }

    private static (byte[] Body, string? Encoding) Choose(Asset asset, HttpRequest request) =>
        asset.Brotli is { } brotli && AcceptedEncodings.FindFirst(request, "br") is { } br ? (brotli, br)
        : asset.Gzip is { } gzip && AcceptedEncodings.FindFirst(request, "gzip") is { } gz ? (gzip, gz)
        : (asset.Plain, null);
}
