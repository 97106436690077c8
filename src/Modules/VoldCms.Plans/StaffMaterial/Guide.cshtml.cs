using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Plans.PlanParts;
using VoldCms.Presentation.Items;
using VoldCms.Presentation.Pages;

namespace VoldCms.Plans.StaffMaterial;

/// <summary>A guide that staff work by: what it is, who made it, and where it is.</summary>
internal sealed class GuidePage(Site site, RequestedItem requested, StaffMaterialReader material) : LocalizedItemPage(site, requested)
{
    private static readonly (string Field, string Name)[] s_facts =
    [
        ("PublishedBy", "Published by"),
        ("CommissionedBy", "Commissioned by"),
        ("Edition", "Edition"),
        ("ApprovedBy", "Approved by"),
    ];

    public override Wording Title => T["Guide"];

    public override ImmutableArray<Crumb> Breadcrumbs => [new(T["Plans"], Site.Href(PlanAddresses.Plans)), new(T["Guide"], null)];

    public string Text => Item.Text(PlanContentTypes.Guide, "Text") ?? "";

    public ImmutableArray<Fact> Facts => Site.ReadFacts(Item, PlanContentTypes.Guide, s_facts);

    public LinkCard? Address => Item.Link(PlanContentTypes.Guide, "Address") is { } link ? new(link.Text, link.Href) : null;

    /// <summary>The plan that names it; null when there is none to show.</summary>
    public LinkCard? Plan { get; private set; }

    /// <summary>The help pages that show it.</summary>
    public ImmutableArray<LinkCard> HelpPages { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        HelpPages = await material.ListHelpPagesAsync(Item, cancellationToken);
        if (await material.FindPlanAsync(Item, cancellationToken) is { } plan && Site.FindHref(plan) is { } href)
        {
            Plan = new(PlanLabels.Short(plan), href, Language: PlanLabels.Language(plan));
        }
    }
}
