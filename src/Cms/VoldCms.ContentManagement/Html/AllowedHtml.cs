using System.Collections.Frozen;
using AngleSharp.Dom;
using VoldCms.ContentManagement.Links;

namespace VoldCms.ContentManagement.Html;

/// <summary>
/// What editors need for prose: no styles, no classes, no ids, no forms, no frames, no pictures from elsewhere. All that is not named
/// here is taken out by <see cref="HtmlSanitizer"/>.
/// </summary>
internal static class AllowedHtml
{
    public static FrozenSet<string> Elements { get; } =
        Names(
            "a",
            "abbr",
            "b",
            "bdi",
            "bdo",
            "blockquote",
            "br",
            "caption",
            "cite",
            "code",
            "col",
            "colgroup",
            "dd",
            "del",
            "details",
            "dfn",
            "div",
            "dl",
            "dt",
            "em",
            "figcaption",
            "figure",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "i",
            "img",
            "ins",
            "kbd",
            "li",
            "mark",
            "ol",
            "p",
            "pre",
            "q",
            "ruby",
            "rp",
            "rt",
            "s",
            "samp",
            "section",
            "small",
            "span",
            "strong",
            "sub",
            "summary",
            "sup",
            "table",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "time",
            "tr",
            "u",
            "ul",
            "var",
            "wbr"
        );

    /// <summary>Attributes of any allowed element.</summary>
    public static FrozenSet<string> Attributes { get; } = Names("lang", "dir", "title");

    /// <summary>Attributes that hold an address.</summary>
    public static FrozenSet<string> Addresses { get; } = Names("href", "src", "cite");

    // Taken out with everything in them: what they hold is not prose.
    private static readonly FrozenSet<string> s_dropWhole = Names(
        "script",
        "style",
        "template",
        "iframe",
        "object",
        "embed",
        "svg",
        "math",
        "noscript",
        "textarea",
        "select",
        "xmp",
        "title",
        "head",
        "frameset",
        "applet",
        "audio",
        "video",
        "canvas",
        "plaintext",
        "noembed",
        "noframes"
    );

    private static readonly FrozenDictionary<string, FrozenSet<string>> s_attributes = new Dictionary<string, FrozenSet<string>>
    {
        ["a"] = Names("href", "hreflang"),
        ["img"] = Names("src", "alt", "width", "height"),
        ["td"] = Names("colspan", "rowspan", "headers"),
        ["th"] = Names("colspan", "rowspan", "headers", "scope"),
        ["col"] = Names("span"),
        ["colgroup"] = Names("span"),
        ["ol"] = Names("start", "reversed", "type"),
        ["li"] = Names("value"),
        ["time"] = Names("datetime"),
        ["blockquote"] = Names("cite"),
        ["q"] = Names("cite"),
        ["del"] = Names("datetime"),
        ["ins"] = Names("datetime"),
        ["details"] = Names("open"),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether an element that is not allowed takes what it holds along; else its words stay.</summary>
    public static bool IsDroppedWhole(IElement element) =>
        s_dropWhole.Contains(element.LocalName) || element.NamespaceUri != NamespaceNames.HtmlUri;

    /// <summary>Whether that element, unlike others, may have the attribute.</summary>
    public static bool HasAttribute(string element, string attribute) =>
        s_attributes.GetValueOrDefault(element)?.Contains(attribute) == true;

    /// <summary>The address as it may stand there; null when it may not.</summary>
    public static string? ReadAddress(string element, string address) =>
        LinkAddress.Read(address) switch
        {
            // A picture from elsewhere is a third party that sees the visitor.
            { Target: LinkDestination.Elsewhere } when element == "img" => null,
            var read => read?.Href,
        };

    private static FrozenSet<string> Names(params string[] names) => names.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
