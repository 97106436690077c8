using System.Collections.Immutable;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Items;
using VoldCms.Presentation.Pages;

namespace VoldCms.Events.Occasions;

/// <summary>One course or event. Its name stands on the page, not in the title bar.</summary>
internal sealed class OccasionPage(Site site, RequestedItem requested, OccasionReader occasions) : LocalizedItemPage(site, requested)
{
    public override Wording Title => T["Courses and events"];

    public override ImmutableArray<Crumb> Breadcrumbs =>
        [new(T["Courses and events"], Site.Href(EventPaths.Courses)), new(Item.DisplayText ?? "", null, OtherLanguage?.Name)];

    public OccasionView View { get; private set; } = new("", "", [], null, [], SignUp: null, IsPast: false, Plan: null, []);

    public async Task OnGetAsync(CancellationToken cancellationToken) => View = await occasions.ReadAsync(Item, cancellationToken);
}
