using System.Collections.Immutable;
using System.Text;

namespace VoldCms.GraphQL.Language;

/// <summary>
/// Writes syntax as GraphQL text, two spaces a level. What it writes parses to an equal tree, and printing that tree again gives the
/// same text. Stateless; safe from any thread.
/// </summary>
public static class Printer
{
    private const int MaxLineLength = 80;

    /// <summary>The text of <paramref name="node"/>; a document ends without a line feed.</summary>
    public static string Print(SyntaxNode node)
    {
        var printer = new PrintWriter();
        printer.Write(node);
        return printer.ToString();
    }

    /// <summary>A string value as GraphQL writes it between quotes, escaped where it must be.</summary>
    internal static void AppendQuoted(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var letter in value)
        {
            _ = letter switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' or (>= '\u007f' and <= '\u009f') => text.Append(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"\\u{(int)letter:X4}"
                ),
                _ => text.Append(letter),
            };
        }

        text.Append('"');
    }

    /// <summary>Arguments stay on one line while that line is short.</summary>
    internal static bool FitsOnLine(int prefixLength, ImmutableArray<string> arguments) =>
        prefixLength + arguments.Sum(argument => argument.Length + 2) <= MaxLineLength;
}
