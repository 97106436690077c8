using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace VoldCms.Presentation.Text;

/// <summary>
/// A document's own words, kept as one plain text, brought into paragraphs and lists: a blank line parts paragraphs, a line
/// is a line, a bullet sign (•) begins a point, whether or not it stands first in its line. Points that dashes begin, after a colon or at
/// the start, stand each in a line of its own, dash and all.
/// </summary>
public static partial class PrintedText
{
    private static readonly char[] s_bullets = ['•', '▪', '●'];

    /// <summary>The blocks in order; none for a blank text.</summary>
    public static ImmutableArray<PrintedBlock> Read(string text)
    {
        var blocks = ImmutableArray.CreateBuilder<PrintedBlock>();
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var pieces = paragraph.Split(s_bullets);
            ImmutableArray<string> lines =
            [
                .. WithDashesInLines(pieces[0]).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            ];
            if (lines.Length > 0)
            {
                blocks.Add(new(lines, IsList: false));
            }

            // A line break inside a point is where the printed line ended.
            ImmutableArray<string> points =
            [
                .. pieces.Skip(1).Select(point => point.Replace('\n', ' ').Trim()).Where(point => point.Length > 0),
            ];
            if (points.Length > 0)
            {
                blocks.Add(new(points, IsList: true));
            }
        }

        return blocks.ToImmutable();
    }

    /// <summary>
    /// What a heading or a link says, and what is left for the text below it: the first sentence where several stand before the first
    /// point or blank line, else all of those words; none is left out, none stands twice.
    /// </summary>
    public static PrintedHead Split(string text)
    {
        var whole = text.ReplaceLineEndings("\n").Trim();
        var blocks = Read(whole);
        if (blocks is not [{ IsList: false }, ..])
        {
            return new(string.Join(' ', blocks.SelectMany(block => block.Lines)), "");
        }

        var points = whole.IndexOfAny(s_bullets);
        var before = points < 0 ? whole : whole[..points];
        var blank = before.IndexOf("\n\n", StringComparison.Ordinal);
        var lead = blank < 0 ? before : before[..blank];
        var end = EndOfSentence().Match(lead) is { Success: true } found ? found.Index : lead.Length;
        return new(OnOneLine(whole[..end]), whole[end..].Trim());
    }

    private static string OnOneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string WithDashesInLines(string paragraph) =>
        FirstDash().Match(paragraph) is { Success: true } first
            ? paragraph[..first.Index] + paragraph[first.Index..].Replace(" - ", "\n- ", StringComparison.Ordinal)
            : paragraph;

    // Three letters before the full stop, and no word that is cut short: neither "1." nor "f.eks." ends a sentence.
    [GeneratedRegex(@"(?<=\p{L}{3}[)»]?[.!?])(?<!\b(?:eks|etc|inkl|kap|mht|pga|tlf|vedr)\.)\s+(?=[\p{Lu}«(""])|(?<=:)\s+(?=-\s|\d+\.)")]
    private static partial Regex EndOfSentence();

    [GeneratedRegex(@"(?<=:) - |^- ")]
    private static partial Regex FirstDash();
}

/// <summary>A paragraph of lines, or a list of points.</summary>
public sealed record PrintedBlock(ImmutableArray<string> Lines, bool IsList);

/// <summary>A text in two: its name, and what goes on below it.</summary>
/// <param name="Name">On one line; empty for a blank text.</param>
/// <param name="Rest">As printed, to be read by <see cref="PrintedText.Read"/>; empty when the name says all.</param>
public sealed record PrintedHead(string Name, string Rest);
