using System.Collections.Immutable;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Pages;

namespace VoldCms.Services.Printing;

/// <summary>Cards of the size of a bank card: outside an address and a code, inside the numbers.</summary>
internal sealed class CardsPage(Site site, PrintedSheetReader sheets) : SitePage(site)
{
    public const string PagePath = "utskrift/kort";
    public const int ToASheet = 10;

    public override Wording Title => T["Card"];

    public override bool IsSheet => true;

    public override ImmutableArray<Crumb> Breadcrumbs => [new(T["To print"], Site.Href(PrintoutsPage.PagePath)), new(Title, null)];

    public PrintedSheet Sheet { get; private set; } = PrintedSheet.Empty;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Sheet = await sheets.ReadAsync(RootHref, cancellationToken);
}
