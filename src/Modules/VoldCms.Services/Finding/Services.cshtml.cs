using System.Collections.Immutable;
using VoldCms.Hosting.Caching;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Pages;
using VoldCms.Services.Matching;

namespace VoldCms.Services.Finding;

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

    public string WebsitesHref => Site.Href(ServicePaths.Websites);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var all = await services.ListAsync(cancellationToken);
        Questions = FinderQuestions.Of(all);
        _parameters = FinderChoice.ParametersOf(Questions);
        Choice = FinderChoice.Read(KnownQuery, Questions);
        Answer = await services.FindAsync(all, Choice, cancellationToken);
        IsEmpty = all.IsEmpty;
        IsInOtherLanguage = all.Any(service => service.Language is not null);
    }

    public Wording NameOf(Asker asker) =>
        asker switch
        {
            Asker.Myself => T["Myself"],
            Asker.AboutChild => T["A child"],
            Asker.AboutSomeoneElse => T["Someone else"],
            Asker.Hurting => T["I hurt someone"],
            Asker.AtWork => T["I come across it at work"],
            _ => throw new ArgumentOutOfRangeException(nameof(asker), asker, null),
        };

    public Wording NameOf(Situation topic) =>
        topic switch
        {
            Situation.InDanger => T["It is dangerous now"],
            Situation.JustHappened => T["It has just happened"],
            Situation.Online => T["It happens online"],
            Situation.NeedingToTalk => T["I need someone to talk to"],
            _ => throw new ArgumentOutOfRangeException(nameof(topic), topic, null),
        };

    public Wording NameOf(Audience age) =>
        age switch
        {
            Audience.Young => T["Under 18"],
            Audience.Adults => T["Adult"],
            Audience.Elders => T["Older"],
            _ => throw new ArgumentOutOfRangeException(nameof(age), age, null),
        };
}
