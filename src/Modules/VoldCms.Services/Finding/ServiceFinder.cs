using System.Collections.Immutable;
using NodaTime;
using VoldCms.ContentManagement.Items;
using VoldCms.Hosting.Localization;
using VoldCms.Services.Channels;
using VoldCms.Services.Terms;

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
            .Except(matches.Select(match => match.Service))
            .Where(service => choice.Who is null || WhyWho(service, choice.Who) is not null)
            .Select(service => new FoundService(service, [texts["Not for this alone, but open now"]]));

    /// <summary>Null when the service does not answer to the choice.</summary>
    private FoundService? Match(ServiceView service, FinderChoice choice)
    {
        var who = WhyWho(service, choice.Who);
        var what = WhyWhat(service, choice.What);
        return (choice.Who is not null && who is null) || (choice.What is not null && what is null)
            ? null
            : new(service, [.. new[] { who, what }.OfType<string>()]);
    }

    private string? WhyWho(ServiceView service, int? code) =>
        code is { } wanted && Known(service.Audiences, questions.Who, wanted, FinderChoice.Everyone) is { } term ? texts["For: {0}", term.Label] : null;

    private string? WhyWhat(ServiceView service, int? code) =>
        code is { } wanted && Known(service.Situations, questions.What, wanted) is { } term ? texts["About: {0}", term.Label] : null;

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
