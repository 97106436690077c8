using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.Hosting.Localization;
using VoldCms.Plans.PlanParts;
using VoldCms.Presentation.Pages;

namespace VoldCms.Plans.Measures;

/// <summary>A measure as a row of its plan's table.</summary>
internal sealed record MeasureView
{
    public required ContentItemId Id { get; init; }

    /// <inheritdoc cref="MeasureLabels.Of"/>
    public required string? Label { get; init; }

    /// <summary>The document does not number it: the label is ours.</summary>
    public bool IsNumberedByUs { get; init; }

    /// <summary>The row's id on the plan's page.</summary>
    public required string Anchor { get; init; }

    public required string Href { get; init; }

    /// <summary>The document's own words.</summary>
    public required string Text { get; init; }

    /// <summary>The figure that it is to reach, as printed; null for none.</summary>
    public string? Target { get; init; }

    public ContentItemId? Section { get; init; }

    public ContentItemId? Goal { get; init; }

    public ImmutableArray<ContentItemId> Parties { get; init; } = [];

    /// <summary>The terms of whom it is for.</summary>
    public ImmutableArray<ContentItemId> TargetGroups { get; init; } = [];

    /// <summary>The terms of its levels of prevention.</summary>
    public ImmutableArray<ContentItemId> Levels { get; init; } = [];

    public MeasureState State { get; init; } = MeasureState.Unknown;

    /// <inheritdoc cref="MeasureStates.IsSetByHand"/>
    public bool IsSetByHand { get; init; }

    public Deadline Deadline { get; init; } = new(null, DeadlineKind.None);

    /// <summary>The last day, where it has passed and the measure is neither done nor dropped.</summary>
    public DateOnly? OverdueSince { get; init; }

    /// <inheritdoc cref="MeasureEnd.MarkOn"/>
    public (Wording Name, string Colour, string Shape)? EndMark { get; init; }

    /// <summary>What it lives on is over.</summary>
    public bool HasRunOut { get; init; }

    /// <summary>The printed cells of the table's further columns, by column.</summary>
    public ImmutableDictionary<MeasureColumn, string> Cells { get; init; } = ImmutableDictionary<MeasureColumn, string>.Empty;

    /// <summary>What the document prints below the measure's words: references, contacts.</summary>
    public ImmutableArray<Fact> Remarks { get; init; } = [];

    /// <inheritdoc cref="MeasureDetail.IsLeftOpen"/>
    public bool IsLeftOpen { get; init; }

    /// <summary>Addresses printed in the measure.</summary>
    public ImmutableArray<LinkCard> Links { get; init; } = [];
}

/// <summary>A column of the table beside the measure itself; shown when some measure of the plan has something in it.</summary>
internal enum MeasureColumn
{
    TargetGroup,
    Theme,
    HowWhen,
    Responsible,
    Deadline,
    Status,
    PreventionLevel,
}

/// <summary>A goal as the document prints it beside its measures.</summary>
internal sealed record GoalView(ContentItemId Id, string Text);

/// <summary>Measures that follow each other and have one goal, and one target group where the document begins with that.</summary>
/// <param name="TargetGroup">The document's own words; null where they stand in the measure's row.</param>
/// <param name="Goal">The document's own words; null for measures without a goal.</param>
/// <param name="Measures">In the plan's order; never empty.</param>
internal sealed record GoalGroup(string? TargetGroup, string? Goal, ImmutableArray<MeasureView> Measures);

/// <summary>A theme of a plan (a section of any kind) with the measures that the filter leaves.</summary>
/// <param name="Section">Null for measures without a section.</param>
/// <param name="Anchor">The group's id on the page.</param>
/// <param name="Goals">In the plan's order; never empty.</param>
internal sealed record MeasureGroup(SectionView? Section, string Anchor, ImmutableArray<GoalGroup> Goals)
{
    public int Count => Goals.Sum(goal => goal.Measures.Length);
}

