using System.Text.RegularExpressions;

namespace VoldCms.IntegrationTests.Plans.Plans;

/// <summary>
/// Which words of a document stand on pages. A word stands there when a run of 18 letters and digits that holds it does, whatever is
/// between them: so neither a cell's border nor a hyphen at a line's end counts. A shorter line stands as a whole, word by word. A
/// line of a table goes over several cells, which a page may order otherwise: there each word that is left may stand alone.
/// </summary>
internal static partial class MissingWords
{
    private const int Run = 18;

    /// <param name="lines">The document's lines; an empty one where a line is left out by right.</param>
    /// <param name="isInTable">Whether a line, by its number, is of a table.</param>
    /// <param name="pages">The words of the pages.</param>
    /// <returns>How many words the document has, and those that are missing with the number of their line.</returns>
    public static (int Words, IReadOnlyList<(int Line, string Word)> Missing) Find(
        IReadOnlyList<string> lines,
        Predicate<int> isInTable,
        IReadOnlyCollection<string> pages
    )
    {
        var runs = pages.SelectMany(page => RunsOf(Letters(page))).ToHashSet(StringComparer.Ordinal);
        var spoken = string.Concat(pages.Select(page => $" {Spoken(page)} |"));
        var words = lines
            .SelectMany((line, index) => Word().Matches(line).Select(match => (Line: index + 1, Word: match.Value.ToLowerInvariant())))
            .ToList();
        var document = string.Concat(words.Select(word => word.Word));
        var stands = new bool[document.Length];
        foreach (var (run, start) in RunsOf(document).Select((run, start) => (run, start)).Where(run => runs.Contains(run.run)))
        {
            stands.AsSpan(start, run.Length).Fill(true);
        }

        var missing = new List<(int Line, string Word)>();
        var position = 0;
        foreach (var line in words.GroupBy(word => word.Line).Select(line => line.ToList()))
        {
            var absent = new List<bool>();
            foreach (var word in line)
            {
                absent.Add(stands.AsSpan(position, word.Word.Length).Contains(false));
                position += word.Word.Length;
            }

            var isTable = isInTable(line[0].Line);
            var isSpoken = IsSpoken(line);
            missing.AddRange(line.Where((word, index) => absent[index] && !isSpoken && !(isTable && IsSpoken([word]))));
        }

        return (words.Count, missing);

        bool IsSpoken(List<(int Line, string Word)> some) =>
            some.Sum(word => word.Word.Length) < Run
            && spoken.Contains($" {string.Join(' ', some.Select(word => word.Word))} ", StringComparison.Ordinal);
    }

    /// <summary>How many words a text has.</summary>
    public static int Count(string text) => Word().Count(text);

    private static IEnumerable<string> RunsOf(string letters) =>
        Enumerable.Range(0, Math.Max(0, letters.Length - Run + 1)).Select(start => letters.Substring(start, Run));

    private static string Letters(string text) => string.Concat(Word().Matches(text).Select(match => match.Value.ToLowerInvariant()));

    private static string Spoken(string text) => string.Join(' ', Word().Matches(text).Select(match => match.Value.ToLowerInvariant()));

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();
}
