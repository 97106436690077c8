using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Localization;
using VoldCms.ContentManagement.Queries;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Items;
using VoldCms.Presentation.Pages;
using VoldCms.Services.Channels;

namespace VoldCms.Services.Finding;

/// <summary>Reads services for pages. Scoped.</summary>
internal sealed class ServiceReader(ContentReader reader, ChannelReader channels, TermReader terms, Site site)
{
    private const string Service = ContentTypes.Service;

    private Texts T => site.Texts;

    /// <summary>The services that answer in the language of the page, the national ones among them; in no order.</summary>
    public async Task<ImmutableArray<ServiceView>> ListAsync(CancellationToken cancellationToken)
    {
        var items = await reader.ListAllAsync(ContentQuery.For(Service) with { Culture = site.Culture.Name }, cancellationToken);
        return await ReadAllAsync(items, cancellationToken);
    }

    /// <summary>These services, in their order; those without an address are left out.</summary>
    public async Task<ImmutableArray<ServiceView>> ReadAllAsync(IReadOnlyList<ContentItem> items, CancellationToken cancellationToken)
    {
        var known = await channels.ListAsync(items.SelectMany(item => item.Ids(Service, "Channels")), cancellationToken);
        var kinds = await terms.ListAsync(ContentTypes.Kinds, cancellationToken);
        return [.. items.Select(item => Read(item, known, kinds)).OfType<ServiceView>()];
    }

    /// <summary>The services that can be reached, nearest first.</summary>
    public async Task<IEnumerable<ServiceView>> ListInOrderAsync(CancellationToken cancellationToken) =>
        new ServiceFinder(FinderQuestions.None, T).Find(await ListAsync(cancellationToken), new()).Groups
            .SelectMany(found => found.Services).Select(found => found.Service);

    /// <summary>Whom to call first: the municipality's shelter where one is known, then whoever answers day and night, in the finder's order.</summary>
    public async Task<ImmutableArray<ServiceLineView>> ListLinesAsync(CancellationToken cancellationToken)
    {
        var shelters = await ListPhonesAsync(service => service.IsShelter, channel => channel.Readiness != Readiness.Emergency, cancellationToken);
        var dayAndNight = await ListPhonesAsync(_ => true, channel => channel.Readiness == Readiness.DayAndNight, cancellationToken);
        return [.. shelters.Concat(dayAndNight).DistinctBy(line => line.Channel.Href)];
    }

    /// <summary>Those who can be written to, for whoever cannot speak aloud; the emergency services, for the few who are registered there, last.</summary>
    public async Task<ImmutableArray<ServiceLineView>> ListQuietAsync(CancellationToken cancellationToken) =>
    [
        .. from service in await ListInOrderAsync(cancellationToken)
           let channel = service.Channels.FirstOrDefault(channel => channel is { Kind: ChannelKind.Chat or ChannelKind.Sms, Href: not null })
           where channel is not null
           orderby channel.Readiness == Readiness.Emergency
           select new ServiceLineView(service, channel),
    ];

    /// <summary>The telephones of the municipality's own services, in the finder's order.</summary>
    public async Task<ImmutableArray<ServiceLineView>> ListLocalPhonesAsync(CancellationToken cancellationToken) =>
        await ListPhonesAsync(service => !service.IsNational, channel => channel.Readiness != Readiness.Emergency, cancellationToken);

    /// <summary>What the finder asks; of languages those that some service speaks.</summary>
    public async Task<FinderQuestions> ListQuestionsAsync(ImmutableArray<ServiceView> services, CancellationToken cancellationToken) => new(
        await ListAskedAsync(ContentTypes.Audiences, cancellationToken),
        await ListAskedAsync(ContentTypes.Situations, cancellationToken),
        [.. services.SelectMany(service => service.Languages).Distinct().OrderBy(language => language.Name, StringComparer.Ordinal)]);

