using System.Collections.Immutable;

namespace VoldCms.Presentation.Text;

/// <summary>
/// A document's own words, kept as one plain text, brought into paragraphs and lists: a blank line parts paragraphs, a line
/// is a line, a bullet sign (•) begins a point, whether or not it stands first in its line.
/// </summary>
public static class PrintedText
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
                .. pieces[0].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
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

    /// <summary>The words before the first point, on one line: for headings and links.</summary>
    public static string Lead(string text) => Read(text) is [{ Lines: var lines }, ..] ? string.Join(' ', lines) : "";
}

/// <summary>A paragraph of lines, or a list of points.</summary>
public sealed record PrintedBlock(ImmutableArray<string> Lines, bool IsList);
