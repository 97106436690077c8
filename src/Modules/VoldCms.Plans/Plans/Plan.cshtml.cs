using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Localization;
using VoldCms.Hosting.Caching;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Plans.Arrangements;
using VoldCms.Plans.Background;
using VoldCms.Plans.Chapters;
using VoldCms.Plans.FollowUp;
using VoldCms.Plans.Measures;
using VoldCms.Plans.Parties;
using VoldCms.Plans.PlanParts;
using VoldCms.Presentation.Items;
using VoldCms.Presentation.Pages;
using VoldCms.Presentation.Text;

namespace VoldCms.Plans.Plans;

/// <summary>One plan: what it says of itself, the decisions about it, how far it has come, and its measures.</summary>
internal sealed class PlanPage(
    Site site,
    RequestedItem requested,
    PlanReader plans,
    MeasureReader measures,
    ChapterReader chapters,
    BackgroundReader background,
    PartyReader parties,
    ArrangementReader arrangements
) : SitePage(site)
{
    private IReadOnlyDictionary<ContentItemId, PartyName> _parties = ImmutableDictionary<ContentItemId, PartyName>.Empty;
    private ImmutableArray<QueryParameter> _parameters = [];

    public ContentItem Plan { get; private set; } = requested.Item;

    public override Wording Title => PlanLabels.Discreet(Plan, T);

    public override ImmutableArray<Crumb> Breadcrumbs =>
        [new(T["Plans"], Site.Href(PlanAddresses.Plans)), new(PlanLabels.Short(Plan), null, Language)];

    public override ImmutableArray<QueryParameter> QueryParameters => _parameters;

    protected override ImmutableArray<Culture> WrittenIn => PlanLabels.WrittenIn(Plan);

    /// <summary>The document's language.</summary>
    public string Language => PlanLabels.Language(Plan);

    /// <summary>Told when the document speaks another language than the page.</summary>
    public bool IsInOtherLanguage => Language != Site.Culture.Name;

    /// <summary>The plan's years, as they are told when they are over; null when it has none.</summary>
    public string? Period => PlanLabels.Period(Plan);

    /// <summary>The page without a filter.</summary>
    public string Href => Site.FindHref(Plan) ?? Site.Href(PlanAddresses.Plans);

    /// <summary>What the plan prints beside its measures; null when it prints nothing more, or its address has no room for it.</summary>
    public string? BackgroundHref { get; private set; }

    /// <summary>The plan as one document; null for a plan at an address without room for it.</summary>
    public string? DocumentHref => PlanAddresses.FindHref(Site, Plan, PlanAddresses.Document);

    public PlanView View { get; private set; } = new();

    /// <summary>The chapters of the document's running text, without what stands within a numbered one.</summary>
    public ImmutableArray<PrintedChapter> Chapters { get; private set; } = [];

    /// <summary>Documents and agreements that the plan builds on or asks for.</summary>
    public ImmutableArray<ArrangementGroup> Arrangements { get; private set; } = [];

    /// <summary>Rows of the plan's table of themes.</summary>
    public ImmutableArray<SectionView> Themes { get; private set; } = [];

    public MeasureTable Table { get; private set; } = new([], [], [], 0, 0);

    /// <summary>The document does not number its measures.</summary>
    public bool NumbersAreOurs { get; private set; }

    /// <summary>How far the measures have come, whatever is chosen.</summary>
    public PlanProgress Progress { get; private set; } = PlanProgress.None;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var all = await measures.ListAsync(Plan, cancellationToken);
        _parties = await parties.ListAsync(all.Measures.SelectMany(measure => measure.Parties), cancellationToken);
        View = await plans.ReadAsync(Plan, all.Measures, cancellationToken);
        BackgroundHref = await background.HasAnyAsync(Plan, cancellationToken)
            ? PlanAddresses.FindHref(Site, Plan, PlanAddresses.Background)
            : null;
        Chapters = [.. (await chapters.ListAsync(Plan, cancellationToken)).Where(chapter => !chapter.Heading.IsWithin)];
        Arrangements = await arrangements.ListAsync(Plan, cancellationToken);
        Themes = [.. all.Sections.Where(section => section.IsThemeRow)];
        _parameters = MeasureFilter.ParametersOf(all, _parties.Keys);
        Table = new MeasureGrouping(all, _parties.ToDictionary(party => party.Key, party => party.Value.Name), T, Href).Build(
            MeasureFilter.Read(KnownQuery)
        );
        NumbersAreOurs = all.Measures.Any(measure => measure.IsNumberedByUs);
        Progress = PlanProgress.Of(all.Measures, Href);
    }

    /// <summary>The document's words, with its language where that is not the page's.</summary>
    public Wording? Printed(string? words) => words is null ? null : new(words, IsInOtherLanguage ? Cultures.Find(Language) : null);

    public Wording NameOf(MeasureColumn column) => MeasureColumns.NameOf(column, T);

    /// <summary>The words of a cell that lead somewhere: those responsible, to their pages.</summary>
    public IReadOnlyCollection<WordLink> LinksIn(MeasureColumn column, MeasureView measure) =>
        column == MeasureColumn.Responsible
            ? [.. measure.Parties.Select(_parties.GetValueOrDefault).OfType<PartyName>().SelectMany(party => party.Links)]
            : [];
}
