using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace VoldCms.ContentManagement.Json;

/// <summary>
/// Texts of stored JSON, also those that <see cref="Utf8JsonReader.GetString"/> cannot read: half of a surrogate pair, or bytes that are no
/// UTF-8. One such text must not keep the rest of its document from being read.
/// </summary>
internal static partial class WholeText
{
    /// <summary>The text or key that the reader is at, with U+FFFD in the place of what is no character.</summary>
    public static string Read(in Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return Repair(Encoding.UTF8.GetString(reader.ValueSpan));
        }
    }

    private static string Repair(string escaped)
    {
        var whole = Escape().Replace(escaped, escape => escape.Groups["half"].Success ? @"\uFFFD" : escape.Value);
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes($"\"{whole}\""));
        reader.Read();
        return reader.GetString() ?? "";
    }

    // A pair, a half, or any other: so that a backslash that is itself escaped begins none.
    [GeneratedRegex(@"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<half>\\u[dD][89a-fA-F][0-9a-fA-F]{2})|\\.")]
    private static partial Regex Escape();
}