    /// <summary>Everything about one service.</summary>
    public async Task<ServiceDetail> ReadAsync(ContentItem item, CancellationToken cancellationToken)
    {
        var ids = item.Ids(Service, "Channels");
        var known = await channels.ListAsync(ids, cancellationToken);
        return new()
        {
            Kinds = [.. await ListNamesAsync(item, ContentTypes.Kinds, "Kinds", cancellationToken)],
            NameVariants = ListOtherNames(item),
            Description = item.Text(Service, "Description"),
            ChannelNote = item.Text(Service, "ChannelNote"),
            Channels = ChannelReader.Order(ids.Select(id => known.GetValueOrDefault(id)).OfType<ChannelView>()),
            Places = await channels.ListPlacesAsync(item.Ids(Service, "Places"), cancellationToken),
            Facts = await ListFactsAsync(item, cancellationToken),
        };
    }

    /// <summary>The language of an item's words where it is not the page's; else null.</summary>
    public string? LanguageOf(ContentItem item) =>
        ContentItemParts.CultureOf(item) is { } culture && !culture.Equals(site.Culture.Name, StringComparison.OrdinalIgnoreCase) ? culture : null;

    private async Task<ImmutableArray<ServiceLineView>> ListPhonesAsync(
        Func<ServiceView, bool> isWanted, Func<ChannelView, bool> isTheOne, CancellationToken cancellationToken) =>
    [
        .. from service in await ListInOrderAsync(cancellationToken)
           where isWanted(service)
           let phone = service.Channels.FirstOrDefault(channel => channel is { Kind: ChannelKind.Phone, Href: not null } && isTheOne(channel))
           where phone is not null
           select new ServiceLineView(service, phone),
    ];

    // A service without an address has no page, and nothing to say of itself that a link could lead to.
    private ServiceView? Read(ContentItem item, IReadOnlyDictionary<ContentItemId, ChannelView> known, ImmutableArray<Term> kinds)
    {
        if (site.FindHref(item) is not { } href)
        {
            return null;
        }

        var own = ChannelReader.Order(item.Ids(Service, "Channels").Select(id => known.GetValueOrDefault(id)).OfType<ChannelView>());
        var isOf = item.Terms(Service, "Kinds");
        ImmutableArray<int> codes = [.. kinds.Where(kind => isOf.Contains(kind.Id)).Select(kind => kind.Code).OfType<int>()];
        return new()
        {
            Name = item.DisplayText ?? "",
            Href = href,
            Language = LanguageOf(item),
            Line = ReadLine(item, codes),
            IsNational = item.Flag(Service, "National"),
            IsShelter = !item.Flag(Service, "National") && codes.Contains(ServiceKinds.Shelter),
            NameVariants = ListOtherNames(item),
            Channels = own,
            Readiness = ServiceView.ReadinessOf(own),
            Languages = [.. item.Lines(Service, "Languages").Select(Cultures.Find).OfType<Culture>().Distinct()],
            HasInterpreter = item.Choice(Service, "Interpreter") == true,
            Audiences = [.. item.Terms(Service, "Audiences")],
            Situations = [.. item.Terms(Service, "Situations")],
        };
    }

    private Wording? ReadLine(ContentItem item, ImmutableArray<int> kinds)
    {
        var own = item.Text(Service, "Description") is { } description ? ServiceLine.Of(description) : null;
        return LanguageOf(item) is not { } language ? own
            : ServiceKinds.FindLine(kinds, T) ?? (own is null ? null : new(own, Cultures.Find(language)));
    }

