using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.Plans.Plans;
using VoldCms.Presentation.Pages;

namespace VoldCms.Plans.Measures;

/// <summary>A measure as a row of its plan's table.</summary>
public sealed record MeasureView
{
    public required ContentItemId Id { get; init; }

    /// <summary>The number as printed; where the document has none, its place in the plan.</summary>
    public required string Label { get; init; }

    /// <summary>The row's id on the plan's page.</summary>
    public required string Anchor { get; init; }

    public required string Href { get; init; }

    /// <summary>The document's own words.</summary>
    public required string Text { get; init; }

    public ContentItemId? Section { get; init; }

    public ImmutableArray<ContentItemId> Parties { get; init; } = [];

    /// <summary>The printed cells of the table's further columns, by column.</summary>
    public ImmutableDictionary<MeasureColumn, string> Cells { get; init; } = ImmutableDictionary<MeasureColumn, string>.Empty;
}

/// <summary>A column of the table beside the measure itself; shown when some measure of the plan has something in it.</summary>
public enum MeasureColumn
{
    TargetGroup,
    HowWhen,
    Responsible,
    Deadline,
    Status,
}

/// <summary>A theme of a plan (a section of any kind) with the measures that the filter leaves.</summary>
/// <param name="Title">The document's own words; null for measures without a section.</param>
/// <param name="Anchor">The group's id on the page.</param>
/// <param name="Measures">In the plan's order; never empty.</param>
public sealed record MeasureGroup(string? Title, string Anchor, ImmutableArray<MeasureView> Measures);

/// <summary>One question of the filter: theme or responsible.</summary>
/// <param name="Name">What is asked.</param>
/// <param name="Options">The answers, "all" first.</param>
public sealed record FilterGroup(string Name, ImmutableArray<FilterOption> Options)
{
    private const int AtAGlance = 14;

    /// <summary>More than one takes in at a glance: folded away until it is asked for.</summary>
    public bool IsLong => Options.Length > AtAGlance;

    /// <summary>Some answer but "all" is chosen.</summary>
    public bool HasChoice => Options.Skip(1).Any(option => option.IsCurrent);
}

/// <summary>One answer to choose.</summary>
/// <param name="Text">What it is called.</param>
/// <param name="Href">The page with it chosen.</param>
/// <param name="Count">How many measures it would leave.</param>
/// <param name="IsCurrent">It is chosen now.</param>
/// <param name="IsPrinted">The text is the document's own.</param>
public sealed record FilterOption(string Text, string Href, int Count, bool IsCurrent, bool IsPrinted);

/// <summary>A plan's table with its filter.</summary>
public sealed record MeasureTable(
    ImmutableArray<MeasureColumn> Columns, ImmutableArray<MeasureGroup> Groups, ImmutableArray<FilterGroup> Filters, int Shown, int Total);

/// <summary>Everything about one measure.</summary>
/// <param name="Cells">The printed cells, in the document's order of ideas.</param>
/// <param name="Section">The theme, linked to it in the plan; null when the measure has none.</param>
/// <param name="Parties">Who is responsible, each linked to all that they are responsible for.</param>
/// <param name="Parts">The rows of a measure that has several; else none.</param>
/// <param name="Links">Addresses printed in the measure.</param>
/// <param name="Previous">The measure before it in the plan; null for the first.</param>
/// <param name="Next">The measure after it; null for the last.</param>
/// <param name="Total">How many measures the plan has.</param>
public sealed record MeasureDetail(
    ImmutableArray<Fact> Cells,
    LinkCard? Section,
    ImmutableArray<LinkCard> Parties,
    ImmutableArray<ImmutableArray<Fact>> Parts,
    ImmutableArray<LinkCard> Links,
    LinkCard? Previous,
    LinkCard? Next,
    int Total);
