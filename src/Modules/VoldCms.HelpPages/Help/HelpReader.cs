using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Items;

namespace VoldCms.HelpPages.Help;

/// <summary>Reads help pages in the language of the page. Scoped.</summary>
internal sealed class HelpReader(
    LocalizedItems items,
    IEnumerable<IContentDisplay> displays,
    IEnumerable<IItemRegion> regions,
    TermReader terms,
    Site site
)
{
    private static readonly string[] s_fieldsOfTerms = ["Audiences", "Situations", "ViolenceKinds"];

    /// <summary>
    /// The help pages in the editor's order, each with those below it; those that tell of the site itself are not among them.
    /// </summary>
    public async Task<ImmutableArray<HelpBranch>> ListAsync(CancellationToken cancellationToken) =>
        HelpBranch.ToBranches(ToLinks((await ListItemsAsync(cancellationToken)).Where(IsHelp)));

    /// <summary>Help pages by their paths below the language, in that order; those that there are.</summary>
    public async Task<ImmutableArray<ItemLink>> ListByPathAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken) =>
        ToLinks(await items.ListByPathAsync(HelpContentTypes.HelpPage, paths, cancellationToken));

    /// <summary>All pages, with the ways to find the right one.</summary>
    public async Task<HelpListView> ReadListAsync(CancellationToken cancellationToken)
    {
        var pages = await ListItemsAsync(cancellationToken);
        HelpWay[] ways =
        [
            new(site.Texts["What is happening?"], "hva", await AnswersAsync("Situations")),
            new(site.Texts["Who are you?"], "hvem", await AnswersAsync("Audiences")),
        ];
        return new(
            HelpBranch.ToBranches(ToLinks(pages.Where(IsHelp))),
            [.. ways.Where(way => !way.Answers.IsEmpty)],
            ToLinks(pages.Where(page => !IsHelp(page)))
        );

        async Task<ImmutableArray<HelpAnswer>> AnswersAsync(string field)
        {
            var helping = pages.Where(IsHelp).ToList();
            if (
                helping.Select(page => page.Taxonomy(HelpContentTypes.HelpPage, field)).FirstOrDefault(id => id is not null)
                is not { } taxonomy
            )
            {
                return [];
            }

            return
            [
                .. (await terms.ListAsync(taxonomy, cancellationToken))
                    .Select(term => new HelpAnswer(
                        term.Name,
                        TopsOf(helping.Where(page => page.Terms(HelpContentTypes.HelpPage, field).Contains(term.Id)))
                    ))
                    .Where(answer => !answer.Pages.IsEmpty),
            ];
        }
    }

    /// <summary>The nearest help page above this one; null where its address lies below none.</summary>
    public async Task<ItemLink?> FindParentAsync(ContentItem page, CancellationToken cancellationToken)
    {
        var above = new List<string>();
        for (var path = ItemAddresses.PathBelowCulture(page) ?? ""; path.LastIndexOf('/') is > 0 and var end; )
        {
            path = path[..end];
            above.Add(path);
        }

        return (await ListByPathAsync(above, cancellationToken)).FirstOrDefault();
    }

    /// <summary>What a help page leads on to.</summary>
    public async Task<HelpPageView> ReadAsync(ContentItem page, CancellationToken cancellationToken)
    {
        var resources = await PickedAsync(HelpContentTypes.WebResource, "Resources");
        var duties = await PickedAsync(HelpContentTypes.Duty, "Duties");
        var related = await PickedAsync(HelpContentTypes.HelpPage, "Related");
        var below = ItemAddresses.PathBelowCulture(page) is { Length: > 0 } path
            ? await items.ListBelowAsync(HelpContentTypes.HelpPage, path, cancellationToken)
            : [];
        return new(
            ToLinks(InOrder(below)),
            [.. await displays.ListAsync(HelpContentTypes.Service, TopicOf(page), cancellationToken)],
            [.. resources.Select(ReadResource).OfType<ResourceView>()],
            ToLinks(duties),
            [.. await regions.ListAsync(page, cancellationToken)],
            ToLinks(related)
        );

        ValueTask<IReadOnlyList<ContentItem>> PickedAsync(string contentType, string field) =>
            items.ResolveAsync(contentType, page.Ids(HelpContentTypes.HelpPage, field), cancellationToken);
    }

    // Who reads it and what it is about says who can help, beside those whom its editor has picked.
    private static ContentTopic TopicOf(ContentItem page) =>
        new(
            IsHelp(page) ? [.. s_fieldsOfTerms.SelectMany(field => page.Terms(HelpContentTypes.HelpPage, field))] : [],
            page.Ids(HelpContentTypes.HelpPage, "Services")
        );

    // Whoever needs help is in some situation; a page for none of them tells of the site itself.
    private static bool IsHelp(ContentItem page) => page.Terms(HelpContentTypes.HelpPage, "Situations").Count > 0;

    // What is said of it is written in bokmål, and is nothing to whoever reads none.
    private ResourceView? ReadResource(ContentItem resource) =>
        resource.Link(HelpContentTypes.WebResource, "Address") is { Domain: { } domain } link
            ? new(
                resource.DisplayText ?? link.Text,
                link.Href,
                domain,
                site.Culture.IsNorwegian ? resource.Text(HelpContentTypes.WebResource, "Description") : null
            )
            : null;

    private async Task<IReadOnlyList<ContentItem>> ListItemsAsync(CancellationToken cancellationToken) =>
        [.. InOrder(await items.ListAsync(HelpContentTypes.HelpPage, cancellationToken))];

    private static IEnumerable<ContentItem> InOrder(IEnumerable<ContentItem> pages) =>
        pages.OrderBy(page => page.Number(HelpContentTypes.HelpPage, "Order") ?? int.MaxValue);

    // A page below another that gives the same answer is found through that one.
    private ImmutableArray<ItemLink> TopsOf(IEnumerable<ContentItem> pages) =>
        [.. HelpBranch.ToBranches(ToLinks(pages)).Select(branch => branch.Page)];

    private ImmutableArray<ItemLink> ToLinks(IEnumerable<ContentItem> pages) =>
        [.. pages.Select(page => ItemLink.To(site, page, page.Text(HelpContentTypes.HelpPage, "Ingress"))).OfType<ItemLink>()];
}
