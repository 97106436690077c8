using System.Collections.Immutable;
using VoldCms.Hosting.Localization;
using VoldCms.Plans.Chapters;
using VoldCms.Plans.Measures;
using VoldCms.Plans.PlanParts;

namespace VoldCms.Plans.Plans;

/// <summary>A part of a plan as one document: a chapter, the measures of a section, or the table of themes where both are null.</summary>
/// <param name="Heading">As printed; ours only where the document prints none.</param>
/// <param name="Anchor">The id of its heading.</param>
/// <param name="IsWithin">It is a part of the one before it.</param>
/// <param name="Chapter">Running text.</param>
/// <param name="Measures">The measures below the heading.</param>
internal sealed record DocumentPart(Wording Heading, string Anchor, bool IsWithin, PrintedChapter? Chapter, MeasureGroup? Measures)
{
    /// <summary>The parts in the document's own order.</summary>
    /// <param name="chapters">Its running text.</param>
    /// <param name="sections">Its sections over measures and in tables.</param>
    /// <param name="measures">Its measures, by section.</param>
    /// <param name="texts">In the language of the page.</param>
    /// <param name="printed">The document's words, with its language where that is not the page's.</param>
    public static ImmutableArray<DocumentPart> InOrder(
        ImmutableArray<PrintedChapter> chapters,
        ImmutableArray<SectionView> sections,
        ImmutableArray<MeasureGroup> measures,
        Texts texts,
        Func<string, Wording> printed
    )
    {
        var parts = chapters
            .Select(chapter =>
                (
                    chapter.Heading.Order,
                    new DocumentPart(printed(chapter.Heading.Title), chapter.Anchor, chapter.Heading.IsWithin, chapter, null)
                )
            )
            .ToList();
        if (sections.FirstOrDefault(section => section.IsThemeRow) is { } first)
        {
            parts.Add((first.Heading.Order, new(texts["Themes and goals"], "temaer", IsWithin: false, null, null)));
        }

        parts.AddRange(
            measures.Select(group =>
                group.Section is { } section
                    ? (
                        section.Heading.Order,
                        new DocumentPart(printed(section.Printed), group.Anchor, section.Heading.IsWithin, null, group)
                    )
                    : (int.MaxValue, new DocumentPart(texts["Measures"], group.Anchor, IsWithin: false, null, group))
            )
        );
        return [.. parts.OrderBy(part => part.Item1).Select(part => part.Item2)];
    }
}
