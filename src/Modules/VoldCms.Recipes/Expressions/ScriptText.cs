using System.Text;

namespace VoldCms.Recipes.Expressions;

/// <summary>Texts as literals of JavaScript.</summary>
internal static class ScriptText
{
    private const char LineSeparator = '\u2028';

    /// <summary>
    /// A literal in double quotes that any engine reads as exactly <paramref name="text"/>, half surrogate pairs too. Brackets are
    /// written as escapes: those at the ends of an expression are taken off before the engine sees it.
    /// </summary>
    public static string Literal(string text)
    {
        var literal = new StringBuilder(text.Length + 2).Append('"');
        foreach (var character in text)
        {
            if (
                character is '"' or '\\' or '[' or ']' or LineSeparator or '\u2029' or '\uFEFF'
                || char.IsControl(character)
                || char.IsSurrogate(character)
            )
            {
                literal.Append(System.Globalization.CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
            }
            else
            {
                literal.Append(character);
            }
        }

        return literal.Append('"').ToString();
    }
}
