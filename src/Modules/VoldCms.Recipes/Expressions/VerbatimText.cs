using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using VoldCms.ContentManagement.Json;

namespace VoldCms.Recipes.Expressions;

/// <summary>
/// Texts that look like expressions and are none: an export writes them so that nobody evaluates them. Here they come back byte for
/// byte; Orchard Core, which evaluates what a script gives once more, reads them with one blank behind (decision 0011).
/// </summary>
internal static partial class VerbatimText
{
    private const string Start = "[js: /*verbatim*/ ";
    private const string End = " + ' ']";

    /// <summary>A copy of a tree whose texts mean themselves in a recipe, whatever they are.</summary>
    public static JsonNode? Write(JsonNode? node) =>
        node switch
        {
            JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Write(member.Value)))),
            JsonArray elements => new JsonArray([.. elements.Select(Write)]),
            JsonValue value when LenientJson.Text(value) is { } text && RecipeExpression.TryRead(text, out _) => JsonValue.Create(
                $"{Start}{ScriptText.Literal(text)}{End}"
            ),
            _ => node?.DeepClone(),
        };

    /// <summary>The text that <see cref="Write"/> has written; false for any other.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out string? verbatim)
    {
        verbatim =
            text.Length > Start.Length + End.Length + 1
            && text.StartsWith(Start, StringComparison.Ordinal)
            && text.EndsWith(End, StringComparison.Ordinal)
            && Literal().IsMatch(text[Start.Length..^End.Length])
                ? Escape()
                    .Replace(
                        text[(Start.Length + 1)..^(End.Length + 1)],
                        escape =>
                            (
                                (char)int.Parse(escape.ValueSpan[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
                            ).ToString()
                    )
                : null;
        return verbatim is not null;
    }

    [GeneratedRegex("""\A"(?:[^"\\]|\\u[0-9A-F]{4})*"\z""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Literal();

    [GeneratedRegex("""\\u[0-9A-F]{4}""", RegexOptions.NonBacktracking)]
    private static partial Regex Escape();
}
