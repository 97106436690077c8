using System.Collections.Immutable;
using VoldCms.Hosting.Caching;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Pages;
using VoldCms.Services.Channels;
using VoldCms.Services.Finding;

namespace VoldCms.Services.Areas.Services.Pages;

/// <summary>The services of a municipality and the national ones, and the finder among them.</summary>
internal sealed class ServicesPage(Site site, ServiceReader services) : SitePage(site)
{
    private ImmutableArray<QueryParameter> _parameters = [];

    public override Wording Title => T["Services"];

    public override ImmutableArray<Crumb> Breadcrumbs => [new(T["Services"], null)];

    public override ImmutableArray<QueryParameter> QueryParameters => _parameters;

    public FinderQuestions Questions { get; private set; } = FinderQuestions.None;

    public FinderChoice Choice { get; private set; } = new();

    public FinderAnswer Answer { get; private set; } = new([], 0, []);

    public bool IsEmpty { get; private set; }

    /// <summary>Told when a service speaks another language than the page.</summary>
    public bool IsInOtherLanguage { get; private set; }

    public string WebsitesHref => Site.Href(WebResourcesPage.PagePath);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var all = await services.ListAsync(cancellationToken);
        Questions = await services.ListQuestionsAsync(all, cancellationToken);
        _parameters = FinderChoice.ParametersOf(Questions);
        Choice = FinderChoice.Read(KnownQuery, Questions);
        Answer = new ServiceFinder(Questions, T).Find(all, Choice);
        IsEmpty = all.IsEmpty;
        IsInOtherLanguage = all.Any(service => service.Language is not null);
    }

    public Wording NameOf(Readiness readiness) => readiness switch
    {
        Readiness.Emergency => T["In an emergency"],
        Readiness.DayAndNight => T["Open day and night"],
        Readiness.Open => T["Open now"],
        Readiness.Ask => T["Opening hours not known: call and ask"],
        Readiness.Closed => T["Closed now"],
        _ => throw new ArgumentOutOfRangeException(nameof(readiness), readiness, null),
    };
}
