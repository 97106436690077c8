using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.Hosting.Localization;
using VoldCms.Plans.Arrangements;
using VoldCms.Plans.Measures;
using VoldCms.Plans.PlanParts;
using VoldCms.Presentation.Pages;

namespace VoldCms.Plans.Responsibilities;

/// <summary>What of one plan is somebody's responsibility.</summary>
internal sealed record PlanDuties
{
    /// <summary>The plan's short title and its page.</summary>
    public required LinkCard Plan { get; init; }

    /// <summary>The plan's table with these measures alone; null where it cannot be filtered so.</summary>
    public string? TableHref { get; init; }

    /// <summary>The plan itself is theirs to revise and evaluate.</summary>
    public bool OwnsPlan { get; init; }

    /// <summary>Goals that name who is responsible, in the plan's order and words.</summary>
    public ImmutableArray<string> Goals { get; init; } = [];

    /// <summary>In the plan's order.</summary>
    public ImmutableArray<MeasureDuty> Measures { get; init; } = [];

    public bool IsEmpty => !OwnsPlan && Goals.IsEmpty && Measures.IsEmpty;
}

/// <summary>A measure that is somebody's responsibility.</summary>
/// <param name="Label">See <see cref="MeasureView.Label"/>.</param>
/// <param name="Text">The beginning of the document's words.</param>
/// <param name="Href">The measure's page.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Deadline">As printed; null when none is.</param>
/// <param name="Parts">Of a measure with lines of its own, what those lines are about that name them; else none.</param>
internal sealed record MeasureDuty(
    string? Label,
    string Text,
    string Href,
    MeasureState State,
    string? Deadline,
    ImmutableArray<string> Parts
);

/// <summary>A party in the list of all.</summary>
/// <param name="Link">Its name and page.</param>
/// <param name="Measures">How many measures name it.</param>
internal sealed record PartySummary(LinkCard Link, int Measures);

/// <summary>Parties of one sort.</summary>
/// <param name="Name">What sort.</param>
/// <param name="Anchor">The heading's id.</param>
/// <param name="Parties">By name; never empty.</param>
internal sealed record PartyGroup(Wording Name, string Anchor, ImmutableArray<PartySummary> Parties);

/// <summary>A party, whom to ask, and all that it is responsible for.</summary>
internal sealed record PartyView
{
    public required string Name { get; init; }

    /// <summary>The language of the party's name and of its plans.</summary>
    public required string Language { get; init; }

    public required Wording Kind { get; init; }

    /// <summary>Whom to ask for; null when nobody has said.</summary>
    public string? Contact { get; init; }

    /// <summary>A number that may be called from here.</summary>
    public LinkCard? Phone { get; init; }

    public LinkCard? Email { get; init; }

    public LinkCard? Website { get; init; }

    /// <summary>The same in the directory of services, with its numbers and hours.</summary>
    public LinkCard? Service { get; init; }

    /// <summary>What it is a part of.</summary>
    public LinkCard? Parent { get; init; }

    /// <summary>Other names that plans have for it.</summary>
    public ImmutableArray<string> OtherNames { get; init; } = [];

    /// <summary>Documents and agreements that are theirs.</summary>
    public ImmutableArray<ArrangementGroup> Arrangements { get; init; } = [];

    /// <summary>By plan.</summary>
    public ImmutableArray<PlanDuties> Plans { get; init; } = [];

    public bool HasContact => Contact is not null || Phone is not null || Email is not null || Website is not null || Service is not null;
}
