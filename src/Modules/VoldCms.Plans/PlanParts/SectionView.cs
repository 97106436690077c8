using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;

namespace VoldCms.Plans.PlanParts;

/// <summary>A section of a plan in the document's own words: area of action, chapter, target group or theme.</summary>
internal sealed record SectionView
{
    public required ContentItemId Id { get; init; }

    /// <summary>Where it stands, and what it is called.</summary>
    public required SectionHeading Heading { get; init; }

    /// <summary>Its heading as the document prints it; code and title where it prints none.</summary>
    public required string Printed { get; init; }

    /// <summary>The heading measure of its table; null when it has none.</summary>
    public string? HeadAction { get; init; }

    /// <summary>Its words beside measures; null when it has none.</summary>
    public string? Text { get; init; }

    /// <summary>What has been put in place, where the section is a row of a table of themes.</summary>
    public ImmutableArray<SectionPointView> Implemented { get; init; } = [];

    /// <summary>The year in which that was; null when the document does not say.</summary>
    public int? ImplementedYear { get; init; }

    /// <summary>What the plan recommends for the theme.</summary>
    public ImmutableArray<SectionPointView> Recommended { get; init; } = [];

    /// <summary>The theme's goals.</summary>
    public ImmutableArray<SectionPointView> Goals { get; init; } = [];

    /// <summary>It is a row of a table of themes, and not a heading over measures.</summary>
    public bool IsThemeRow => !Implemented.IsEmpty || !Recommended.IsEmpty || !Goals.IsEmpty;
}

/// <param name="Text">The document's words.</param>
/// <param name="IsLeftOpen">The plan itself asks, or leaves it to be decided.</param>
internal sealed record SectionPointView(string Text, bool IsLeftOpen);
