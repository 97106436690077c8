using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using VoldCms.Hosting.Localization;
using VoldCms.Presentation.Pages;

namespace VoldCms.PublicSite.QuickExit;

/// <summary>
/// The bar that stays on every page, also on errors: what the browser remembers, and the way out. <c>assets/js/exit.js</c>
/// makes its links quicker; without the script they are plain links.
/// </summary>
/// <param name="ExitHref">Where the way out leads.</param>
/// <param name="HideVisit">The page about hiding the visit; null where there is none.</param>
/// <param name="Texts">In the language of the page.</param>
internal sealed record SafetyBar(string ExitHref, LinkCard? HideVisit, Texts Texts)
{
    /// <summary>The bar, with a link that the keyboard meets first.</summary>
    public IHtmlContent Render(HtmlEncoder encoder)
    {
        var exit = $"""href="{encoder.Encode(ExitHref)}" rel="nofollow noreferrer" draggable="false" data-exit""";
        return new HtmlString(
            $"""
            <aside class="safety" aria-labelledby="nodutgang" data-exit-bar>
                <a class="ds-skip-link" {exit}>{Text("Exit this page now, or press Shift three times")}</a>
                <div class="wrap">
                    <p class="safety__about"><span class="safety__why">{Text(
                "Your browser remembers that you have been here."
            )}</span>{RenderHideVisit(encoder)}</p>
                    <a class="safety__exit" {exit}><span class="ds-sr-only" id="nodutgang">{Text("Emergency exit")}:</span> {Text(
                "Exit this page"
            )}<span class="safety__dots" aria-hidden="true"><span></span><span></span><span></span></span></a>
                    <span class="ds-sr-only" role="status"{LanguageOf("Loading.")} data-leaving="{Said("Loading.")}" data-two="{Said(
                "Shift: press two more times to exit."
            )}" data-one="{Said("Shift: press once more to exit.")}" data-expired="{Said("You are still on the page.")}"></span>
                </div>
            </aside>
            """
        );

        string Text(string english) => Texts[english].ToHtml(encoder);

        // What the script says stands in attributes, which have their element's language.
        string Said(string english) => encoder.Encode(Texts[english].Value);

        string LanguageOf(string english) =>
            Texts[english].OtherLanguage is { } language ? $""" lang="{language.Name}" dir="{language.Direction}" """.TrimEnd() : "";
    }

    private string RenderHideVisit(HtmlEncoder encoder)
    {
        if (HideVisit is null)
        {
            return "";
        }

        var language = HideVisit.Language is null ? "" : $""" lang="{encoder.Encode(HideVisit.Language)}" """.TrimEnd();
        return $""" <a href="{encoder.Encode(HideVisit.Href)}"{language}>{HideVisit.Title.ToHtml(encoder)}</a>""";
    }
}
