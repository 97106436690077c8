using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace VoldCms.Hosting.Localization;

/// <summary>
/// Reads GNU gettext's PO format: contexts, plural forms, texts over several lines, escapes. Comments, flags (also
/// <c>fuzzy</c>) and obsolete entries are passed over; plural forms are counted by <see cref="PluralRules"/>, not by the header.
/// </summary>
internal sealed class PoReader
{
    private readonly string _origin;
    private readonly ImmutableArray<PoEntry>.Builder _entries = ImmutableArray.CreateBuilder<PoEntry>();
    private readonly SortedDictionary<int, string> _translations = [];
    private readonly Dictionary<(string? Context, string Id), int> _lines = [];
    private string _header = "";
    private int _headerLine;
    private string? _context;
    private string? _id;
    private string? _pluralId;
    private int _start;
    private int _line;

    private PoReader(string origin) => _origin = origin;

    /// <summary>Reads a file whole.</summary>
    /// <param name="bytes">The file, in UTF-8: in any other encoding letters would be shown as others.</param>
    /// <param name="origin">What an error calls the file.</param>
    /// <exception cref="PoSyntaxException">The file is not PO.</exception>
    public static PoFile Read(ReadOnlySpan<byte> bytes, string origin)
    {
        CheckEncoding(bytes, origin);
        var mark = Encoding.UTF8.Preamble;
        return Read(Encoding.UTF8.GetString(bytes.StartsWith(mark) ? bytes[mark.Length..] : bytes), origin);
    }

    /// <summary>Reads a file's text.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="origin">What an error calls the file.</param>
    /// <exception cref="PoSyntaxException">The file is not PO.</exception>
    public static PoFile Read(string text, string origin)
    {
        using var reader = new StringReader(text);
        var po = new PoReader(origin);
        po.ReadLines(reader);
        po.EndEntry();
        return new(po._header, po._headerLine, po._entries.ToImmutable());
    }

    private static void CheckEncoding(ReadOnlySpan<byte> bytes, string origin)
    {
        var number = 0;
        foreach (var line in bytes.Split((byte)'\n'))
        {
            number++;
            if (!Utf8.IsValid(bytes[line]) || bytes[line].Contains((byte)0))
            {
                throw new PoSyntaxException("The text is not in UTF-8", origin, number);
            }
        }
    }

    private void ReadLines(TextReader reader)
    {
        Action<string>? append = null;
        while (reader.ReadLine() is { } raw)
        {
            _line++;
            var line = raw.Trim();
            if (line.Length == 0 || line[0] == '#')
            {
                append = null;
            }
            else if (line[0] == '"')
            {
                (append ?? throw Problem("A text without a keyword before it"))(Unquote(line));
            }
            else
            {
                var space = line.IndexOfAny([' ', '\t']);
                append = Begin(space < 0 ? line : line[..space]);
                append(Unquote(space < 0 ? "" : line[space..].TrimStart()));
            }
        }
    }

    // What the keyword's text, and every further line of it, is added to.
    private Action<string> Begin(string keyword)
    {
        switch (keyword)
        {
            case "msgctxt":
                EndEntry();
                _context = "";
                return text => _context += text;
            case "msgid":
                if (_id is not null)
                {
                    EndEntry();
                }

                _start = _line;
                _id = "";
                return text => _id += text;
            case "msgid_plural" when _id is not null && _pluralId is null:
                _pluralId = "";
                return text => _pluralId += text;
            case "msgstr" when _id is not null && _pluralId is null:
                return BeginTranslation(0);
            case ['m', 's', 'g', 's', 't', 'r', '[', .. var number, ']']
                when _pluralId is not null
                    && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var form)
                    && form == _translations.Count:
                return BeginTranslation(form);
            default:
                throw Problem($"Unexpected '{keyword}'");
        }
    }

    private Action<string> BeginTranslation(int form)
    {
        if (!_translations.TryAdd(form, ""))
        {
            throw Problem("A second translation of one text");
        }

        return text => _translations[form] += text;
    }

    private void EndEntry()
    {
        if (_id is not null && _translations.Count == 0)
        {
            throw Problem($"The text \"{_id}\" has no msgstr");
        }

        if (_id is not null && !_lines.TryAdd((_context, _id), _start))
        {
            var before = $"stands on line {_lines[(_context, _id)]} already";
            throw new PoSyntaxException(
                _id.Length == 0 ? $"A second header: one {before}" : $"The text \"{_id}\" {before}",
                _origin,
                _start
            );
        }

        // The entry with the empty id is the header.
        if (_id is { Length: > 0 })
        {
            _entries.Add(new(_context, _id, _pluralId, [.. _translations.Values], _start));
        }
        else if (_id is not null)
        {
            (_header, _headerLine) = (_translations[0], _start);
        }

        (_context, _id, _pluralId) = (null, null, null);
        _translations.Clear();
    }

    private string Unquote(string quoted)
    {
        if (quoted.Length < 2 || quoted[0] != '"' || quoted[^1] != '"')
        {
            throw Problem("Expected a text in double quotes");
        }

        var text = new StringBuilder(quoted.Length);
        for (var index = 1; index < quoted.Length - 1; index++)
        {
            text.Append(
                quoted[index] switch
                {
                    '"' => throw Problem("A double quote inside a text needs a backslash before it"),
                    '\\' when index + 2 == quoted.Length => throw Problem("The text does not end"),
                    '\\' => quoted[++index] switch
                    {
                        'n' => '\n',
                        'r' => '\r',
                        't' => '\t',
                        '"' => '"',
                        '\\' => '\\',
                        var other => throw Problem($"Unknown escape '\\{other}'"),
                    },
                    var character => character,
                }
            );
        }

        return text.ToString();
    }

    private PoSyntaxException Problem(string problem) => new(problem, _origin, _line);
}
