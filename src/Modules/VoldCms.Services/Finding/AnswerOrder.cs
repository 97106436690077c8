using System.Collections.Immutable;
using NodaTime;
using VoldCms.ContentManagement.Localization;
using VoldCms.Hosting.Localization;
using VoldCms.Services.Channels;
using VoldCms.Services.Matching;

namespace VoldCms.Services.Finding;

/// <summary>The order of the finder's answers: which group stands first, and which service in it.</summary>
internal sealed class AnswerOrder(Vocabulary vocabulary, Texts texts)
{
    // In danger it is the police that is rung, not the fire brigade.
    private const string FirstEmergencyNumber = "tel:112";

    /// <summary>The groups in the order in which they are shown, and what is in each in its own.</summary>
    /// <param name="found">What is shown.</param>
    /// <param name="need">What is looked for.</param>
    /// <param name="why">What is said of why a service is shown.</param>
    public ImmutableArray<FoundGroup> Group(IEnumerable<Candidate> found, Need need, Func<Candidate, ImmutableArray<Wording>> why) =>
        [
            .. found
                .GroupBy(each => GroupOf(each, need))
                .OrderBy(group => group.Key)
                .Select(group => new FoundGroup(
                    group.Key,
                    NameOf(group.Key),
                    [.. Sort(group, need).Select(each => new FoundService(each.Service, why(each)))]
                )),
        ];

    private static FoundGroupKind GroupOf(Candidate candidate, Need need) =>
        candidate.Service.Readiness == Readiness.Emergency ? FoundGroupKind.Emergency
        : ChildsOrder.IsOneOfThem(candidate.Service, need) ? FoundGroupKind.ForChild
        : candidate is { MayLackInterpreter: true, IsBeside: false } ? FoundGroupKind.MayLackInterpreter
        : candidate.IsBeside || need.IsForOthers(candidate.Service.Aim) ? FoundGroupKind.Beside
        : need.PutsFirst(candidate.Service.Aim) ? FoundGroupKind.Shelter
        : candidate.Service.Readiness switch
        {
            Readiness.Ask when candidate.Service.Channels.Any(channel => channel.Opening is { IsTold: true }) => FoundGroupKind.Told,
            Readiness.Ask => FoundGroupKind.Ask,
            Readiness.Closed => FoundGroupKind.Closed,
            _ => FoundGroupKind.Open,
        };

    private Wording NameOf(FoundGroupKind kind) =>
        kind switch
        {
            FoundGroupKind.Emergency => texts["In an emergency"],
            FoundGroupKind.Shelter => vocabulary.ShelterName ?? "",
            FoundGroupKind.ForChild => texts["For children and young people"],
            FoundGroupKind.Open => texts["Open now"],
            FoundGroupKind.Told => texts["See when they are open"],
            FoundGroupKind.Ask => texts["Call and ask when they are open"],
            FoundGroupKind.MayLackInterpreter => texts["Ask whether they have an interpreter"],
            FoundGroupKind.Beside => texts["They do not fit all that you have chosen, but they can help"],
            FoundGroupKind.Closed => texts["Closed now"],
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    // Whom a child rings first, the municipality's own first, who is for any kind of violence first, who is known to have the interpreter
    // that is asked for first, what answers to the very thing first, what opens soonest first, what answers to more situations first, what
    // is free first; at last by number and not by name: the order is the same in every language.
    private IEnumerable<Candidate> Sort(IEnumerable<Candidate> found, Need need) =>
        found
            .OrderBy(each => each.Service.Readiness == Readiness.Emergency && each.Service.Channels[0].Href != FirstEmergencyNumber)
            .ThenBy(each => ChildsOrder.PlaceOf(each.Service, need))
            .ThenBy(each => each.Service.Aim.Nearness)
            .ThenBy(each => each.IsForSomeKinds)
            .ThenBy(each => each.MayLackInterpreter)
            .ThenByDescending(each => each.Match.IsExact)
            .ThenBy(each => each.Service.Channels.Min(channel => channel.Opening?.Opens) ?? Instant.MaxValue)
            .ThenByDescending(each => each.Service.Aim.Situations.Length)
            .ThenByDescending(each => each.Service.IsFree)
            .ThenBy(each => each.Service.Channels[0].Text, StringComparer.Ordinal)
            .ThenBy(each => each.Service.Name, ByCulture);

    /// <summary>By name, as the language of the page orders letters.</summary>
    public IOrderedEnumerable<ServiceView> ByName(IEnumerable<ServiceView> services) =>
        services.OrderBy(service => service.Name, ByCulture);

    private StringComparer ByCulture => StringComparer.Create(texts.Culture.Formatting, ignoreCase: true);
}
