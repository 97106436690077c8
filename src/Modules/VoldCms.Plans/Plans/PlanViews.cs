using System.Collections.Immutable;
using VoldCms.Hosting.Localization;
using VoldCms.Plans.PlanParts;
using VoldCms.Plans.StatusReports;
using VoldCms.Presentation.Pages;

namespace VoldCms.Plans.Plans;

/// <summary>A plan in a list.</summary>
/// <param name="Title">The document's own.</param>
/// <param name="Href">Its page.</param>
/// <param name="Language">The document's.</param>
/// <param name="Label">What sort of plan, and its years.</param>
/// <param name="MeasureCount">How many measures it has.</param>
/// <param name="HasRunOut">Its period is over.</param>
internal sealed record PlanSummary(string Title, string Href, string Language, Wording Label, int MeasureCount, bool HasRunOut);

/// <summary>How far the work had come as a report prints it, by its own colours and shares.</summary>
/// <param name="DateText">The report's date as printed; null when it has none.</param>
/// <param name="Legend">The colours and their shares.</param>
/// <param name="Href">The report's page; null when it has none.</param>
internal sealed record PrintedShares(string? DateText, Legend Legend, string? Href);

/// <summary>A political decision about the plan.</summary>
/// <param name="Title">What the decision is called.</param>
/// <param name="Text">The document's own words; null when it prints none.</param>
/// <param name="Facts">Who decided, when and in which case, where there are no words that say it.</param>
/// <param name="Points">In the decision's order.</param>
internal sealed record DecisionView(string Title, string? Text, ImmutableArray<Fact> Facts, ImmutableArray<DecisionPointView> Points);

/// <summary>One point of a decision.</summary>
/// <param name="Text">The point's words.</param>
/// <param name="Bullet">The bullet point that it adds to the plan; null when it adds none.</param>
/// <param name="Measures">The measures that it became.</param>
internal sealed record DecisionPointView(string? Text, string? Bullet, ImmutableArray<LinkCard> Measures);

/// <summary>A figure that a goal or a measure is to reach.</summary>
/// <param name="Figure">As printed.</param>
/// <param name="Text">The goal or measure in the document's words.</param>
/// <param name="Href">The measure's page; null for a goal.</param>
internal sealed record TargetView(string Figure, string Text, string? Href);

/// <summary>What the page of a plan shows above its measures.</summary>
internal sealed record PlanView
{
    public ImmutableArray<Fact> Facts { get; init; } = [];

    public ImmutableArray<DecisionView> Decisions { get; init; } = [];

    /// <summary>Goals and measures with a figure to reach.</summary>
    public ImmutableArray<TargetView> Targets { get; init; } = [];

    /// <summary>Reports on the plan, the newest first.</summary>
    public ImmutableArray<LinkCard> Reports { get; init; } = [];

    public LinkCard? Document { get; init; }

    /// <summary>The last day of a period that is over; else null.</summary>
    public DateOnly? RanOutOn { get; init; }

    /// <summary>Of the newest report that prints shares; null when none does.</summary>
    public PrintedShares? PrintedShares { get; init; }
}
