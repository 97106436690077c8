using System.Collections.Immutable;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Pages;

namespace VoldCms.Events.Occasions;

/// <summary>Courses by whom they are for, and events, the past ones last.</summary>
internal sealed class CoursesPage(Site site, OccasionReader occasions) : SitePage(site)
{
    public override Wording Title => T["Courses and events"];

    public override ImmutableArray<Crumb> Breadcrumbs => [new(T["Courses and events"], null)];

    public OccasionListView View { get; private set; } = OccasionListView.Empty;

    public async Task OnGetAsync(CancellationToken cancellationToken) => View = await occasions.ReadListAsync(cancellationToken);
}
