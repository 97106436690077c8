using System.Collections.Immutable;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Pages;

namespace VoldCms.Services.Printing;

/// <summary>A page that is a sheet of paper: it lies below the list of what can be printed, and says what is published now.</summary>
internal abstract class PrintedSheetPage(Site site, PrintedSheetReader sheets) : SitePage(site)
{
    public override bool IsSheet => true;

    public override ImmutableArray<Crumb> Breadcrumbs => [new(T["To print"], Site.Href(ServicePaths.Printouts)), new(Title, null)];

    public PrintedSheet Sheet { get; private set; } = PrintedSheet.Empty;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Sheet = await sheets.ReadAsync(RootHref, cancellationToken);
}
