using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Reading;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Items;
using VoldCms.Presentation.Pages;

namespace VoldCms.Services.Pathways;

/// <summary>Services one after the other, for a situation.</summary>
/// <param name="Intro">What it is for.</param>
/// <param name="Steps">In order.</param>
/// <param name="Note">What is to be known of it besides.</param>
/// <param name="Measures">The plan's measures that ask for it.</param>
internal sealed record PathwayView(string Intro, ImmutableArray<PathwayStepView> Steps, string? Note, ImmutableArray<LinkCard> Measures)
{
    /// <summary>Before it is read.</summary>
    public static PathwayView Empty { get; } = new("", [], null, []);
}

/// <summary>One service of the chain.</summary>
/// <param name="Name">As the document names it.</param>
/// <param name="Text">What it does there; null when nobody has said.</param>
/// <param name="Service">Its page; null where it is only named.</param>
/// <param name="Measures">The plan's measures that say what it does.</param>
internal sealed record PathwayStepView(string Name, string? Text, LinkCard? Service, ImmutableArray<LinkCard> Measures);

/// <summary>Reads pathways in the language of the page. Scoped.</summary>
internal sealed class PathwayReader(LocalizedItems items, Site site)
{
    private const string Pathway = ServiceContentTypes.Pathway;
    private const string Step = ServiceContentTypes.PathwayStep;

    /// <summary>All there are, by name.</summary>
    public async Task<ImmutableArray<LinkCard>> ListAsync(CancellationToken cancellationToken) =>
        ToLinks(await items.ListAsync(Pathway, cancellationToken));

    /// <summary>Those that name a plan or, in any of its languages, a help page.</summary>
    public async Task<ImmutableArray<LinkCard>> ListForAsync(ContentItem other, string field, CancellationToken cancellationToken)
    {
        // All there are, a handful: a tenant without this module's definitions has none, and knows no field to ask by.
        var all = await items.ListAsync(Pathway, cancellationToken);
        if (all.Count == 0)
        {
            return [];
        }

        var variants = (await items.ListVariantsAsync(other, cancellationToken)).Select(variant => variant.ContentItemId).ToHashSet();
        return ToLinks(all.Where(pathway => pathway.Ids(Pathway, field).Any(variants.Contains)));
    }

    /// <summary>One of them.</summary>
    public async Task<PathwayView> ReadAsync(ContentItem pathway, CancellationToken cancellationToken)
    {
        var steps = pathway.Bag("Steps").OrderBy(step => step.Number(Step, "Order")).ToList();
        var services = await items.ResolveEachAsync(
            ServiceContentTypes.Service,
            steps.SelectMany(step => step.Ids(Step, "Service")),
            cancellationToken
        );
        var measures = await NamedMeasures.ReadAsync(items, site, [pathway, .. steps], cancellationToken);
        return new(
            pathway.Text(Pathway, "Intro") ?? "",
            [
                .. steps.Select(step => new PathwayStepView(
                    step.Text(Step, "Name") ?? "",
                    step.Text(Step, "Text"),
                    ToLinks(services.Pick(step.Ids(Step, "Service"))).FirstOrDefault(),
                    measures.Of(step)
                )),
            ],
            pathway.Text(Pathway, "Note"),
            measures.Of(pathway)
        );
    }

    private ImmutableArray<LinkCard> ToLinks(IEnumerable<ContentItem> found) =>
        [
            .. found
                .Select(item =>
                    site.FindHref(item) is { } href
                        ? new LinkCard(item.DisplayText ?? "", href, Language: site.FindOtherLanguage(item)?.Name)
                        : null
                )
                .OfType<LinkCard>(),
        ];
}
