using System.Collections.Immutable;
using VoldCms.HelpPages.Reference;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Pages;

namespace VoldCms.HelpPages.Help;

/// <summary>All help pages, and the ways to find the right one.</summary>
internal sealed class HelpListPage(Site site, HelpReader help, ReferenceReader reference) : SitePage(site)
{
    public override Wording Title => T["Help"];

    public override ImmutableArray<Crumb> Breadcrumbs => [new(T["Help"], null)];

    public HelpListView View { get; private set; } = new([], [], []);

    /// <summary>The lists for whoever wants to know more.</summary>
    public ImmutableArray<ItemLink> More { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        View = await help.ReadListAsync(cancellationToken);
        More = await reference.ListPagesAsync(cancellationToken);
    }
}
