using System.Collections.Immutable;
using System.Globalization;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.Hosting.Tenancy;
using VoldCms.Plans.PlanParts;
using VoldCms.Presentation.Items;

namespace VoldCms.Plans.Background;

/// <summary>Reads the services that a plan prints, untouched. Scoped.</summary>
internal sealed class AppendixReader(ContentReader reader, Site site)
{
    private const string Type = PlanContentTypes.AppendixEntry;
    private const string Service = "Service";

    private static readonly (string Field, string Name)[] s_cells =
    [
        ("Kind", "Kind of service"),
        ("NameVariants", "Also called"),
        ("PartOf", "Part of"),
        ("Units", "Units"),
        ("PhonesText", "Telephone as printed"),
        ("PhoneNotes", "About the numbers"),
        ("EmergencyPhones", "Emergency number"),
        ("HoursText", "Hours"),
        ("Email", "E-mail"),
        ("OtherDescription", "Elsewhere in the plan"),
        ("AudienceText", "For whom"),
        ("OtherAudienceText", "Also for"),
        ("Covers", "Covers"),
        ("Locations", "Places"),
        ("ForwardsTo", "Calls go on to"),
        ("ListedIn", "Listed under"),
        ("Sources", "Where in the plan"),
    ];

    private static readonly (string Field, string Name)[] s_choices =
    [
        ("Open24Hours", "Open day and night"),
        ("RequiresReferral", "Needs a referral"),
        ("Free", "Free of charge"),
        ("Anonymous", "You can be anonymous"),
        ("ForPerpetrators", "For those who use violence"),
    ];

    public async Task<ImmutableArray<AppendixGroup>> ListAsync(ContentItem plan, CancellationToken cancellationToken)
    {
        var entries = await reader.ListAllAsync(
            PlanReading.Of(Type, "Plan", plan.ContentItemId).OrderBy($"{Type}.Order"),
            cancellationToken
        );
        var services = await reader.ListByIdAsync(
            Service,
            entries.Select(entry => entry.FirstId(Type, Service)).OfType<ContentItemId>(),
            cancellationToken
        );
        return
        [
            .. entries
                .RunsBy(entry => entry.Text(Type, "GroupName"))
                .Select(run => new AppendixGroup(run.Key, [.. run.Items.Select(entry => Read(entry, services))])),
        ];
    }

    private AppendixEntryView Read(ContentItem entry, IReadOnlyDictionary<ContentItemId, ContentItem> services) =>
        new(
            entry.DisplayText ?? "",
            entry.Text(Type, "Description"),
            [.. ReadPhones(entry), .. site.ReadFacts(entry, Type, s_cells), .. ReadChoices(entry), .. ReadAge(entry)],
            entry.Link(Type, "Address") is { } address ? new(address.Text, address.Href) : null,
            entry.FirstId(Type, Service) is { } id && services.GetValueOrDefault(id) is { } service ? site.FindHref(service) : null,
            entry.FirstId(Type, Service) is null && (entry.Text(Type, "Phones") ?? entry.Text(Type, "PhonesText")) is not null
        );

    // Where the document prints a number in two ways, both ways stand there whole.
    private ImmutableArray<Fact> ReadPhones(ContentItem entry) =>
        entry.Text(Type, "PhonesText") is null ? site.ReadFacts(entry, Type, [("Phones", "Telephone as printed")]) : [];

    private IEnumerable<Fact> ReadChoices(ContentItem entry) =>
        s_choices
            .Select(choice =>
                entry.Text(Type, choice.Field) switch
                {
                    "yes" => new Fact(site.Texts[choice.Name], site.Texts["Yes"], IsPrinted: false),
                    "no" => new Fact(site.Texts[choice.Name], site.Texts["No"], IsPrinted: false),
                    _ => null,
                }
            )
            .OfType<Fact>();

    private IEnumerable<Fact> ReadAge(ContentItem entry) =>
        entry.Number(Type, "MinimumAge") is { } age
            ? [new(site.Texts["Lowest age"], age.ToString(CultureInfo.InvariantCulture), IsPrinted: false)]
            : [];
}
