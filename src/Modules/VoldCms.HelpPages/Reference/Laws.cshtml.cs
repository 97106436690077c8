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

    public async Task OnGetAsync(CancellationToken cancellationToken) => Laws = await reference.ListLawsAsync(cancellationToken);
}
