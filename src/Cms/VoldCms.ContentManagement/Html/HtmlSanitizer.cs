using System.Collections.Frozen;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace VoldCms.ContentManagement.Html;

/// <summary>
/// The one sanitizer: an allow-list over AngleSharp's HTML5 tree. What is not on the list is taken out: elements that carry
/// code or other documents with all that is in them, other elements leaving their text. Thread-safe.
/// </summary>
/// <remarks>
/// The list follows what editors need for prose: no styles, no classes, no ids, no forms, no frames, no pictures from
/// elsewhere. Addresses may be http, https, mailto, tel, sms or relative.
/// </remarks>
public static class HtmlSanitizer
{
    /// <summary>The longest HTML that is read, in characters; longer text is escaped as a whole.</summary>
    public const int MaximumLength = 4_000_000;

    /// <summary>The most tags that are read; a text with more is escaped as a whole. Readers of HTML slow down with the square of the depth.</summary>
    public const int MaximumTags = 20_000;

    // Deep trees are what recursive readers choke on; no prose comes near this.
    private const int MaximumDepth = 256;

    private static readonly FrozenSet<string> s_elements = new[]
    {
        "a", "abbr", "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code", "col", "colgroup", "dd", "del", "details",
        "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd",
        "li", "mark", "ol", "p", "pre", "q", "ruby", "rp", "rt", "s", "samp", "section", "small", "span", "strong", "sub",
        "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "u", "ul", "var", "wbr",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Taken out with everything in them: what they hold is not prose.
    private static readonly FrozenSet<string> s_dropWhole = new[]
    {
        "script", "style", "template", "iframe", "object", "embed", "svg", "math", "noscript", "textarea", "select", "xmp",
        "title", "head", "frameset", "applet", "audio", "video", "canvas", "plaintext", "noembed", "noframes",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> s_everywhere = new[] { "lang", "dir", "title" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, FrozenSet<string>> s_attributes = new Dictionary<string, string[]>
    {
        ["a"] = ["href", "hreflang"],
        ["img"] = ["src", "alt", "width", "height"],
        ["td"] = ["colspan", "rowspan", "headers"],
        ["th"] = ["colspan", "rowspan", "headers", "scope"],
        ["col"] = ["span"],
        ["colgroup"] = ["span"],
        ["ol"] = ["start", "reversed", "type"],
        ["li"] = ["value"],
        ["time"] = ["datetime"],
        ["blockquote"] = ["cite"],
        ["q"] = ["cite"],
        ["del"] = ["datetime"],
        ["ins"] = ["datetime"],
        ["details"] = ["open"],
    }.ToFrozenDictionary(
        pair => pair.Key, pair => pair.Value.ToFrozenSet(StringComparer.OrdinalIgnoreCase), StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> s_addresses = new[] { "href", "src", "cite" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> s_schemes =
        new[] { "http", "https", "mailto", "tel", "sms" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Cleans a fragment. Clean HTML comes back as the very same text.
    /// </summary>
    /// <returns>The clean fragment, and what was taken out, each kind once.</returns>
    public static (string Html, IReadOnlyCollection<string> Removed) Sanitize(string html)
    {
        if (!html.Contains('<', StringComparison.Ordinal))
        {
            return (html, []);
        }

        if (html.Length > MaximumLength || html.AsSpan().Count('<') > MaximumTags)
        {
            return (System.Net.WebUtility.HtmlEncode(html), [$"all mark-up of a text with more than {MaximumLength} characters or {MaximumTags} tags"]);
        }

        var document = new HtmlParser().ParseDocument("<!doctype html><body></body>");
        var body = document.Body!;
        body.InnerHtml = html;
        var removed = new SortedSet<string>(StringComparer.Ordinal);
        Clean(body, removed);
        return removed.Count == 0 ? (html, []) : (body.InnerHtml, removed);
    }

    // Walks without recursion: hostile HTML nests as deep as it likes.
    private static void Clean(IElement root, SortedSet<string> removed)
    {
        var open = new Stack<(INode Node, int Depth)>();
        PushChildren(root, 1);
        while (open.TryPop(out var next))
        {
            var (node, depth) = next;
            switch (node)
            {
                case IText:
                    break;
                case IElement element when depth > MaximumDepth:
                    removed.Add("elements nested too deep");
                    element.Replace(element.Owner!.CreateTextNode(element.TextContent));
                    break;
                case IElement element when s_elements.Contains(element.LocalName) && element.NamespaceUri == NamespaceNames.HtmlUri:
                    CleanAttributes(element, removed);
                    PushChildren(element, depth + 1);
                    break;
                case IElement element when s_dropWhole.Contains(element.LocalName) || element.NamespaceUri != NamespaceNames.HtmlUri:
                    removed.Add($"<{element.LocalName}>");
                    element.Remove();
                    break;
                case IElement element:
                    removed.Add($"<{element.LocalName}>");
                    var children = element.ChildNodes.ToArray();
                    element.Replace(children);
                    foreach (var child in children)
                    {
                        open.Push((child, depth));
                    }

                    break;
                default:
                    removed.Add("a comment");
                    node.Parent?.RemoveChild(node);
                    break;
            }
        }

        void PushChildren(INode parent, int depth)
        {
            foreach (var child in parent.ChildNodes)
            {
                open.Push((child, depth));
            }
        }
    }

    private static void CleanAttributes(IElement element, SortedSet<string> removed)
    {
        var allowed = s_attributes.GetValueOrDefault(element.LocalName);
        foreach (var attribute in element.Attributes.ToArray())
        {
            var isAllowed = s_everywhere.Contains(attribute.Name) || allowed?.Contains(attribute.Name) == true;
            if (!isAllowed || (s_addresses.Contains(attribute.Name) && !IsSafeAddress(attribute.Value, element.LocalName)))
            {
                removed.Add($"{attribute.Name} of <{element.LocalName}>");
                element.RemoveAttribute(attribute.Name);
            }
        }
    }

    /// <summary>Whether an address may stand in a link: relative, or of a scheme that opens nothing but itself.</summary>
    public static bool IsSafeAddress(string address, string element = "a")
    {
        // Browsers drop these characters before they look for the scheme.
        var seen = string.Concat(address.Where(character => character > ' ' && !char.IsControl(character)));
        var end = seen.IndexOfAny([':', '/', '?', '#']);
        if (end < 0 || seen[end] != ':')
        {
            return !seen.StartsWith("//", StringComparison.Ordinal) && !seen.StartsWith("/\\", StringComparison.Ordinal) && !seen.StartsWith('\\');
        }

        // Pictures come from this site alone: a picture from elsewhere is a third party that sees the visitor.
        return s_schemes.Contains(seen[..end]) && element != "img";
    }
}
