namespace VoldCms.GraphQL.Language;

/// <summary>The value of a block string: what its lines share of indentation is not part of it.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#BlockStringValue()"/>
internal static class BlockString
{
    /// <summary><c>BlockStringValue(rawValue)</c></summary>
    public static string Dedent(string rawValue)
    {
        var lines = rawValue.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');
        var commonIndent = CommonIndent(lines);
        var first = Array.FindIndex(lines, line => !IsBlank(line));
        if (first < 0)
        {
            return "";
        }

        var last = Array.FindLastIndex(lines, line => !IsBlank(line));
        for (var i = Math.Max(first, 1); i <= last; i++)
        {
            lines[i] = lines[i][Math.Min(commonIndent, lines[i].Length)..];
        }

        return string.Join('\n', lines, first, last - first + 1);
    }

    /// <summary>Whether printing <paramref name="value"/> between three quotes reads back as the same value.</summary>
    public static bool CanPrint(string value)
    {
        if (
            value.Length == 0
            || value.AsSpan().ContainsAny('\r', '\\')
            || value.EndsWith('"')
            || value.AsSpan().ContainsAnyInRange('\0', '\b')
            || value.AsSpan().ContainsAnyInRange('\v', '\u001f')
            || value.Contains("\"\"\"", StringComparison.Ordinal)
        )
        {
            return false;
        }

        return Dedent($"\n{value}\n") == value;
    }

    /// <summary>The first line starts at the quotes, so its indentation says nothing.</summary>
    private static int CommonIndent(string[] lines)
    {
        var common = int.MaxValue;
        foreach (var line in lines.AsSpan(1))
        {
            if (!IsBlank(line))
            {
                common = Math.Min(common, Indent(line));
            }
        }

        return common == int.MaxValue ? 0 : common;
    }

    private static int Indent(string line) => line.Length - line.AsSpan().TrimStart(" \t").Length;

    private static bool IsBlank(string line) => Indent(line) == line.Length;
}
