using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.Hosting.Tenancy;
using VoldCms.Plans.Arrangements;
using VoldCms.Plans.Measures;
using VoldCms.Plans.Parties;
using VoldCms.Presentation.Items;
using VoldCms.Presentation.Pages;

namespace VoldCms.Plans.Responsibilities;

/// <summary>Reads parties with what they are responsible for, over all plans of the tenant: one query a type. Scoped.</summary>
internal sealed class ResponsibilityReader(
    ContentReader reader,
    PartyReader parties,
    ArrangementReader arrangements,
    LocalizedItems localized,
    Site site
)
{
    private const string Part = PlanContentTypes.Party;
    private const string Service = "Service";

    /// <summary>The parties by sort, and the measures that name nobody.</summary>
    public async Task<(ImmutableArray<PartyGroup> Groups, ImmutableArray<PlanDuties> OfNobody)> ListAsync(
        CancellationToken cancellationToken
    )
    {
        var all = await parties.ListAllAsync(cancellationToken);
        var responsibilities = await ReadAllAsync(cancellationToken);
        return (
            [
                .. PartyKinds
                    .All.Select(kind => new PartyGroup(
                        PartyKinds.NameOfAll(kind, site.Texts),
                        kind,
                        [.. all.Where(party => PartyKinds.Of(party) == kind).Select(Summarize).OfType<PartySummary>()]
                    ))
                    .Where(group => !group.Parties.IsEmpty),
            ],
            responsibilities.OfNobody()
        );

        PartySummary? Summarize(ContentItem party)
        {
            var names = NamesOf(party, all);
            return PartyName.Of(site, party) is { Href: { } href } name
                ? new(new(name.Name, href, Language: responsibilities.LanguageOf(names)), responsibilities.CountOf(names))
                : null;
        }
    }

    /// <summary>The parties and the language in which plans speak of each.</summary>
    public async Task<ImmutableArray<(ContentItem Party, string Language)>> ListLanguagesAsync(CancellationToken cancellationToken)
    {
        var all = await parties.ListAllAsync(cancellationToken);
        var responsibilities = await ReadAllAsync(cancellationToken);
        return [.. all.Select(party => (party, responsibilities.LanguageOf(NamesOf(party, all))))];
    }

    /// <summary>One party, whom to ask, and all that it is responsible for.</summary>
    public async Task<PartyView> ReadAsync(ContentItem party, CancellationToken cancellationToken)
    {
        var all = await parties.ListAllAsync(cancellationToken);
        var responsibilities = await ReadAllAsync(cancellationToken);
        var names = NamesOf(party, all);
        var services = await localized.ResolveAsync(Service, party.Ids(Part, Service), cancellationToken);
        return new()
        {
            Name = PartyName.Of(site, party).Name,
            Language = responsibilities.LanguageOf(names),
            Kind = PartyKinds.NameOf(PartyKinds.Of(party), site.Texts),
            Contact = party.Text(Part, "ContactText"),
            Phone = party.Text(Part, "ContactPhone") is { } phone ? new(phone, $"tel:{string.Concat(phone.Where(IsDialled))}") : null,
            Email = party.Text(Part, "ContactEmail") is { } email ? new(email, $"mailto:{email}") : null,
            Website = party.Link(Part, "Address") is { } website ? new(website.Text, website.Href) : null,
            Service =
                services is [var service, ..] && site.FindHref(service) is { } href
                    ? new(service.DisplayText ?? "", href, Language: site.FindOtherLanguage(service)?.Name)
                    : null,
            Parent =
                party.FirstId(Part, "ParentParty") is { } parent
                && all.FirstOrDefault(other => other.ContentItemId == parent) is { } above
                && PartyName.Of(site, above) is { Href: { } aboveHref } aboveName
                    ? new(aboveName.Name, aboveHref)
                    : null,
            OtherNames =
            [
                .. all.Where(other => other.ContentItemId != party.ContentItemId && names.Contains(other.ContentItemId))
                    .Select(other => PartyName.Of(site, other).Name),
            ],
            Arrangements = arrangements.GroupsOf([
                .. (await ListArrangementsAsync(responsibilities, cancellationToken)).Where(arrangement =>
                    arrangement.Parties.Any(owner => names.Contains(owner.Id))
                ),
            ]),
            Plans = responsibilities.Of(names),
        };
    }

    private async Task<IEnumerable<Arrangement>> ListArrangementsAsync(
        Responsibilities responsibilities,
        CancellationToken cancellationToken
    ) =>
        responsibilities.HaveAny
            ? (await arrangements.ListAllAsync(cancellationToken)).Where(arrangement => responsibilities.Have(arrangement.Plan))
            : [];

    // The party under each name that a plan has for it, whichever of the items says so.
    private static ImmutableHashSet<ContentItemId> NamesOf(ContentItem party, IReadOnlyList<ContentItem> all) =>
        [
            party.ContentItemId,
            .. party.Ids(Part, "SameAs"),
            .. all.Where(other => other.Ids(Part, "SameAs").Contains(party.ContentItemId)).Select(other => other.ContentItemId),
        ];

    private static bool IsDialled(char sign) => char.IsAsciiDigit(sign) || sign == '+';

    // Without a plan there may be no definitions of what belongs to one.
    private async Task<Responsibilities> ReadAllAsync(CancellationToken cancellationToken) =>
        await ListAsync(PlanContentTypes.Plan, ContentPaths.DisplayText, cancellationToken) is { Count: > 0 } plans
            ? new(
                plans,
                await ListAsync(PlanContentTypes.Goal, "Goal.Order", cancellationToken),
                await ListAsync(PlanContentTypes.Measure, MeasureLabels.PlanOrder, cancellationToken),
                site
            )
            : new([], [], [], site);

    private ValueTask<IReadOnlyList<ContentItem>> ListAsync(string contentType, string order, CancellationToken cancellationToken) =>
        reader.ListAllAsync(ContentQuery.For(contentType).OrderBy(order), cancellationToken);
}
