using System.Collections.Immutable;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Pages;

namespace VoldCms.HelpPages.Reference;

/// <summary>The laws that the documents name.</summary>
internal sealed class LawsPage(Site site, ReferenceReader reference) : SitePage(site)
{
    public override Wording Title => T["Laws"];

    public override ImmutableArray<Crumb> Breadcrumbs => [new(T["Duties to act"], Site.Href(HelpPaths.Duties)), new(T["Laws"], null)];

    public ImmutableArray<LawView> Laws { get; private set; } = [];

    /// <summary>Some of them stand there in a plan's own words.</summary>
    public bool AreFromPlans => Laws.Any(law => law.IsFromPlan);

    public Wording Lead =>
        AreFromPlans || Laws.IsEmpty
            ? T["The laws that the plans name, in the plans' own words."]
            : T["The laws that the duties to act follow from, and where to read them as they are today."];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Laws = await reference.ListLawsAsync(cancellationToken);
}
