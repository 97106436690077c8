using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Localization;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Items;
using VoldCms.Presentation.Pages;

namespace VoldCms.HelpPages.Help;

/// <summary>One help page: what to do, who to call, where to read on.</summary>
internal sealed class HelpPagePage(Site site, RequestedItem requested, HelpReader help) : LocalizedItemPage(site, requested)
{
    /// <summary>What the editor has found discreet enough; a page without it says no more than "Help".</summary>
    public override Wording Title => Item.Text(HelpContentTypes.HelpPage, "DiscreetTitle") ?? T["Help"];

    public override ImmutableArray<Crumb> Breadcrumbs
    {
        get
        {
            var here = new Crumb(Item.DisplayText ?? "", null, OtherLanguage?.Name);
            var help = Site.Href(HelpPaths.Help);
            ImmutableArray<Crumb> above = Parent is null ? [] : [new(Parent.Title, Parent.Href, Parent.Language?.Name)];
            return Site.FindHref(Item)?.StartsWith($"{help}/", StringComparison.Ordinal) == true
                ? [new(T["Help"], help), .. above, here]
                : [here];
        }
    }

    public string? Ingress => Item.Text(HelpContentTypes.HelpPage, "Ingress");

    public string? Body => Item.FindField(HelpContentTypes.HelpPage, "Body")?.FindText("Html");

    public ImmutableArray<string> Steps =>
        [
            .. Item.Bag("Steps")
                .OrderBy(step => step.Number(HelpContentTypes.HelpStep, "Order"))
                .Select(step => step.Text(HelpContentTypes.HelpStep, "Text"))
                .OfType<string>(),
        ];

    public HelpPageView View { get; private set; } = new([], [], [], [], [], []);

    /// <summary>The page that this one lies below; null where it lies below none.</summary>
    public ItemLink? Parent { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Parent = await help.FindParentAsync(Item, cancellationToken);
        View = await help.ReadAsync(Item, cancellationToken);
    }
}
