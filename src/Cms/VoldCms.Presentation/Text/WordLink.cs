namespace VoldCms.Presentation.Text;

/// <summary>Words that are a link wherever they stand in a text.</summary>
/// <param name="Words">As the text has them, letter by letter.</param>
/// <param name="Href">Where they lead, escaped.</param>
public sealed record WordLink(string Words, string Href);

/// <summary>Finds words in a text.</summary>
internal static class WordLinks
{
    /// <summary>
    /// The text in pieces, in order: those words that are links, and what stands between them. Of words that begin at one place the
    /// longest count; words within a word do not.
    /// </summary>
    public static IEnumerable<(string Text, string? Href)> Split(string text, IReadOnlyCollection<WordLink> links)
    {
        var start = 0;
        for (var place = 0; place < text.Length; place++)
        {
            if (IsInWord(text, place) || FindAt(text, place, links) is not { } link)
            {
                continue;
            }

            if (place > start)
            {
                yield return (text[start..place], null);
            }

            yield return (link.Words, link.Href);
            start = place + link.Words.Length;
            place = start - 1;
        }

        if (start < text.Length)
        {
            yield return (text[start..], null);
        }
    }

    private static WordLink? FindAt(string text, int place, IReadOnlyCollection<WordLink> links) =>
        links
            .Where(link =>
                link.Words.Length > 0
                && string.CompareOrdinal(text, place, link.Words, 0, link.Words.Length) == 0
                && !IsInWord(text, place + link.Words.Length)
            )
            .MaxBy(link => link.Words.Length);

    private static bool IsInWord(string text, int place) =>
        place > 0 && place < text.Length && char.IsLetterOrDigit(text[place - 1]) && char.IsLetterOrDigit(text[place]);
}
