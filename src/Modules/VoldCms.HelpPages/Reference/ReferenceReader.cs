using System.Collections.Immutable;
using System.Globalization;
using VoldCms.ContentManagement.Items;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Items;

namespace VoldCms.HelpPages.Reference;

/// <summary>Reads kinds of violence, duties, laws and words, each with the document that it stands in. Scoped.</summary>
internal sealed class ReferenceReader(LocalizedItems items, IEnumerable<IContentDisplay> displays, Site site)
{
    // Norwegian order whatever the language of the page: æ, ø, å come last, and the words are Norwegian.
    private static readonly CompareInfo s_norwegian = CultureInfo.GetCultureInfo("nb-NO").CompareInfo;

    /// <summary>The lists that have something in them, for whoever wants to read more.</summary>
    public async Task<ImmutableArray<ItemLink>> ListPagesAsync(CancellationToken cancellationToken)
    {
        (string ContentType, string Path, Wording Name)[] all =
        [
            (HelpContentTypes.ViolenceType, HelpPaths.Kinds, site.Texts["What it can be"]),
            (HelpContentTypes.Duty, HelpPaths.Duties, site.Texts["Duties to act"]),
            (HelpContentTypes.LawReference, HelpPaths.Laws, site.Texts["Laws"]),
            (HelpContentTypes.GlossaryTerm, HelpPaths.Words, site.Texts["Words A–Å"]),
        ];
        var links = ImmutableArray.CreateBuilder<ItemLink>();
        foreach (var (contentType, path, name) in all)
        {
            if (await items.HaveAnyAsync(contentType, cancellationToken))
            {
                links.Add(new(name, site.Href(path), Text: null, Language: null));
            }
        }

        return links.DrainToImmutable();
    }

    /// <summary>The kinds of violence in the editor's order, each with its explanation.</summary>
    public async Task<ImmutableArray<ItemLink>> ListKindsAsync(CancellationToken cancellationToken) =>
        ToLinks(await ListKindItemsAsync(cancellationToken), "Definition");

    /// <summary>The kinds in the editor's order, and each document that their words are from, once.</summary>
    public async Task<KindListView> ReadKindsAsync(CancellationToken cancellationToken)
    {
        var kinds = await ListKindItemsAsync(cancellationToken);
        var sources = new List<SourceView>();
        foreach (var kind in kinds)
        {
            sources.AddRange(await SourcesAsync(kind, cancellationToken));
        }

        return new(ToLinks(kinds, "Definition"), [.. sources.Select(source => source with { Chapter = null }).Distinct()]);
    }

    /// <summary>One kind, who can help against it, and the others beside it.</summary>
    public async Task<KindView> ReadKindAsync(ContentItem kind, CancellationToken cancellationToken) =>
        new(
            kind.Text(HelpContentTypes.ViolenceType, "Definition") ?? "",
            await SourcesAsync(kind, cancellationToken),
            [
                .. await displays.ListAsync(
                    HelpContentTypes.Service,
                    new(kind.Terms(HelpContentTypes.ViolenceType, "ViolenceKinds"), []),
                    cancellationToken
                ),
            ],
            [.. (await ListKindsAsync(cancellationToken)).Where(other => other.Href != site.FindHref(kind))]
        );

    /// <summary>The duties in the editor's order, each once.</summary>
    public async Task<DutyListView> ListDutiesAsync(CancellationToken cancellationToken)
    {
        var all = await ReadDutiesAsync(cancellationToken);
        return new(
            ToLinks(all.Where(duty => duty.Stands).Select(duty => duty.Item), "Text"),
            ToLinks(all.Where(duty => !duty.Stands).Select(duty => duty.Item))
        );
    }

