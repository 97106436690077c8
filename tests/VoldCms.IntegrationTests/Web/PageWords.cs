using System.Text;
using AngleSharp.Dom;

namespace VoldCms.IntegrationTests.Web;

/// <summary>What a page says, word for word, whatever its paragraphs, lists and line breaks.</summary>
internal static class PageWords
{
    private static readonly string[] s_inline = ["a", "abbr", "b", "bdi", "em", "i", "small", "span", "strong", "sub", "sup", "time"];

    /// <summary>The words of a text: without signs that begin a list's points, with single spaces.</summary>
    public static string Normalize(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => word is not ("•" or "▪" or "●")));

    /// <summary>The words of an element, each block apart from the next.</summary>
    public static string Words(this INode node)
    {
        var text = new StringBuilder();
        Append(node, text);
        return Normalize(text.ToString());
    }

    /// <summary>Whether something within the element says exactly these words: none lost, added or reworded.</summary>
    public static bool Says(this IElement scope, string words)
    {
        var wanted = Normalize(words);
        return scope.Words() == wanted || scope.QuerySelectorAll("*").Any(element => element.Words() == wanted);
    }

    private static void Append(INode node, StringBuilder text)
    {
        if (node is IText words)
        {
            text.Append(words.Data);
            return;
        }

        var isBlock = node is IElement element && !s_inline.Contains(element.LocalName);
        text.Append(isBlock ? " " : "");
        foreach (var child in node.ChildNodes)
        {
            Append(child, text);
        }

        text.Append(isBlock ? " " : "");
    }
}
