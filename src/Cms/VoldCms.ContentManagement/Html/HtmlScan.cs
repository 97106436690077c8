using System.Buffers;
using System.Collections.Frozen;

namespace VoldCms.ContentManagement.Html;

/// <summary>
/// Looks at HTML in one pass without building anything: which elements it names, and whether a parser could be made to work out of all
/// proportion. Never takes a text for shallower than a parser will find it.
/// </summary>
/// <remarks>
/// The tokenizer's rules are HTML's own (comments, quotes, raw text). An end tag counts where it surely closes something, so that the depth
/// can only come out too large: what an author has left unclosed here and there does no harm, a machine's nests are found.
/// </remarks>
internal ref struct HtmlScan
{
    /// <summary>The most tags that are read; no text that is read by people has more.</summary>
    public const int MaximumTags = 20_000;

    /// <summary>The deepest nest that is read. Browsers flatten what lies deeper than 512, the page's own elements included.</summary>
    public const int MaximumDepth = 400;

    // Elements such as <b> that are left open are opened anew in every paragraph that follows: each counts at each tag.
    private const int MaximumReopened = 2 * MaximumTags;

    private static readonly FrozenSet<string> s_void = Names("area base br col embed hr img input link meta param source track wbr");

    private static readonly FrozenSet<string> s_formatting = Names("a b big code em font i nobr s small strike strong tt u");

    private static readonly FrozenSet<string> s_rawText = Names("style script textarea title xmp iframe noembed noframes");

    // What follows them is read by rules in which end tags, comments and void elements mean something else.
    private static readonly FrozenSet<string> s_otherRules = Names("svg math select template frameset plaintext noscript");

    private static readonly FrozenSet<string> s_closesParagraph = Names(
        "address article aside blockquote center dd details dialog dir div dl dt "
            + "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header "
            + "hgroup hr li main menu nav ol p pre section summary ul"
    );

    private static readonly FrozenSet<string> s_itemEnds = Names("p li dd dt");

    private static readonly FrozenSet<string> s_tableParts = Names("td th tr tbody thead tfoot");

    private static readonly SearchValues<char> s_tagNameEnds = SearchValues.Create("\t\n\f\r />");

    private static readonly SearchValues<char> s_attributeNameEnds = SearchValues.Create("\t\n\f\r />=");

    private static readonly SearchValues<char> s_valueEnds = SearchValues.Create("\t\n\f\r >");

    private readonly ReadOnlySpan<char> _html;
    private readonly HtmlRemovals _removals;
    private readonly List<string> _open = [];
    private int _at;
    private int _tags;
    private int _openFormatting;
    private int _reopened;
    private bool _isCertain = true;

    private HtmlScan(string html, HtmlRemovals removals)
    {
        _html = html;
        _removals = removals;
    }

    /// <summary>Why the text must not be parsed, worded as "a text with ..."; null when it may.</summary>
    /// <param name="html">The text.</param>
    /// <param name="removals">Is told what the text names and may not hold.</param>
    public static string? FindExcess(string html, HtmlRemovals removals) => new HtmlScan(html, removals).Run();

    private string? Run()
    {
        while (Find('<') && _at < _html.Length)
        {
            switch (_html[_at])
            {
                case var letter when char.IsAsciiLetter(letter):
                    Start();
                    break;
                case '/' when _at + 1 < _html.Length && char.IsAsciiLetter(_html[_at + 1]):
                    _at++;
                    End();
                    break;
                case '!' or '?' or '/' when _isCertain:
                    SkipDeclaration();
                    break;
            }

            _reopened += _openFormatting;
            if (_tags > MaximumTags || _open.Count > MaximumDepth || _reopened > MaximumReopened)
            {
                return _tags > MaximumTags ? $"more than {MaximumTags} tags"
                    : _open.Count > MaximumDepth ? "elements nested too deep"
                    : "formatting that is never closed";
            }
        }

        return null;
    }

    private void Start()
    {
        _tags++;
        var name = ReadName();
        if (!AllowedHtml.Elements.Contains(name))
        {
            _removals.AddElement(name);
        }

        if (!_isCertain)
        {
            Push(name);
            return;
        }

        SkipAttributes();
        if (s_rawText.Contains(name))
        {
            SkipRawText(name);
        }
        else
        {
            PopWhatEndsBefore(name);
            _isCertain = !s_otherRules.Contains(name);
            if (!s_void.Contains(name))
            {
                Push(name);
            }
        }
    }

    private void PopWhatEndsBefore(string name)
    {
        PopIf(s_closesParagraph.Contains(name) && Top == "p");
        switch (name)
        {
            case "li":
                PopIf(Top == "li");
                break;
            case "dd" or "dt":
                PopIf(Top is "dd" or "dt");
                break;
            case "td" or "th" or "tr" or "tbody" or "thead" or "tfoot":
                PopIf(Top is "td" or "th");
                PopIf(name is not ("td" or "th") && Top == "tr");
                PopIf(name is not ("td" or "th" or "tr") && Top is "tbody" or "thead" or "tfoot");
                break;
        }
    }

    private void End()
    {
        _tags++;
        var name = ReadName();
        if (!_isCertain)
        {
            return;
        }

        SkipAttributes();
        var isFormatting = s_formatting.Contains(name);
        var isOfTable = name == "table" || s_tableParts.Contains(name);
        for (var index = _open.Count - 1; index >= 0; index--)
        {
            if (_open[index] == name)
            {
                Close(index);
                return;
            }

            var isPassed =
                s_formatting.Contains(_open[index])
                || (
                    !isFormatting
                    && name != "p"
                    && (s_itemEnds.Contains(_open[index]) || (isOfTable && s_tableParts.Contains(_open[index])))
                );
            if (!isPassed)
            {
                return;
            }
        }
    }

    // Formatting that was open inside is opened anew after it.
    private void Close(int index)
    {
        _openFormatting -= s_formatting.Contains(_open[index]) ? 1 : 0;
        _open.RemoveAt(index);
        for (var inner = _open.Count - 1; inner >= index; inner--)
        {
            if (!s_formatting.Contains(_open[inner]))
            {
                _open.RemoveAt(inner);
            }
        }
    }

    private readonly string? Top => _open.Count > 0 ? _open[^1] : null;

    private void Push(string name)
    {
        _open.Add(name);
        _openFormatting += s_formatting.Contains(name) ? 1 : 0;
    }

    private readonly void PopIf(bool ends)
    {
        if (ends)
        {
            _open.RemoveAt(_open.Count - 1);
        }
    }

    private string ReadName()
    {
        var begin = _at;
        SkipTo(s_tagNameEnds);
        return _html[begin.._at].ToString().ToLowerInvariant();
    }

    // To behind the tag's '>'.
    private void SkipAttributes()
    {
        while (_at < _html.Length)
        {
            switch (_html[_at++])
            {
                case '>':
                    return;
                case '\t' or '\n' or '\f' or '\r' or ' ' or '/':
                    break;
                default:
                    SkipAttribute();
                    break;
            }
        }
    }

    // The name's first character is read already; it may be anything, '=' too.
    private void SkipAttribute()
    {
        SkipTo(s_attributeNameEnds);
        SkipSpaces();
        if (_at == _html.Length || _html[_at] != '=')
        {
            return;
        }

        _at++;
        SkipSpaces();
        if (_at < _html.Length && _html[_at] is '"' or '\'')
        {
            Find(_html[_at++]);
        }
        else
        {
            SkipTo(s_valueEnds);
        }
    }

    private void SkipDeclaration()
    {
        if (!_html[_at..].StartsWith("!--"))
        {
            if (_html[_at] != '/')
            {
                _removals.Add("a declaration");
            }

            Find('>');
            return;
        }

        _removals.Add("a comment");
        _at += 3;
        var rest = _html[_at..];
        if (rest.StartsWith(">") || rest.StartsWith("->"))
        {
            Find('>');
            return;
        }

        var (plain, odd) = (rest.IndexOf("-->"), rest.IndexOf("--!>"));
        _at =
            plain < 0 && odd < 0 ? _html.Length
            : odd < 0 || (plain >= 0 && plain < odd) ? _at + plain + 3
            : _at + odd + 4;
    }

    // A script may hold "<!--<script>", behind which its end tag is none.
    private void SkipRawText(string name)
    {
        var begin = _at;
        while (true)
        {
            var end = _html[_at..].IndexOf($"</{name}", StringComparison.OrdinalIgnoreCase);
            if (end < 0)
            {
                _isCertain = false;
                return;
            }

            _at += end + 2 + name.Length;
            if (_at == _html.Length || _html[_at] is '\t' or '\n' or '\f' or '\r' or ' ' or '/' or '>')
            {
                break;
            }
        }

        _isCertain = name != "script" || _html[begin.._at].IndexOf("<!--") < 0;
        SkipAttributes();
    }

    private void SkipSpaces()
    {
        while (_at < _html.Length && _html[_at] is '\t' or '\n' or '\f' or '\r' or ' ')
        {
            _at++;
        }
    }

    private void SkipTo(SearchValues<char> ends)
    {
        var length = _html[_at..].IndexOfAny(ends);
        _at = length < 0 ? _html.Length : _at + length;
    }

    // To behind the character; to the end where there is none.
    private bool Find(char character)
    {
        var at = _html[_at..].IndexOf(character);
        _at = at < 0 ? _html.Length : _at + at + 1;
        return at >= 0;
    }

    private static FrozenSet<string> Names(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
