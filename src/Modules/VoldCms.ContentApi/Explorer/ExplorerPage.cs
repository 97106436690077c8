using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;
using VoldCms.Hosting.Assets;
using VoldCms.Hosting.Tenancy;

namespace VoldCms.ContentApi.Explorer;

/// <summary>
/// A page for developers: GraphiQL, with the schema as the one who asks may see it. Nothing links to it, nothing indexes it, and it keeps
/// nothing in the browser. It asks as whoever has opened it; a key goes into its tab "Headers". Scoped.
/// </summary>
internal sealed class ExplorerPage(AssetCatalog assets, Site site)
{
    /// <summary>The editor makes style elements and workers, which no other page of ours may.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; style-src 'self' 'unsafe-inline'; "
        + "font-src 'self' data:; img-src 'self' data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    /// <param name="context">The request.</param>
    /// <param name="endpoint">What the page asks, below the tenant.</param>
    public async Task WriteAsync(HttpContext context, PathString endpoint)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers["X-Robots-Tag"] = "noindex, nofollow";
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(
            Render(HtmlEncoder.Default.Encode(context.Request.PathBase.Add(endpoint).ToUriComponent())),
            context.RequestAborted
        );
    }

    private string Render(string api) =>
        $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="robots" content="noindex, nofollow">
                <title>API explorer – {HtmlEncoder.Default.Encode(site.Tenant?.Name ?? "")}</title>
                <link rel="icon" href="{assets.Href("icon.svg")}">
                <link rel="stylesheet" href="{Href("explorer.css")}">
                <script type="module" src="{Href("explorer.js")}"></script>
            </head>
            <body>
                <noscript>The explorer needs JavaScript. The schema is text at <a href="{api}/schema.graphql">schema.graphql</a>.</noscript>
                <div id="explorer" data-endpoint="{api}" data-editor-worker="{Href("editor.worker.js")}"
                     data-json-worker="{Href("json.worker.js")}" data-graphql-worker="{Href("graphql.worker.js")}"></div>
            </body>
            </html>

            """;

    private string Href(string name) => assets.Href($"explorer/{name}");
}
