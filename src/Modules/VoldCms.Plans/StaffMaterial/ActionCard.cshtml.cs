using System.Collections.Immutable;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Plans.PlanParts;
using VoldCms.Presentation.Items;
using VoldCms.Presentation.Pages;

namespace VoldCms.Plans.StaffMaterial;

/// <summary>What staff do, step by step.</summary>
internal sealed class ActionCardPage(Site site, RequestedItem requested, StaffMaterialReader material) : LocalizedItemPage(site, requested)
{
    public override Wording Title => T["Action card"];

    public override ImmutableArray<Crumb> Breadcrumbs => [new(T["Plans"], Site.Href(PlanAddresses.Plans)), new(T["Action card"], null)];

    public ActionCardView View => StaffMaterialReader.ReadCard(Item);

    /// <summary>The language of the card's words.</summary>
    public string WordsLanguage => (OtherLanguage ?? Site.Culture).Name;

    /// <summary>The plan that it comes from; null when there is none to show.</summary>
    public string? PlanHref { get; private set; }

    /// <summary>The help pages that show it.</summary>
    public ImmutableArray<LinkCard> HelpPages { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        HelpPages = await material.ListHelpPagesAsync(Item, cancellationToken);
        PlanHref = await material.FindPlanAsync(Item, cancellationToken) is { } plan ? Site.FindHref(plan) : null;
    }
}
