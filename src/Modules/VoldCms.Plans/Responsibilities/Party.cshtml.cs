using System.Collections.Immutable;
using VoldCms.ContentManagement.Localization;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Plans.PlanParts;
using VoldCms.Presentation.Items;
using VoldCms.Presentation.Pages;

namespace VoldCms.Plans.Responsibilities;

/// <summary>One party: whom to ask, and what each plan makes it responsible for.</summary>
internal sealed class PartyPage(Site site, RequestedItem requested, ResponsibilityReader responsibilities) : SitePage(site)
{
    private PartyView? _view;

    public override Wording Title => T["Who is responsible"];

    public override ImmutableArray<Crumb> Breadcrumbs =>
        [
            new(T["Plans"], Site.Href(PlanAddresses.Plans)),
            new(T["Who is responsible"], Site.Href(PlanAddresses.Parties)),
            new(View.Name, null, Marked),
        ];

    protected override ImmutableArray<Culture> WrittenIn => Cultures.Find(View.Language) is { } culture ? [culture] : [];

    /// <exception cref="InvalidOperationException">The party has not been read yet.</exception>
    public PartyView View => _view ?? throw new InvalidOperationException("The party has not been read.");

    /// <summary>The language of the plans' words where it is not the page's; else null.</summary>
    public string? Marked => View.Language == Site.Culture.Name ? null : View.Language;

    /// <summary>Told when the plans speak another language than the page.</summary>
    public bool IsInOtherLanguage => Marked is not null;

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        _view = await responsibilities.ReadAsync(requested.Item, cancellationToken);
}
