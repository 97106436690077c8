using System.Collections.Immutable;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Items;
using VoldCms.Presentation.Pages;

namespace VoldCms.HelpPages.Reference;

/// <summary>One duty: whom it binds, where to report, which laws it stands in.</summary>
internal sealed class DutyPage(Site site, RequestedItem requested, ReferenceReader reference) : LocalizedItemPage(site, requested)
{
    public override Wording Title => T["Duties to act"];

    public override ImmutableArray<Crumb> Breadcrumbs =>
        [new(T["Duties to act"], Site.Href(HelpPaths.Duties)), new(Item.DisplayText ?? "", null, OtherLanguage?.Name)];

    public DutyView View { get; private set; } = new(null, null, [], null, [], [], IsPrinted: false, SameAs: null, []);

    public async Task OnGetAsync(CancellationToken cancellationToken) => View = await reference.ReadDutyAsync(Item, cancellationToken);
}
