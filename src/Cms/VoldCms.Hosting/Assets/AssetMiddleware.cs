using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using VoldCms.Hosting.Addresses;
using VoldCms.Hosting.Compression;

namespace VoldCms.Hosting.Assets;

/// <summary>Answers for everything below <c>/assets</c>.</summary>
internal sealed class AssetMiddleware(RequestDelegate next, AssetCatalog catalog, IEnumerable<IComputedAssets> computed)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments(AssetCatalog.Root, out var rest))
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

        if (await FindAsync(rest.Value?.TrimStart('/') ?? "", context.RequestAborted) is not { } asset)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var (body, encoding) = Choose(asset, context.Request);
        response.ContentType = asset.ContentType;
        response.ContentLength = body.Length;
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
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