    /// <summary>One duty with its laws.</summary>
    public async Task<DutyView> ReadDutyAsync(ContentItem duty, CancellationToken cancellationToken)
    {
        var laws = await items.ResolveAsync(HelpContentTypes.LawReference, duty.Ids(HelpContentTypes.Duty, "Laws"), cancellationToken);
        var all = await ReadDutiesAsync(cancellationToken);
        return new(
            duty.Text(HelpContentTypes.Duty, "Text"),
            duty.Text(HelpContentTypes.Duty, "AppliesTo"),
            [.. duty.Lines(HelpContentTypes.Duty, "ReportTo")],
            duty.Text(HelpContentTypes.Duty, "OverridesConfidentiality") switch
            {
                "yes" => true,
                "no" => false,
                _ => null,
            },
            laws.Count > 0
                ? [.. laws.Select(law => new LawLink(law.DisplayText ?? "", LawHref(law)))]
                : await ToLawsAsync(duty.Lines(HelpContentTypes.Duty, "LawsText"), cancellationToken),
            await SourcesAsync(duty, cancellationToken),
            duty.Ids(HelpContentTypes.Duty, "Plan").Count > 0,
            ToLinks(all.Where(other => other.Item.ContentItemId == duty.ContentItemId).Select(other => other.SameAs).OfType<ContentItem>())
                .FirstOrDefault(),
            ToLinks(all.Where(other => other.SameAs?.ContentItemId == duty.ContentItemId).Select(other => other.Item))
        );
    }

    /// <summary>Whether any law is named.</summary>
    public ValueTask<bool> HaveLawsAsync(CancellationToken cancellationToken) =>
        items.HaveAnyAsync(HelpContentTypes.LawReference, cancellationToken);

    /// <summary>The laws that the documents name, in their order.</summary>
    public async Task<ImmutableArray<LawView>> ListLawsAsync(CancellationToken cancellationToken)
    {
        var laws = ImmutableArray.CreateBuilder<LawView>();
        foreach (var law in InOrder(HelpContentTypes.LawReference, await items.ListAsync(HelpContentTypes.LawReference, cancellationToken)))
        {
            laws.Add(
                new(
                    LawAnchor(law),
                    law.DisplayText ?? "",
                    law.Text(HelpContentTypes.LawReference, "Text"),
                    await SourcesAsync(law, cancellationToken),
                    law.Ids(HelpContentTypes.LawReference, "Plan").Count > 0
                )
            );
        }

        return laws.DrainToImmutable();
    }

    /// <summary>The words by letter, in Norwegian order.</summary>
    public async Task<ImmutableArray<WordGroup>> ListWordsAsync(CancellationToken cancellationToken)
    {
        var words = new List<WordView>();
        foreach (var term in await items.ListAsync(HelpContentTypes.GlossaryTerm, cancellationToken))
        {
            words.Add(
                new(
                    WordAnchor(term),
                    term.DisplayText ?? "",
                    term.Text(HelpContentTypes.GlossaryTerm, "Definition"),
                    [.. term.Lines(HelpContentTypes.GlossaryTerm, "ListItems")],
                    await SourcesAsync(term, cancellationToken),
                    site.FindOtherLanguage(term)
                )
            );
        }

        return
        [
            .. words
                .Where(word => word.Word.Length > 0)
                .OrderBy(
                    word => word.Word,
                    Comparer<string>.Create((one, other) => s_norwegian.Compare(one, other, CompareOptions.IgnoreCase))
                )
                .GroupBy(word => char.ToUpperInvariant(word.Word[0]).ToString())
                .Select((group, index) => new WordGroup(group.Key, $"bokstav-{index + 1}", [.. group])),
        ];
    }

    /// <summary>A word's place on the page of words.</summary>
    public static string FindWord(Site site, ContentItem term) => $"{site.Href(HelpPaths.Words)}#{WordAnchor(term)}";

    // A browser keeps the anchor in its history too: it says nothing of what was read.
    private static string WordAnchor(ContentItem term) => $"ord-{term.ContentItemId.Value[..8]}";

