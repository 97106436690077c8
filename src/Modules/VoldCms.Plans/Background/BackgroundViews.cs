using System.Collections.Immutable;
using VoldCms.Hosting.Localization;
using VoldCms.Plans.PlanParts;
using VoldCms.Presentation.Items;
using VoldCms.Presentation.Pages;

namespace VoldCms.Plans.Background;

/// <summary>All that a plan prints beside its measures.</summary>
internal sealed record BackgroundView
{
    public ImmutableArray<ChapterView> Chapters { get; init; } = [];

    /// <summary>Groups that worked on the plan, and the services that took part.</summary>
    public ImmutableArray<Fact> WorkingGroups { get; init; } = [];

    /// <summary>Figures and findings, by the plan's own groups.</summary>
    public ImmutableArray<FigureGroup> Figures { get; init; } = [];

    public ImmutableArray<string> RiskFactors { get; init; } = [];

    public ImmutableArray<string> ProtectiveFactors { get; init; } = [];

    /// <summary>Action cards and guides that belong to the plan.</summary>
    public ImmutableArray<LinkCard> StaffMaterial { get; init; } = [];

    /// <summary>Other plans as the document names them.</summary>
    public ImmutableArray<NamedLink> RelatedPlans { get; init; } = [];

    public ImmutableArray<NamedLink> References { get; init; } = [];

    /// <summary>Authors, reports and surveys that the text names with their year.</summary>
    public ImmutableArray<NamedLink> Citations { get; init; } = [];

    public ImmutableArray<AttachmentView> Attachments { get; init; } = [];

    /// <summary>Services as the document prints them, by the document's groups.</summary>
    public ImmutableArray<AppendixGroup> Appendix { get; init; } = [];

    /// <summary>What other modules have about the plan.</summary>
    public ImmutableArray<ItemRegion> Regions { get; init; } = [];

    /// <summary>Without the passages of text: where the document's chapters stand whole, they stand in them.</summary>
    public BackgroundView WithoutPassages() => this with { Chapters = [] };

    /// <summary>What is left where the document's chapters stand whole: all that is read out of their text stands in them.</summary>
    public BackgroundView BesideChapters() =>
        new()
        {
            StaffMaterial = StaffMaterial,
            Appendix = Appendix,
            Regions = Regions,
        };
}

/// <summary>Passages below one heading.</summary>
/// <param name="Heading">As printed, or what the passages are about.</param>
/// <param name="IsPrinted">The heading is the document's own.</param>
/// <param name="Passages">In the document's order; none where only the heading is printed.</param>
internal sealed record ChapterView(Wording Heading, bool IsPrinted, ImmutableArray<PassageView> Passages);

/// <summary>A passage of the document beside its measures.</summary>
internal sealed record PassageView(string? Text, ImmutableArray<string> Points, string? Source, NamedLink? Address)
{
    /// <summary>Only its heading is printed.</summary>
    public bool IsEmpty => this is { Text: null, Points.IsEmpty: true, Source: null, Address: null };
}

/// <summary>A name, with an address where one is known.</summary>
internal sealed record NamedLink(string Name, string? Href);

/// <summary>An attachment of the document.</summary>
/// <param name="Number">As printed; null when it has none.</param>
/// <param name="Name">The document's own words.</param>
/// <param name="Href">Where it lies; null when nobody has said.</param>
/// <param name="IsIncluded">Its content stands on this site.</param>
internal sealed record AttachmentView(int? Number, string Name, string? Href, bool IsIncluded);

/// <summary>Figures and findings below one heading of the document.</summary>
internal sealed record FigureGroup(string? Name, ImmutableArray<FigureView> Figures);

/// <summary>A finding in the document's words, with the values that they hold.</summary>
internal sealed record FigureView(string Text, ImmutableArray<FigureValue> Values);

/// <summary>One value of a finding.</summary>
internal sealed record FigureValue(string? Name, string Amount, string? Year, string? Area, string? Source);

/// <summary>Services below one heading of the document.</summary>
internal sealed record AppendixGroup(string? Name, ImmutableArray<AppendixEntryView> Entries);

/// <summary>A service as the document prints it, numbers and hours untouched.</summary>
/// <param name="Name">The document's own.</param>
/// <param name="Description">The document's own; null when it has none.</param>
/// <param name="Cells">What else is printed about it.</param>
/// <param name="ServiceHref">The service in today's directory; null when it is not there.</param>
/// <param name="HasNumberOfNoService">It prints a number, and its editor has named no service that it is of.</param>
internal sealed record AppendixEntryView(
    string Name,
    string? Description,
    ImmutableArray<Fact> Cells,
    NamedLink? Address,
    string? ServiceHref,
    bool HasNumberOfNoService
);
