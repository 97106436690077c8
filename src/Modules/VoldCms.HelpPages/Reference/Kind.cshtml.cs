using System.Collections.Immutable;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Items;
using VoldCms.Presentation.Pages;

namespace VoldCms.HelpPages.Reference;

/// <summary>One kind of violence. Its name stands on the page, not in the title bar.</summary>
internal sealed class KindPage(Site site, RequestedItem requested, ReferenceReader reference) : LocalizedItemPage(site, requested)
{
    public override Wording Title => T["Words and explanations"];

    public override ImmutableArray<Crumb> Breadcrumbs =>
        [
            new(T["Help"], Site.Href(HelpPaths.Help)),
            new(T["What it can be"], Site.Href(HelpPaths.Kinds)),
            new(Item.DisplayText ?? "", null, OtherLanguage?.Name),
        ];

    public KindView View { get; private set; } = new("", [], [], []);

    public async Task OnGetAsync(CancellationToken cancellationToken) => View = await reference.ReadKindAsync(Item, cancellationToken);
}
