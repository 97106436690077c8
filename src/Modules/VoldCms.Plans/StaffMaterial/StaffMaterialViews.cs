using System.Collections.Immutable;

namespace VoldCms.Plans.StaffMaterial;

/// <summary>A card with what one does, step by step.</summary>
internal sealed record ActionCardView(
    string? Heading,
    string? Intro,
    ImmutableArray<ActionStepView> Steps,
    string? Source,
    string? ApprovedBy
);

/// <summary>One step of a card.</summary>
/// <param name="Text">What one does.</param>
/// <param name="Responsible">Who does it; null when the card does not say.</param>
/// <param name="When">When; null when the card does not say.</param>
internal sealed record ActionStepView(string Text, string? Responsible, string? When);
