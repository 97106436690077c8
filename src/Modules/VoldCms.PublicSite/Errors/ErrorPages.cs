using System.Text.Encodings.Web;
using VoldCms.Hosting.Assets;
using VoldCms.Hosting.Errors;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.PublicSite.AToZ;
using VoldCms.PublicSite.Emergency;
using VoldCms.PublicSite.QuickExit;
using VoldCms.PublicSite.Theme;

namespace VoldCms.PublicSite.Errors;

/// <summary>
/// The page for what went wrong: plain text in memory, so that it stands when the database, or Razor, does not. It begins
/// with the emergency numbers, since somebody may have come for them.
/// </summary>
internal sealed class ErrorPages(AssetCatalog assets, ExitAddresses exits, TenantThemes themes, HtmlEncoder encoder) : IErrorPages
{
    public string Render(int status, Texts texts, string homeHref, Site? site)
    {
        var bar = new SafetyBar(exits.Of(site), HideVisit: null, texts).Render(encoder);
        var (heading, explanation) = Words(status, texts);
        var theme = site is null ? null : themes.Find(site);
        var colors = theme is null ? "" : $"""<link rel="stylesheet" href="{theme.StyleSheet.Href}">""";
        var index = site?.Tenant is null
            ? ""
            : $"""<p><a href="{encoder.Encode(site.Href(SiteIndexPage.PagePath))}">{Text("Browse everything A–Å")}</a></p>""";
        var numbers = string.Concat(
            EmergencyNumbers.All.Select(number =>
                $"""<li><a href="{number.Href}"><strong><bdi dir="ltr">{number.Number}</bdi></strong>"""
                + $"<span>{Text(number.Name)}</span></a></li>"
            )
        );
        return $"""
            <!DOCTYPE html>
            <html lang="{texts.Culture.Name}" dir="{texts.Culture.Direction}" data-color-scheme="auto">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{encoder.Encode(heading.Value)}</title>
            <link rel="icon" href="{assets.Href("icon.svg")}">
            <link rel="stylesheet" href="{assets.Href("site.css")}">{colors}
            <script src="{assets.Href("exit.js")}" defer></script>
            </head>
            <body>
            <a class="ds-skip-link" href="#main">{Text("Skip to the content")}</a>
            {bar}
            <main class="wrap" id="main" tabindex="-1">
            <div class="page-head">
            <h1 class="title">{heading.ToHtml(encoder)}</h1>
            <p class="lead">{explanation.ToHtml(encoder)}</p>
            <p><a href="{encoder.Encode(homeHref)}">{Text("Go to the front page")}</a></p>{index}
            </div>
            <section class="stack" aria-labelledby="emergency">
            <h2 class="heading-lg" id="emergency">{Text("Is someone in danger now? Call")}</h2>
            <ul class="emergency-numbers">{numbers}</ul>
            </section>
            </main>
            </body>
            </html>

            """;

        string Text(string english) => texts[english].ToHtml(encoder);
    }

    private static (Wording Heading, Wording Explanation) Words(int status, Texts texts) =>
        status switch
        {
            404 => (texts["The page is not here"], texts["It may have been moved, or there may be a mistake in the address."]),
            429 or 503 => (texts["The pages are unavailable for a moment"], texts["Try again in a little while."]),
            >= 500 => (texts["Something went wrong on our side"], texts["Try again in a little while."]),
            _ => (texts["The page cannot be shown"], texts["We did not understand the address."]),
        };
}