    private static string LawAnchor(ContentItem law) => $"lov-{law.ContentItemId.Value[..8]}";

    private string LawHref(ContentItem law) => $"{site.Href(HelpPaths.Laws)}#{LawAnchor(law)}";

    // A duty that all municipalities share names its laws; where one of them is in the list of laws here, its name leads there.
    private async Task<ImmutableArray<LawLink>> ToLawsAsync(IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        var laws = names.Count == 0 ? [] : await items.ListAsync(HelpContentTypes.LawReference, cancellationToken);
        return
        [
            .. names.Select(name => new LawLink(
                name,
                laws.FirstOrDefault(law => name.Equals(law.DisplayText, StringComparison.OrdinalIgnoreCase)) is { } law
                    ? LawHref(law)
                    : null
            )),
        ];
    }

    private async Task<List<ContentItem>> ListKindItemsAsync(CancellationToken cancellationToken) =>
        [.. InOrder(HelpContentTypes.ViolenceType, await items.ListAsync(HelpContentTypes.ViolenceType, cancellationToken))];

    private ImmutableArray<ItemLink> ToLinks(IEnumerable<ContentItem> all, string? textField = null) =>
        [
            .. all.Select(item => ItemLink.To(site, item, textField is null ? null : item.Text(item.ContentType, textField)))
                .OfType<ItemLink>(),
        ];

    private async Task<List<ListedDuty>> ReadDutiesAsync(CancellationToken cancellationToken)
    {
        var duties = new List<ListedDuty>();
        foreach (var duty in InOrder(HelpContentTypes.Duty, await items.ListAsync(HelpContentTypes.Duty, cancellationToken)))
        {
            var explained = await items.ResolveAsync(HelpContentTypes.Duty, duty.Ids(HelpContentTypes.Duty, "SameAs"), cancellationToken);
            duties.Add(new(duty, explained.Count > 0 ? explained[0] : null));
        }

        return duties;
    }

    private static IOrderedEnumerable<ContentItem> InOrder(string contentType, IEnumerable<ContentItem> all) =>
        all.OrderBy(item => item.Number(contentType, "Order") ?? int.MaxValue);

    // What the item says of its source, and the plan that it stands in.
    private async Task<ImmutableArray<SourceView>> SourcesAsync(ContentItem item, CancellationToken cancellationToken)
    {
        var sources = ImmutableArray.CreateBuilder<SourceView>();
        var address = item.Link(item.ContentType, "SourceAddress") ?? item.Link(item.ContentType, "Address");
        var said = item.Text(item.ContentType, "Source");
        if (said is not null || address is not null)
        {
            sources.Add(new(said ?? address!.Text, address?.Href, IsElsewhere: true));
        }

        foreach (var plan in await items.ResolveAsync(HelpContentTypes.Plan, item.Ids(item.ContentType, "Plan"), cancellationToken))
        {
            var title = plan.Text(HelpContentTypes.Plan, "ShortTitle") ?? plan.DisplayText ?? "";
            var name = plan.Text(HelpContentTypes.Plan, "PeriodText") is { } period ? $"{title}, {period}" : title;
            var chapter = item.Text(item.ContentType, "Chapter");
            sources.Add(new(name, site.FindHref(plan), IsElsewhere: false, chapter is null ? null : site.Texts["chapter {0}", chapter]));
        }

        return sources.DrainToImmutable();
    }

    /// <summary>A duty, and the one explained for everybody that it is the same as.</summary>
    private sealed record ListedDuty(ContentItem Item, ContentItem? SameAs)
    {
        /// <summary>
        /// Whether it is a duty, told nowhere else, and in no plan's words: those say what was thought when it was printed.
        /// </summary>
        public bool Stands =>
            SameAs is null
            && Item.Ids(HelpContentTypes.Duty, "Plan").Count == 0
            && Item.Text(HelpContentTypes.Duty, "Kind") is not ("intro" or "source");
    }
}
