using System.Collections.Immutable;
using VoldCms.Hosting.Localization;
using VoldCms.Plans.Parties;
using VoldCms.Presentation.Pages;

namespace VoldCms.Plans.AnnualWheel;

/// <summary>Something that comes again every year, or at another known pace.</summary>
internal sealed record WheelEntry
{
    /// <summary>What is done, in the plan's words.</summary>
    public required string Text { get; init; }

    /// <summary>The plan that says so; its language is that of the entry's words. Null for one of nobody's plan.</summary>
    public LinkCard? Plan { get; init; }

    /// <summary>The measure that says so; null for none.</summary>
    public LinkCard? Measure { get; init; }

    /// <summary>When, in the plan's words; null when it says nothing.</summary>
    public string? When { get; init; }

    /// <summary>How often, as we read it; null where that has no name.</summary>
    public Wording? Recurrence { get; init; }

    /// <summary>Who does it.</summary>
    public ImmutableArray<PartyName> Parties { get; init; } = [];
}

/// <summary>What comes in one month or half-year.</summary>
/// <param name="Heading">Which, in the language of the page.</param>
/// <param name="Anchor">The heading's id.</param>
/// <param name="Entries">Never empty.</param>
internal sealed record WheelGroup(Wording Heading, string Anchor, ImmutableArray<WheelEntry> Entries);
