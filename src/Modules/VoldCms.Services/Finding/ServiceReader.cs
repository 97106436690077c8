using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Localization;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Items;
using VoldCms.Presentation.Pages;
using VoldCms.Services.Channels;
using VoldCms.Services.Matching;

namespace VoldCms.Services.Finding;

/// <summary>Reads services for pages. Scoped.</summary>
internal sealed class ServiceReader(
    ContentReader reader,
    ServiceContactReader contacts,
    ChannelReader channels,
    VocabularyReader vocabulary,
    TermReader terms,
    Site site
)
{
    private const string Service = ServiceContentTypes.Service;

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
        var reached = await contacts.ListAsync(items, cancellationToken);
        var words = await vocabulary.ReadAsync(cancellationToken);
        return [.. items.Zip(reached, (item, contact) => Read(item, contact, words)).OfType<ServiceView>()];
    }

    /// <summary>What the finder finds.</summary>
    public async Task<FinderAnswer> FindAsync(
        ImmutableArray<ServiceView> services,
        FinderChoice choice,
        CancellationToken cancellationToken
    ) => (await FinderAsync(cancellationToken)).Find(services, choice);

    /// <summary>The services that can be reached, nearest first.</summary>
    public async Task<IEnumerable<ServiceView>> ListInOrderAsync(CancellationToken cancellationToken) =>
        TopicFinder.InOrder((await FinderAsync(cancellationToken)).Order(await ListAsync(cancellationToken), Need.Anything));

    /// <summary>Who answers to pages that are about something, among these services.</summary>
    /// <param name="all">In one language.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<TopicFinder> ForTopicsAsync(ImmutableArray<ServiceView> all, CancellationToken cancellationToken) =>
        new(await vocabulary.ReadAsync(cancellationToken), await FinderAsync(cancellationToken), all);

    /// <summary>
    /// Whom to call first: the municipality's shelter, or whoever answers instead; then those who answer day and night and are there
    /// to be talked to, in the finder's order.
    /// </summary>
    public async Task<ImmutableArray<ServiceLineView>> ListLinesAsync(CancellationToken cancellationToken)
    {
        var words = await vocabulary.ReadAsync(cancellationToken);
        var shelters = await ListPhonesAsync(service => service.IsShelter, cancellationToken);
        var dayAndNight = (await ListPhonesAsync(service => words.IsToTalkTo(service.Aim), cancellationToken)).Where(line =>
            line.Channel.Readiness == Readiness.DayAndNight
        );
        var instead = shelters.IsEmpty
            ? (await ForTopicsAsync(await ListAsync(cancellationToken), cancellationToken)).FindInsteadOfShelter(_ => true)
            : null;
        return
        [
            .. shelters
                .Concat(dayAndNight.OrderByDescending(line => line.Service.Href == instead?.Href))
                .DistinctBy(line => line.Channel.Href),
        ];
    }

    /// <summary>
    /// Those who can be written to, for whoever cannot speak aloud; the emergency services, for the few who are registered there, last.
    /// </summary>
    public async Task<ImmutableArray<ServiceLineView>> ListQuietAsync(CancellationToken cancellationToken) =>
        [
            .. from service in await ListInOrderAsync(cancellationToken)
            let channel = service.Channels.FirstOrDefault(channel =>
                channel is { Kind: ChannelKind.Chat or ChannelKind.Sms, Href: not null }
            )
            where channel is not null
            orderby channel.Readiness == Readiness.Emergency
            select new ServiceLineView(service, channel),
        ];

    /// <summary>The telephones of the municipality's own services, in the finder's order.</summary>
    public async Task<ImmutableArray<ServiceLineView>> ListLocalPhonesAsync(CancellationToken cancellationToken) =>
        await ListPhonesAsync(service => service is { IsNational: false, Aim.IsForStaffAlone: false }, cancellationToken);

    /// <summary>Everything about one service.</summary>
    public async Task<ServiceDetail> ReadAsync(ContentItem item, CancellationToken cancellationToken)
    {
        var contact = (await contacts.ListAsync([item], cancellationToken))[0];
        return new()
        {
            Kinds = [.. await ListNamesAsync(item, ServiceContentTypes.Kinds, "Kinds", cancellationToken)],
            NameVariants = ListOtherNames(item),
            Line = item.Text(Service, "Line"),
            Description = item.Text(Service, "Description"),
            ChannelNote = item.Text(Service, "ChannelNote"),
            Channels = channels.ReadChannels(contact),
            Places = [.. contact.Places.Select(channels.ReadPlace)],
            HouseOpening = channels.FindHouseOpening(item, contact),
            Facts = await ListFactsAsync(item, cancellationToken),
        };
    }

    /// <summary>The language of an item's words where it is not the page's; else null.</summary>
    public string? LanguageOf(ContentItem item) =>
        ContentItemParts.CultureOf(item) is { } culture && !culture.Equals(site.Culture.Name, StringComparison.OrdinalIgnoreCase)
            ? culture
            : null;

    private async Task<ServiceFinder> FinderAsync(CancellationToken cancellationToken) =>
        new(await vocabulary.ReadAsync(cancellationToken), T);

    private async Task<ImmutableArray<ServiceLineView>> ListPhonesAsync(
        Func<ServiceView, bool> isWanted,
        CancellationToken cancellationToken
    ) =>
        [
            .. from service in await ListInOrderAsync(cancellationToken)
            where isWanted(service)
            let phone = service.OwnChannels.FirstOrDefault(channel => channel is { Kind: ChannelKind.Phone, Href: not null })
            where phone is not null
            select new ServiceLineView(service, phone),
        ];

    // A service without an address has no page, and nothing to say of itself that a link could lead to.
    private ServiceView? Read(ContentItem item, ServiceContacts contact, Vocabulary words)
    {
        if (site.FindHref(item) is not { } href)
        {
            return null;
        }

        var own = channels.ReadChannels(contact);
        var aim = words.AimOf(item);
        return new()
        {
            Id = item.ContentItemId,
            Name = item.DisplayText ?? "",
            Href = href,
            Language = LanguageOf(item),
            Line = ReadLine(item, aim, own, words),
            Aim = aim,
            IsShutAtTimes = Availability.IsShutAtTimes(item),
            NameVariants = ListOtherNames(item),
            Channels = own,
            House = channels.ReadHouse(item, contact),
            HouseOpening = channels.FindHouseOpening(item, contact),
            Languages = [.. item.Lines(Service, "Languages").Select(Cultures.Find).OfType<Culture>().Distinct()],
            IsFree = item.Choice(Service, "Free") == true,
            NeedsNoReferral = item.Choice(Service, "RequiresReferral") == false,
            IsAnonymous = item.Choice(Service, "Anonymous") == true,
            Covers = [.. item.Lines(Service, "Covers")],
            Interpreter = item.Choice(Service, "Interpreter"),
            ViolenceKinds = [.. item.Terms(Service, "ViolenceKinds")],
            TakesPets = item.Choice(Service, "Pets") == true,
        };
    }

    // Beside a name a document's own words in another language than the page's are not shown. They stand on the service's page, named
    // as the source's.
    private Wording? ReadLine(ContentItem item, Aim aim, ImmutableArray<ChannelView> own, Vocabulary words) =>
        (LanguageOf(item) is null ? ReadOwnLine(item) : null)
        ?? (aim.IsForStaffAlone ? null : ServiceKinds.FindLine(words.KindsOf(item), own, T))
        ?? words.NameOfKind(item);

    private static Wording? ReadOwnLine(ContentItem item) =>
        item.Text(Service, "Line") is { } line ? line
        : item.Text(Service, "Description") is { } description ? ServiceLine.Of(description)
        : null;

    // Documents print a name as a heading too, with its colon.
    private static ImmutableArray<string> ListOtherNames(ContentItem item) =>
        [
            .. item.Lines(Service, "NameVariants")
                .Select(name => name.TrimEnd(':'))
                .Where(name => !name.Equals(item.DisplayText, StringComparison.OrdinalIgnoreCase))
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];

    private async Task<ImmutableArray<ServiceFact>> ListFactsAsync(ContentItem item, CancellationToken cancellationToken)
    {
        var language = LanguageOf(item);
        var facts = new List<ServiceFact>
        {
            Fact(T["Who it is for"], [item.Text(Service, "AudienceText")], language),
            Fact(T["For"], await ListNamesAsync(item, ServiceContentTypes.Audiences, "Audiences", cancellationToken)),
            Fact(T["Age"], [AgeOf(item)]),
            Fact(T["Good to know"], ReadAssurances(item)),
            Fact(
                T["Languages"],
                item.Lines(Service, "Languages")
                    .Select(Cultures.Find)
                    .OfType<Culture>()
                    .Select(culture => new Wording(culture.NativeName, culture))
            ),
            Fact(T["Covers"], item.Lines(Service, "Covers").Select(line => new Wording(line)), "nb"),
        };
        facts.Add(
            new(T["Part of"], await ListLinksAsync(Service, item.Ids(Service, "PartOf"), site.FindHref, cancellationToken), language)
        );
        facts.Add(
            new(
                T["Provided by"],
                await ListLinksAsync(ServiceContentTypes.Party, item.Ids(Service, "Providers"), _ => null, cancellationToken),
                "nb"
            )
        );
        facts.Add(
            new(
                T["Websites"],
                await ListLinksAsync(
                    ServiceContentTypes.WebResource,
                    item.Ids(Service, "Resources"),
                    resource => resource.Link(ServiceContentTypes.WebResource, "Address") is { Domain: not null } link ? link.Href : null,
                    cancellationToken
                ),
                "nb"
            )
        );
        return [.. facts.Where(fact => !fact.Values.IsEmpty)];
    }

    private static ServiceFact Fact(Wording name, IEnumerable<Wording?> values, string? language = null) =>
        new(name, [.. values.OfType<Wording>().Select(value => new LinkCard(value, ""))], language);

    // What nobody has said is not shown at all.
    private IEnumerable<Wording?> ReadAssurances(ContentItem item) =>
        [
            item.Choice(Service, "Free") switch
            {
                true => T["Free of charge"],
                false => T["Costs money"],
                _ => null,
            },
            item.Choice(Service, "RequiresReferral") switch
            {
                true => T["You need a referral"],
                false => T["You do not need a referral"],
                _ => null,
            },
            item.Choice(Service, "Anonymous") switch
            {
                true => T["You can be anonymous"],
                false => T["You cannot be anonymous"],
                _ => null,
            },
            InterpreterTexts.Find(item.Choice(Service, "Interpreter"), T),
            item.Choice(Service, "Pets") switch
            {
                true => T["You can bring a pet"],
                false => T["You cannot bring a pet"],
                _ => null,
            },
        ];

    private Wording? AgeOf(ContentItem item) =>
        (item.Number(Service, "MinimumAge"), item.Number(Service, "MaximumAge")) switch
        {
            ({ } from, { } to) => T["From {0} to {1} years", from, to],
            ({ } from, null) => T["From {0} years", from],
            (null, { } to) => T["Up to {0} years", to],
            _ => null,
        };

    private async Task<IEnumerable<Wording>> ListNamesAsync(
        ContentItem item,
        ContentItemId taxonomy,
        string field,
        CancellationToken cancellationToken
    )
    {
        var ids = item.Terms(Service, field);
        return ids.Count == 0
            ? []
            : (await terms.ListAsync(taxonomy, cancellationToken)).Where(term => ids.Contains(term.Id)).Select(term => term.Name);
    }

    private async Task<ImmutableArray<LinkCard>> ListLinksAsync(
        string contentType,
        IReadOnlyList<ContentItemId> ids,
        Func<ContentItem, string?> findHref,
        CancellationToken cancellationToken
    ) =>
        [
            .. (await reader.ListByIdAsync(contentType, ids, cancellationToken))
                .Pick(ids)
                .Select(found => new LinkCard(found.DisplayText ?? "", findHref(found) ?? "")),
        ];
}
