using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.Hosting.Localization;
using VoldCms.Plans.Parties;
using VoldCms.Plans.PlanParts;
using VoldCms.Presentation.Pages;

namespace VoldCms.Plans.Arrangements;

/// <summary>What a plan builds on or asks for beside its measures: a document, an agreement.</summary>
internal sealed record Arrangement
{
    /// <summary>Its content type.</summary>
    public required string Type { get; init; }

    /// <summary>The plan's id.</summary>
    public required ContentItemId? Plan { get; init; }

    /// <summary>Its name, in the document's words, with a capital letter.</summary>
    public required string Title { get; init; }

    /// <summary>What sort it is, in the language of the page; null where its group says it.</summary>
    public Wording? Kind { get; init; }

    /// <summary>What the plan says of it; null when the name says all.</summary>
    public string? Text { get; init; }

    /// <summary>What else is printed about it.</summary>
    public ImmutableArray<Fact> Facts { get; init; } = [];

    /// <summary>Where it lies; null when nobody has said.</summary>
    public LinkCard? Address { get; init; }

    /// <summary>It lies where only the municipality's own staff come.</summary>
    public bool IsForStaff { get; init; }

    /// <summary>The measures that name it.</summary>
    public ImmutableArray<LinkCard> Measures { get; init; } = [];

    /// <summary>The ids of the same, public or not.</summary>
    public ImmutableArray<ContentItemId> MeasureIds { get; init; } = [];

    /// <summary>Whose it is.</summary>
    public ImmutableArray<PartyName> Parties { get; init; } = [];

    /// <summary>When it comes again, as printed; null when nothing is.</summary>
    public string? When { get; init; }

    /// <summary>See <see cref="Measures.Recurrences"/>; null for what does not come again.</summary>
    public string? Recurrence { get; init; }

    /// <summary>From 1 to 12; null when nobody has said.</summary>
    public int? Month { get; init; }

    /// <summary>It has a place in the annual wheel.</summary>
    public bool ComesAgain => Recurrence is not null || Month is not null;
}

/// <summary>What a plan has of one type.</summary>
/// <param name="Heading">In the language of the page.</param>
/// <param name="Anchor">The heading's id.</param>
/// <param name="Arrangements">In the plan's order; never empty.</param>
internal sealed record ArrangementGroup(Wording Heading, string Anchor, ImmutableArray<Arrangement> Arrangements);
