using System.Collections.Immutable;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Pages;

namespace VoldCms.Services.Printing;

/// <summary>A poster with strips to tear off. The strips say a number and an address, and not what they are for.</summary>
internal sealed class PosterPage(Site site, PrintedSheetReader sheets) : SitePage(site)
{
    public const string PagePath = "utskrift/plakat";
    public const int Strips = 8;

    public override Wording Title => T["Poster"];

    public override bool IsSheet => true;

    public override ImmutableArray<Crumb> Breadcrumbs => [new(T["To print"], Site.Href(PrintoutsPage.PagePath)), new(Title, null)];

    public PrintedSheet Sheet { get; private set; } = PrintedSheet.Empty;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Sheet = await sheets.ReadAsync(RootHref, cancellationToken);
}
