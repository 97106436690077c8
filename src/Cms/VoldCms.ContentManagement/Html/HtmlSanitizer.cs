using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Ganss.Xss;
using VoldCms.ContentManagement.Caching;
using Library = Ganss.Xss.HtmlSanitizer;

namespace VoldCms.ContentManagement.Html;

/// <summary>
/// The one sanitizer, over the library of the same name: what <see cref="AllowedHtml"/> does not name is taken out, elements that carry
/// code or other documents with all that is in them, other elements leaving their words. Thread-safe.
/// </summary>
/// <remarks>
/// What comes back is always the tree as written anew, never the text that came in: a browser must read what was judged. It is written and
/// read again until it stays the same, for mutations begin where it does not. What was cleaned last is remembered by its text, so that a
/// value is cleaned once and not at every reading.
/// </remarks>
public static class HtmlSanitizer
{
    /// <summary>The longest HTML that is parsed, in characters; longer text is escaped as a whole.</summary>
    public const int MaximumLength = 4_000_000;

    /// <summary>How a removal begins that left nothing but the text, escaped.</summary>
    public const string AllMarkup = "all mark-up of a text";

    // More than any element of ours has by far; taking them out one by one takes the square of their number.
    private const int MaximumAttributes = 100;

    // Text that needs more was made for it: two rounds see that it stays the same, a third that what had to change has settled.
    private const int MaximumRounds = 6;

    private const long MaximumRemembered = 32L * 1024 * 1024;

    private static readonly System.Buffers.SearchValues<char> s_written = System.Buffers.SearchValues.Create("<>&\u00a0\r\0");

    private static readonly BoundedCache<string, CleanHtml> s_remembered = new(MaximumRemembered, clean => clean.Size);

    /// <summary>
    /// Cleans a fragment. Cleaning what was cleaned changes nothing and gives the very same text.
    /// </summary>
    /// <returns>The clean fragment, and what was taken out, each kind once.</returns>
    public static (string Html, IReadOnlyCollection<string> Removed) Sanitize(string html)
    {
        if (!html.AsSpan().ContainsAny(s_written) || PlainHtml.Is(html))
        {
            return (html, []);
        }

        if (!s_remembered.TryGet(html, out var clean))
        {
            var removals = new HtmlRemovals();
            var text = Clean(html, removals);
            clean = new(html, text == html ? html : text, removals.Kinds);
            s_remembered.Set(html, clean);
            s_remembered.Set(clean.Text, clean with { Given = clean.Text, Removed = [] });
        }

        return (clean.Text, clean.Removed);
    }

    private static string Clean(string html, HtmlRemovals removals)
    {
        var text = html;
        for (var round = 0; round < MaximumRounds; round++)
        {
            if (FindExcess(text, removals) is { } excess)
            {
                removals.Add($"{AllMarkup} with {excess}");
                return Escape(html);
            }

            if (CleanOnce(text, removals) is not { } next)
            {
                removals.Add($"{AllMarkup} with more than {MaximumAttributes} attributes of one element");
                return Escape(html);
            }

            if (next == text)
            {
                return next;
            }

            text = next;
        }

        removals.Add($"{AllMarkup} that reads otherwise each time it is written");
        return Escape(html);
    }

    private static string? FindExcess(string html, HtmlRemovals removals) =>
        !html.Contains('<', StringComparison.Ordinal) ? null
        : html.Length > MaximumLength ? $"more than {MaximumLength} characters"
        : HtmlScan.FindExcess(html, removals);

    // Null for what has too many attributes.
    private static string? CleanOnce(string html, HtmlRemovals removals)
    {
        var parser = new HtmlParser();
        var document = parser.ParseDocument("<!doctype html><body></body>");
        var body = (IHtmlElement)document.Body!;
        body.Append([.. parser.ParseFragment(html, body)]);
        if (body.QuerySelectorAll("*").Any(element => element.Attributes.Length > MaximumAttributes))
        {
            return null;
        }

        Create(removals).SanitizeDom(document, body);
        return body.InnerHtml;
    }

    // One for each text: what it tells of is this text's.
    private static Library Create(HtmlRemovals removals)
    {
        var library = new Library(
            new HtmlSanitizerOptions
            {
                AllowedTags = new HashSet<string>(AllowedHtml.Elements, StringComparer.OrdinalIgnoreCase),
                AllowedAttributes = new HashSet<string>(AllowedHtml.Attributes, StringComparer.OrdinalIgnoreCase),
                UriAttributes = new HashSet<string>(AllowedHtml.Addresses, StringComparer.OrdinalIgnoreCase),
            }
        )
        {
            KeepChildNodes = true,
        };
        library.RemovingTag += (_, removing) =>
        {
            removals.AddElement(removing.Tag.LocalName);
            if (AllowedHtml.IsDroppedWhole(removing.Tag))
            {
                removing.Cancel = true;
                removing.Tag.Remove();
            }
        };
        library.RemovingAttribute += (_, removing) =>
        {
            removing.Cancel =
                removing.Reason == RemoveReason.NotAllowedAttribute
                && AllowedHtml.HasAttribute(removing.Tag.LocalName, removing.Attribute.Name);
            if (!removing.Cancel)
            {
                removals.AddAttribute(removing.Attribute.Name, removing.Tag.LocalName);
            }
        };
        library.RemovingComment += (_, _) => removals.Add("a comment");
        library.FilterUrl += (_, filtering) =>
            filtering.SanitizedUrl = AllowedHtml.ReadAddress(filtering.Tag.LocalName, filtering.OriginalUrl);
        return library;
    }

    // As a parser would write it.
    private static string Escape(string text) =>
        text.Replace("\0", "", StringComparison.Ordinal)
            .Replace("\r\n", "\n", StringComparison.Ordinal)
            .Replace('\r', '\n')
            .Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace("\u00a0", "&nbsp;", StringComparison.Ordinal);

    /// <param name="Given">What came in; the very text that came out, where nothing had to change.</param>
    /// <param name="Text">What came out.</param>
    /// <param name="Removed">What was taken out.</param>
    private sealed record CleanHtml(string Given, string Text, IReadOnlyCollection<string> Removed)
    {
        public long Size => 256 + (sizeof(char) * (Given.Length + (ReferenceEquals(Given, Text) ? 0L : Text.Length)));
    }
}
