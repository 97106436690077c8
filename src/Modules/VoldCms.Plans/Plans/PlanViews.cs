using System.Collections.Immutable;
using VoldCms.Presentation.Pages;

namespace VoldCms.Plans.Plans;

/// <summary>A plan in a list.</summary>
/// <param name="Title">The document's own.</param>
/// <param name="Href">Its page.</param>
/// <param name="Language">The document's.</param>
/// <param name="Label">What sort of plan, and its years.</param>
/// <param name="MeasureCount">How many measures it has.</param>
public sealed record PlanSummary(string Title, string Href, string Language, string Label, int MeasureCount);

/// <summary>A name and its value on a page.</summary>
/// <param name="Name">In the language of the page.</param>
/// <param name="Value">The document's own words.</param>
public sealed record Fact(string Name, string Value);

/// <summary>A political decision about the plan.</summary>
public sealed record DecisionView(string Title, string? Text, ImmutableArray<DecisionPointView> Points);

/// <summary>One point of a decision.</summary>
/// <param name="Text">The point's words.</param>
/// <param name="Bullet">The bullet point that it adds to the plan; null when it adds none.</param>
/// <param name="Measures">The measures that it became.</param>
public sealed record DecisionPointView(string? Text, string? Bullet, ImmutableArray<LinkCard> Measures);

/// <summary>A passage of the document beside its measures.</summary>
public sealed record PassageView(string? Heading, string? Text, ImmutableArray<string> Points, string? Source);

/// <summary>What the page of a plan shows above its measures.</summary>
public sealed record PlanView
{
    public ImmutableArray<Fact> Facts { get; init; } = [];

    public ImmutableArray<DecisionView> Decisions { get; init; } = [];

    public ImmutableArray<PassageView> Passages { get; init; } = [];

    /// <summary>Groups that worked on the plan, and the services that took part.</summary>
    public ImmutableArray<Fact> WorkingGroups { get; init; } = [];

    /// <summary>Other plans by name and period, as the document names them.</summary>
    public ImmutableArray<string> RelatedPlans { get; init; } = [];

    public LinkCard? Document { get; init; }
}
