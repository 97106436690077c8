namespace VoldCms.GraphQLTests.Corpus;

/// <summary>Documents with characters that do not show in a file: controls, byte order marks, line ends, planes beyond the first.</summary>
public static class LexicalEdges
{
    private static readonly string[] s_characters =
    [
        "\u0000",
        "\u0001",
        "\u0008",
        "\t",
        "\u000b",
        "\u000c",
        "\u001f",
        "\u007f",
        "\u0080",
        "\u0085",
        "\u00a0",
        "\u00ad",
        "\u200b",
        "\u2028",
        "\u2029",
        "\ud7ff",
        "\ue000",
        "\ufeff",
        "\ufffd",
        "\uffff",
        "\U00010000",
        "\U0001F600",
        "\U0010FFFF",
        "\r",
        "\n",
        "\r\n",
    ];

    public static IReadOnlyList<CorpusDocument> All { get; } =
    [
        .. Documents(
            "alone",
            text => text,
            "\u0000",
            "\u0007",
            "\u001f",
            "\u007f",
            "\u0080",
            "\u00a0",
            "\u200b",
            "\u2028",
            "\ufeff",
            "\ufffe",
            "\U0001F600",
            "\U0010FFFF"
        ),
        .. Documents("between tokens", c => $"{{ a{c}b }}", s_characters),
        .. Documents("in a string", c => $"{{ a(b: \"x{c}y\") }}", s_characters),
        .. Documents("in a block string", c => $"{{ a(b: \"\"\"x{c}y\"\"\") }}", s_characters),
        .. Documents("in a comment", c => $"{{ a # x{c}y\n}}", s_characters),
        .. Documents("a byte order mark", c => c, "\ufeff{ a }", "{ \ufeffa }", "\ufeff{ \ufeff", "\ufeff\ufeff{ a }", "{ a }\ufeff"),
        .. Documents("line ends", c => $"{{{c}a(b: 1 c: ){c}}}", "\n", "\r", "\r\n", "\n\r", "\r\r\n", "\n\n\n", "\u2028", "\t\n", "\v\n"),
        .. Documents("columns", c => $"{{ a(b: \"{c}\", c: ? }}", "æ", "\U0001F600", "e\u0301", "\t", "日本語"),
        .. Documents(
            "block strings and line ends",
            c => $"{{ a(b: \"\"\"{c}  x{c}   y{c}\"\"\", c: ) }}",
            "\n",
            "\r",
            "\r\n",
            "\n\n",
            "\t\n"
        ),
        .. Documents(
            "long",
            c => c,
            "{ " + new string('a', 5000) + " }",
            "{ a(b: \"" + new string('x', 5000) + "\") }",
            "{ a(b: " + new string('9', 500) + ") }",
            "{ " + string.Join(' ', Enumerable.Repeat("a", 500)) + " }"
        ),
        .. Documents(
            "unfinished",
            c => c,
            "{",
            "{ a(",
            "{ a(b:",
            "{ a(b: \"",
            "{ a(b: \"\"\"",
            "{ a(b: \"\\",
            "{ a(b: \"\\u",
            "{ a(b: \"\\u{",
            "query",
            "fragment F",
            "{ ...",
            "{ ..",
            "{ .",
            "{ a @",
            "{ a(b: $",
            "{ a(b: -",
            "{ a(b: 1.",
            "type",
            "extend",
            "\"",
            "\"\"",
            "\"\"\"",
            "\"\"\"\"\"\""
        ),
    ];

    private static IEnumerable<CorpusDocument> Documents(string group, Func<string, string> write, params string[] pieces) =>
        pieces.Select((piece, index) => new CorpusDocument($"{group} {index}", "", write(piece), IsValid: false));
}
