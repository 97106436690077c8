using System.Collections.Immutable;
using NodaTime;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Localization;
using VoldCms.Hosting.Localization;
using VoldCms.Presentation.Items;
using VoldCms.Services.Channels;

namespace VoldCms.Services.Finding;

/// <summary>
/// Chooses and orders services. Where nothing that answers to the choice is open, those that are open and for the same people
/// are shown too: nobody is left with closed numbers alone.
/// </summary>
internal sealed class ServiceFinder(FinderQuestions questions, Texts texts)
{
    // In danger it is the police that is rung, not the fire brigade.
    private const string FirstEmergencyNumber = "tel:112";

    public FinderAnswer Find(ImmutableArray<ServiceView> services, FinderChoice choice)
    {
        var reachable = services.Where(service => !service.Channels.IsEmpty).ToList();
        if (choice.IsEmpty)
        {
            return new(
                Group(reachable.Select(service => new FoundService(service, []))),
                services.Length,
                [.. ByName(services.Where(service => service.Channels.IsEmpty))]);
        }

        var matches = reachable.Select(service => Match(service, choice)).OfType<FoundService>().ToList();
        var shown = matches.Exists(match => IsOpen(match.Service)) ? matches : [.. matches, .. Alternatives(reachable, matches, choice)];
        return new(Group(shown), matches.Count, []);
    }

    private static bool IsOpen(ServiceView service) => service.Readiness is Readiness.DayAndNight or Readiness.Open;

    private IEnumerable<FoundService> Alternatives(List<ServiceView> reachable, List<FoundService> matches, FinderChoice choice) =>
        reachable.Where(IsOpen)
            .ExceptBy(matches.Select(match => match.Service.Href), service => service.Href)
            .Where(service => choice.Who is null || WhyWho(service, choice.Who) is not null)
            .Select(service => new FoundService(service, [texts["Not for this alone, but open now"]]));

    /// <summary>Null when the service does not answer to the choice. Where a kind of channel is chosen, the service is as near as that.</summary>
    private FoundService? Match(ServiceView asPublished, FinderChoice choice)
    {
        var service = choice.Channel is { } kind ? asPublished.Through(kind) : asPublished;
        (bool IsAsked, Wording? Why)[] answers =
        [
            (choice.Who is not null, WhyWho(service, choice.Who)),
            (choice.What is not null, WhyWhat(service, choice.What)),
            (choice.Where is not null, WhyWhere(service, choice.Where)),
            (choice.Channel is not null, service.Channels.IsEmpty ? null : ChannelLabels.Name(service.Channels[0].Kind, texts)),
            (choice.Language is not null, WhyLanguage(service, choice.Language)),
            (choice.IsOpenNow, service.Readiness is Readiness.Emergency || IsOpen(service) ? texts["Open now"] : null),
        ];
        return Array.Exists(answers, answer => answer is { IsAsked: true, Why: null })
            ? null
            : new(service, [.. answers.Where(answer => answer.IsAsked).Select(answer => answer.Why).OfType<Wording>()]);
    }

    private Wording? WhyWho(ServiceView service, int? code) =>
        code is { } wanted && Known(service.Audiences, questions.Who, wanted, FinderChoice.Everyone) is { } term ? texts["For: {0}", term.Name] : null;

    private Wording? WhyWhat(ServiceView service, int? code) =>
        code is { } wanted && Known(service.Situations, questions.What, wanted) is { } term ? texts["About: {0}", term.Name] : null;

    private Wording? WhyWhere(ServiceView service, ServiceArea? area) => (area, service.IsNational) switch
    {
        (ServiceArea.Near, false) => texts["Near you"],
        (ServiceArea.WholeCountry, true) => texts["In the whole country"],
        _ => null,
    };

    private Wording? WhyLanguage(ServiceView service, Culture? language) =>
        language is null ? null
        : service.Languages.Contains(language) ? texts["Speaks {0}", language.NativeName]
        : service.HasInterpreter ? texts["You can have an interpreter"]
        : null;

    // The first of the codes that the service has.
    private static Term? Known(ImmutableArray<ContentItemId> ids, ImmutableArray<Term> terms, params ReadOnlySpan<int> codes)
    {
        foreach (var code in codes)
        {
            if (terms.FirstOrDefault(term => term.Code == code) is { } term && ids.Contains(term.Id))
            {
                return term;
            }
        }

        return null;
    }

    private ImmutableArray<FoundGroup> Group(IEnumerable<FoundService> found) =>
    [
        .. found.GroupBy(each => each.Service.Readiness)
            .OrderBy(group => group.Key)
            .Select(group => new FoundGroup(group.Key, [.. Sort(group)])),
    ];

    // The municipality's own first, what opens soonest first, what answers to more situations first.
    private IEnumerable<FoundService> Sort(IEnumerable<FoundService> found) => found
        .OrderBy(each => each.Service.Channels[0].Href != FirstEmergencyNumber)
        .ThenBy(each => each.Service.IsNational)
        .ThenBy(each => each.Service.Channels.Min(channel => channel.Opening?.Opens) ?? Instant.MaxValue)
        .ThenByDescending(each => each.Service.Situations.Length)
        .ThenBy(each => each.Service.Name, ByCulture);

    private IOrderedEnumerable<ServiceView> ByName(IEnumerable<ServiceView> services) => services.OrderBy(service => service.Name, ByCulture);

    private StringComparer ByCulture => StringComparer.Create(texts.Culture.Formatting, ignoreCase: true);
}
