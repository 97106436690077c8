using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Items;
using VoldCms.Presentation.Pages;

namespace VoldCms.Plans.StaffMaterial;

/// <summary>Reads action cards and guides: what staff do when they suspect something, and how they talk about it. Scoped.</summary>
internal sealed class StaffMaterialReader(LocalizedItems items, ContentReader reader, Site site)
{
    private const string Card = PlanContentTypes.ActionCard;
    private const string Guide = PlanContentTypes.Guide;

    private static readonly string[] s_types = [Card, Guide];

    /// <summary>The tenant's, in the language of the page where they exist in it: action cards, then guides.</summary>
    public async Task<ImmutableArray<LinkCard>> ListAsync(CancellationToken cancellationToken)
    {
        var links = ImmutableArray.CreateBuilder<LinkCard>();
        foreach (var type in s_types)
        {
            links.AddRange((await items.ListAsync(type, cancellationToken)).Select(ToLink).OfType<LinkCard>());
        }

        return links.ToImmutable();
    }

    /// <summary>Those of one plan.</summary>
    public async Task<ImmutableArray<LinkCard>> ListAsync(ContentItemId plan, CancellationToken cancellationToken)
    {
        var links = ImmutableArray.CreateBuilder<LinkCard>();
        foreach (var type in s_types)
        {
            var query = PlanReading.Of(type, "Plan", plan).OrderBy(ContentPaths.DisplayText) with { Culture = site.Culture.Name };
            links.AddRange((await reader.ListAllAsync(query, cancellationToken)).Select(ToLink).OfType<LinkCard>());
        }

        return links.ToImmutable();
    }

    /// <summary>Those that name a help page, in any of its languages.</summary>
    public async Task<ImmutableArray<LinkCard>> ListForAsync(ContentItem helpPage, CancellationToken cancellationToken)
    {
        var variants = (await items.ListVariantsAsync(helpPage, cancellationToken)).Select(variant => variant.ContentItemId).ToHashSet();
        var links = ImmutableArray.CreateBuilder<LinkCard>();
        foreach (var type in s_types)
        {
            // All there are, a handful: a tenant without this module's definitions has none, and knows no field to ask by.
            var naming = (await items.ListAsync(type, cancellationToken)).Where(item => item.Ids(type, "HelpPages").Any(variants.Contains));
            links.AddRange(naming.Select(ToLink).OfType<LinkCard>());
        }

        return links.ToImmutable();
    }

    /// <summary>The help pages that a card or guide names, in the language of the page.</summary>
    public async Task<ImmutableArray<LinkCard>> ListHelpPagesAsync(ContentItem item, CancellationToken cancellationToken) =>
        [
            .. (await items.ResolveAsync(PlanContentTypes.HelpPage, item.Ids(item.ContentType, "HelpPages"), cancellationToken))
                .Select(page =>
                    site.FindHref(page) is { } href
                        ? new LinkCard(page.DisplayText ?? "", href, Language: site.FindOtherLanguage(page)?.Name)
                        : null
                )
                .OfType<LinkCard>(),
        ];

    /// <summary>What a card says beside its title.</summary>
    public static ActionCardView ReadCard(ContentItem card) =>
        new(
            card.Text(Card, "Heading"),
            card.Text(Card, "Intro"),
            [
                .. card.Bag("Steps")
                    .OrderBy(step => step.Number(PlanContentTypes.ActionStep, "Order"))
                    .Select(step => new ActionStepView(
                        step.Text(PlanContentTypes.ActionStep, "Text") ?? "",
                        step.Text(PlanContentTypes.ActionStep, "ResponsibleText"),
                        step.Text(PlanContentTypes.ActionStep, "When")
                    )),
            ],
            card.Text(Card, "Source"),
            card.Text(Card, "ApprovedBy")
        );

    /// <summary>The plan that a card or guide belongs to; null when there is none, or it is not public.</summary>
    public async Task<ContentItem?> FindPlanAsync(ContentItem item, CancellationToken cancellationToken) =>
        item.FirstId(item.ContentType, "Plan") is { } id ? await reader.FindAsync(id, cancellationToken) : null;

    private LinkCard? ToLink(ContentItem item) =>
        site.FindHref(item) is { } href
            ? new(
                item.DisplayText ?? "",
                href,
                item.ContentType == Card ? site.Texts["Action card"] : site.Texts["Guide"],
                site.FindOtherLanguage(item)?.Name
            )
            : null;
}