    // Documents print a name as a heading too, with its colon.
    private static ImmutableArray<string> ListOtherNames(ContentItem item) =>
    [
        .. item.Lines(Service, "NameVariants").Select(name => name.TrimEnd(':'))
            .Where(name => !name.Equals(item.DisplayText, StringComparison.OrdinalIgnoreCase))
            .Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    private async Task<ImmutableArray<ServiceFact>> ListFactsAsync(ContentItem item, CancellationToken cancellationToken)
    {
        var language = LanguageOf(item);
        var facts = new List<ServiceFact>
        {
            Fact(T["Who it is for"], [item.Text(Service, "AudienceText")], language),
            Fact(T["For"], await ListNamesAsync(item, ContentTypes.Audiences, "Audiences", cancellationToken)),
            Fact(T["Age"], [AgeOf(item)]),
            Fact(T["Good to know"], ReadAssurances(item)),
            Fact(T["Languages"], item.Lines(Service, "Languages").Select(Cultures.Find).OfType<Culture>().Select(culture => new Wording(culture.NativeName, culture))),
            Fact(T["Covers"], item.Lines(Service, "Covers").Select(line => new Wording(line)), "nb"),
        };
        facts.Add(new(T["Part of"], await ListLinksAsync(Service, item.Ids(Service, "PartOf"), site.FindHref, cancellationToken), language));
        facts.Add(new(T["Provided by"], await ListLinksAsync(ContentTypes.Party, item.Ids(Service, "Providers"), _ => null, cancellationToken), "nb"));
        facts.Add(new(
            T["Websites"],
            await ListLinksAsync(
                ContentTypes.WebResource,
                item.Ids(Service, "Resources"),
                resource => resource.Link(ContentTypes.WebResource, "Address") is { Domain: not null } link ? link.Href : null,
                cancellationToken),
            "nb"));
        return [.. facts.Where(fact => !fact.Values.IsEmpty)];
    }

    private static ServiceFact Fact(Wording name, IEnumerable<Wording?> values, string? language = null) =>
        new(name, [.. values.OfType<Wording>().Select(value => new LinkCard(value, ""))], language);

    // What nobody has said is not shown at all.
    private IEnumerable<Wording?> ReadAssurances(ContentItem item) =>
    [
        item.Choice(Service, "Free") switch { true => T["Free of charge"], false => T["Costs money"], _ => null },
        item.Choice(Service, "RequiresReferral") switch { true => T["You need a referral"], false => T["You do not need a referral"], _ => null },
        item.Choice(Service, "Anonymous") switch { true => T["You can be anonymous"], false => T["You cannot be anonymous"], _ => null },
        item.Choice(Service, "Interpreter") switch { true => T["You can have an interpreter"], false => T["There is no interpreter"], _ => null },
    ];

    private Wording? AgeOf(ContentItem item) => (item.Number(Service, "MinimumAge"), item.Number(Service, "MaximumAge")) switch
    {
        ({ } from, { } to) => T["From {0} to {1} years", from, to],
        ({ } from, null) => T["From {0} years", from],
        (null, { } to) => T["Up to {0} years", to],
        _ => null,
    };

    // What has no code cannot stand in an address.
    private async Task<ImmutableArray<Term>> ListAskedAsync(ContentItemId taxonomy, CancellationToken cancellationToken) =>
        [.. (await terms.ListAsync(taxonomy, cancellationToken)).Where(term => term.Code is not null)];

    private async Task<IEnumerable<Wording>> ListNamesAsync(
        ContentItem item, ContentItemId taxonomy, string field, CancellationToken cancellationToken)
    {
        var ids = item.Terms(Service, field);
        return ids.Count == 0
            ? []
            : (await terms.ListAsync(taxonomy, cancellationToken)).Where(term => ids.Contains(term.Id)).Select(term => term.Name);
    }

    private async Task<ImmutableArray<LinkCard>> ListLinksAsync(
        string contentType, IReadOnlyList<ContentItemId> ids, Func<ContentItem, string?> findHref, CancellationToken cancellationToken) =>
    [
        .. (await reader.ListByIdAsync(contentType, ids, cancellationToken)).Pick(ids)
            .Select(found => new LinkCard(found.DisplayText ?? "", findHref(found) ?? "")),
    ];
}