/// <summary>A plan's table with its filter.</summary>
/// <param name="Columns">Those that the plan has something in.</param>
/// <param name="Groups">What the filter leaves.</param>
/// <param name="Filters">What can be chosen.</param>
/// <param name="Total">How many measures the plan has.</param>
/// <param name="Shown">How many measures the filter leaves.</param>
internal sealed record MeasureTable(
    ImmutableArray<MeasureColumn> Columns,
    ImmutableArray<MeasureGroup> Groups,
    ImmutableArray<FilterGroup> Filters,
    int Total,
    int Shown
)
{
    /// <summary>The columns of the table, without what stands above its rows.</summary>
    public ImmutableArray<MeasureColumn> RowColumns { get; } =
        Groups.Any(group => group.Goals.Any(goal => goal.TargetGroup is not null)) ? Columns.Remove(MeasureColumn.TargetGroup) : Columns;

    /// <summary>Something is chosen.</summary>
    public bool IsFiltered => Filters.Any(filter => filter.HasChoice);
}

/// <summary>Everything about one measure.</summary>
internal sealed record MeasureDetail
{
    /// <summary>The printed cells before the status, in the document's order of ideas.</summary>
    public ImmutableArray<Fact> Cells { get; init; } = [];

    public MeasureState State { get; init; } = MeasureState.Unknown;

    /// <inheritdoc cref="MeasureView.IsNumberedByUs"/>
    public bool IsNumberedByUs { get; init; }

    /// <inheritdoc cref="MeasureStates.IsSetByHand"/>
    public bool IsSetByHand { get; init; }

    /// <inheritdoc cref="MeasureView.OverdueSince"/>
    public DateOnly? OverdueSince { get; init; }

    /// <inheritdoc cref="MeasureEnd.MarkOn"/>
    public (Wording Name, string Colour, string Shape)? EndMark { get; init; }

    /// <summary>When a person set the state; null when nobody has said.</summary>
    public DateOnly? SetOn { get; init; }

    /// <summary>The plan itself asks whether, or leaves it to be decided.</summary>
    public bool IsLeftOpen { get; init; }

    /// <summary>The theme, linked to it in the plan; null when the measure has none.</summary>
    public LinkCard? Section { get; init; }

    /// <summary>The numbered measure that this one stands below; null for others.</summary>
    public LinkCard? Parent { get; init; }

    /// <summary>The rows without a number below this one.</summary>
    public ImmutableArray<LinkCard> Children { get; init; } = [];

    /// <summary>Measures and themes that the document refers to here.</summary>
    public ImmutableArray<LinkCard> SeeAlso { get; init; } = [];

    /// <summary>Who is responsible, each linked to all that they are responsible for.</summary>
    public ImmutableArray<LinkCard> Parties { get; init; } = [];

    /// <summary>Phases, parts of the deadline and what waits for a decision, in the document's words.</summary>
    public ImmutableArray<string> Milestones { get; init; } = [];

    /// <summary>The lines of a measure whose cells have several that belong together; else none.</summary>
    public ImmutableArray<MeasurePartView> Parts { get; init; } = [];

    /// <summary>Addresses printed in the measure.</summary>
    public ImmutableArray<LinkCard> Links { get; init; } = [];

    /// <summary>The measure before it in the plan; null for the first.</summary>
    public LinkCard? Previous { get; init; }

    /// <summary>The measure after it; null for the last.</summary>
    public LinkCard? Next { get; init; }
}

/// <summary>One line of a measure that has several.</summary>
internal sealed record MeasurePartView(ImmutableArray<Fact> Cells, MeasureState State);

/// <summary>A name and the links that are its value.</summary>
/// <param name="Name">What they are.</param>
/// <param name="Language">The links' where it is not the page's; else null.</param>
/// <param name="Links">None: nothing is shown.</param>
internal sealed record LinkFact(Wording Name, string? Language, ImmutableArray<LinkCard> Links);
