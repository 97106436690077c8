using System.Buffers;

namespace VoldCms.ContentManagement.Html;

/// <summary>
/// Knows by one look the HTML that most pages are made of: headings, paragraphs and lists, in them words, bold and stressed words and
/// links, each closed where it should be and with no attribute but its language. A parser would write it as it stands, and nothing of it
/// would be taken out: so it need not be parsed, and a start that meets no other HTML need not load a parser.
/// </summary>
/// <remarks>
/// Says no to whatever it does not know; then the library judges. That the two agree is held by a property test. What it knows is a part of
/// HTML's own grammar (WHATWG HTML, 13.1.2) in which no end tag is left out and no character has to be escaped.
/// </remarks>
internal ref struct PlainHtml
{
    // Some are escaped when they are written, some dropped or replaced when they are read: their judge is the library.
    private static readonly SearchValues<char> s_notWords = SearchValues.Create([
        .. "<>&\u00a0\u007f\ufeff\ufffd\ufffe\uffff",
        .. Enumerable.Range(0, ' ').Select(code => (char)code).Where(character => character != '\n'),
    ]);

    private static readonly SearchValues<char> s_inAddresses = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/?#=+%"
    );

    private static readonly SearchValues<char> s_inLanguages = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-");

    private static readonly string[] s_blocks = ["p", "h2", "h3", "h4"];

    private static readonly string[] s_lists = ["ul", "ol"];

    private static readonly string[] s_items = ["li"];

    private static readonly string[] s_emphases = ["strong", "em"];

    private ReadOnlySpan<char> _rest;

    // As the scan counts them: start tags.
    private int _tags;

    private PlainHtml(ReadOnlySpan<char> html) => _rest = html;

    /// <summary>Whether the sanitizer would certainly give back this very text.</summary>
    public static bool Is(string html)
    {
        var text = new PlainHtml(html);
        return html.Length <= HtmlSanitizer.MaximumLength && text.ReadBlocks() && text._rest.IsEmpty && text._tags <= HtmlScan.MaximumTags;
    }

    private bool ReadBlocks()
    {
        SkipSpace();
        while (!_rest.IsEmpty)
        {
            if (
                !(
                    TakeStart(s_blocks) is { } block
                        ? ReadWords() && TakeEnd(block)
                        : TakeStart(s_lists) is { } list && ReadItems() && TakeEnd(list)
                )
            )
            {
                return false;
            }

            SkipSpace();
        }

        return true;
    }

    private bool ReadItems()
    {
        SkipSpace();
        while (TakeStart(s_items) is { } item)
        {
            if (!ReadWords() || !TakeEnd(item))
            {
                return false;
            }

            SkipSpace();
        }

        return true;
    }

    // Up to an end tag, or to what is not known here. Nothing stands within its own kind.
    private bool ReadWords(bool mayStress = true, bool mayLink = true)
    {
        while (true)
        {
            SkipText();
            if (mayStress && TakeStart(s_emphases) is { } emphasis)
            {
                if (!ReadWords(mayStress: false, mayLink) || !TakeEnd(emphasis))
                {
                    return false;
                }
            }
            else if (mayLink && Take("<a href=\""))
            {
                _tags++;
                if (!ReadAddress() || !Take("\">") || !ReadWords(mayStress, mayLink: false) || !TakeEnd("a"))
                {
                    return false;
                }
            }
            else
            {
                return true;
            }
        }
    }

    private bool ReadAddress()
    {
        var end = _rest.IndexOfAnyExcept(s_inAddresses);
        if (end <= 0)
        {
            return false;
        }

        var address = _rest[..end].ToString();
        _rest = _rest[end..];
        return AllowedHtml.ReadAddress("a", address) == address;
    }

    // A start tag has no attribute, or says which language its words are in.
    private string? TakeStart(string[] names)
    {
        foreach (var name in names)
        {
            if (_rest.StartsWith('<') && _rest[1..].StartsWith(name) && FindTagEnd(_rest[(1 + name.Length)..]) is { } end)
            {
                _rest = _rest[(1 + name.Length + end)..];
                _tags++;
                return name;
            }
        }

        return null;
    }

    private static int? FindTagEnd(ReadOnlySpan<char> tag)
    {
        const string Language = " lang=\"";
        if (tag.StartsWith('>'))
        {
            return 1;
        }

        if (!tag.StartsWith(Language))
        {
            return null;
        }

        var end = tag[Language.Length..].IndexOfAnyExcept(s_inLanguages);
        return end > 0 && tag[(Language.Length + end)..].StartsWith("\">") ? Language.Length + end + 2 : null;
    }

    private bool TakeEnd(string name) => Take("</") && Take(name) && Take(">");

    private bool Take(ReadOnlySpan<char> what)
    {
        if (!_rest.StartsWith(what))
        {
            return false;
        }

        _rest = _rest[what.Length..];
        return true;
    }

    private void SkipText()
    {
        var special = _rest.IndexOfAny(s_notWords);
        var text = special < 0 ? _rest : _rest[..special];
        var surrogate = text.IndexOfAnyInRange('\ud800', '\udfff');
        _rest = _rest[(surrogate < 0 ? text.Length : surrogate)..];
    }

    private void SkipSpace() => _rest = _rest.TrimStart(" \n");
}
