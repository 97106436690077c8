using System.Collections.Immutable;
using VoldCms.ContentManagement.Localization;
using VoldCms.Hosting.Localization;
using VoldCms.Services.Channels;
using VoldCms.Services.Matching;

namespace VoldCms.Services.Finding;

/// <summary>
/// Chooses and orders services. Nobody is left without one that can be reached: where nothing that answers to the choice is open, open
/// services for the same people are shown too, and where nothing answers to all of it, what answers to some of it is shown. Whom nobody may
/// miss is shown whatever is chosen beside whom it is about, and what; so is somebody to talk to who is open now.
/// </summary>
internal sealed class ServiceFinder(Vocabulary vocabulary, Texts texts)
{
    private readonly AnswerOrder _order = new(vocabulary, texts);

    /// <summary>What answers to the finder's choice.</summary>
    public FinderAnswer Find(ImmutableArray<ServiceView> services, FinderChoice choice)
    {
        if (choice.IsEmpty)
        {
            return new(
                Order(services, Need.Anything),
                services.Length,
                [.. _order.ByName(services.Where(service => service.Channels.IsEmpty))]
            );
        }

        var need = FinderNeeds.Of(choice, vocabulary);
        var answering = Suiting(services, need, choice).ToList();
        var fitting = answering.Select(each => Narrow(each, choice)).OfType<Candidate>().ToList();
        var isInVain = fitting.Count == 0;
        var matches = isInVain ? answering : fitting;
        ImmutableArray<Candidate> found = IsEnough(matches, mayBeAsked: choice.Channel is not null && !isInVain)
            ? [.. matches]
            : [.. matches, .. Alternatives(services, matches, choice)];
        ImmutableArray<Candidate> known = [.. found, .. Beside(found, answering, need)];
        ImmutableArray<Candidate> shown = [.. known, .. ToTalkTo(services, known, choice)];
        return new(
            _order.Group(shown.IsEmpty ? Answering(services, Need.Anything) : shown, need, each => Why(each, choice)),
            fitting.Count(each => each is { IsBeside: false, MayLackInterpreter: false }),
            []
        )
        {
            IsNothingLocal =
                need != Need.Anything && shown.Concat(answering).All(each => each.Service.Aim.Nearness == Nearness.WholeCountry),
        };
    }

    /// <summary>Those of these services that can be reached, whether they answer to the need or not, in the same order.</summary>
    public ImmutableArray<ServiceView> Arrange(IEnumerable<ServiceView> services, Need need) =>
        [
            .. _order
                .Group(
                    services
                        .Where(service => !service.Channels.IsEmpty)
                        .Select(service => new Candidate(service, need.Find(service.Aim) ?? default)),
                    need,
                    _ => []
                )
                .SelectMany(group => group.Services)
                .Select(found => found.Service),
        ];

    /// <summary>The services that can be reached and answer to a need, in order.</summary>
    public ImmutableArray<FoundGroup> Order(IEnumerable<ServiceView> services, Need need) =>
        _order.Group(Answering(services, need), need, _ => []);

    // In danger nobody is sent to who is not to be rung then: those answer who say that they help in danger, child welfare, and whoever is
    // open to be talked to. Who hurts others is not in danger. What happens to an old person online is nothing for the country's lines
    // against some other kinds alone, which young people ring.
    private bool Suits(ServiceView service, FinderChoice choice) =>
        choice switch
        {
            { What: Situation.InDanger, Who: not Asker.Hurting } => vocabulary.AreAboutDanger(service.Aim.Situations)
                || service.Aim.IsChildWelfare
                || IsOpenToTalk(service),
            { What: Situation.Online, Age: Audience.Elders } => !service.IsNational || service.ViolenceKinds.IsEmpty,
            _ => true,
        };

    // Nobody is asked what kind of violence it is: whoever is for some kinds alone comes after those as near who are for any.
    private IEnumerable<Candidate> Suiting(IEnumerable<ServiceView> services, Need need, FinderChoice choice) =>
        Answering(services.Where(service => Suits(service, choice)), need)
            .Select(each =>
                each with
                {
                    IsForSomeKinds = !each.Service.ViolenceKinds.IsEmpty,
                    MayLackInterpreter = choice.NeedsInterpreter && !each.Service.HasInterpreter,
                }
            );

    private static bool IsOpen(ServiceView service) => service.Readiness is Readiness.DayAndNight or Readiness.Open;

    // Whoever asks for a chat is not shown telephones first, while there is one that may be open.
    private static bool IsEnough(List<Candidate> matches, bool mayBeAsked) =>
        matches.Exists(each => !each.IsBeside && (IsOpen(each.Service) || (mayBeAsked && each.Service.Readiness == Readiness.Ask)));

    // An emergency number stands on every page; it is an answer where just that has been asked for.
    private static IEnumerable<Candidate> Answering(IEnumerable<ServiceView> services, Need need) =>
        from service in services
        where !service.Channels.IsEmpty
        let match = need.Find(service.Aim)
        where
            match is not null
            && (service.Readiness != Readiness.Emergency || need == Need.Anything || match is { IsExact: true, Situation: not null })
        select new Candidate(service, match.Value);

    private IEnumerable<Candidate> Alternatives(
        IEnumerable<ServiceView> services,
        IReadOnlyCollection<Candidate> matches,
        FinderChoice choice
    ) =>
        Suiting(services, FinderNeeds.Of(choice with { What = null }, vocabulary), choice)
            .Where(each => IsOpen(each.Service))
            .ExceptBy(matches.Select(match => match.Service.Href), each => each.Service.Href)
            .Select(each => each with { IsAlternative = true });

    // The first two questions say who is needed; what is chosen beside them never takes the helplines of the day and night away, nor the
    // shelter and child welfare.
    private static IEnumerable<Candidate> Beside(IEnumerable<Candidate> found, IEnumerable<Candidate> answering, Need need) =>
        need == Need.Anything
            ? []
            : answering
                .Where(each =>
                    each.Service.Readiness is Readiness.Emergency or Readiness.DayAndNight
                    || need.PutsFirst(each.Service.Aim)
                    || (need.IsAboutChild && each.Service.Aim.IsChildWelfare)
                )
                .ExceptBy(found.Select(other => other.Service.Href), each => each.Service.Href)
                .Select(each => each with { IsBeside = true });

    // A doctor's line is open too: where nobody is who can be talked to, whoever can is shown beside.
    private IEnumerable<Candidate> ToTalkTo(IEnumerable<ServiceView> services, ImmutableArray<Candidate> known, FinderChoice choice) =>
        known.Any(each => IsOpenToTalk(each.Service))
            ? []
            : Alternatives(services, known, choice).Where(each => IsOpenToTalk(each.Service)).Select(each => each with { IsBeside = true });

    private bool IsOpenToTalk(ServiceView service) =>
        service.ReadinessInAnyWay is Readiness.DayAndNight or Readiness.Open && vocabulary.IsToTalkTo(service.Aim);

    /// <summary>
    /// Null when the service does not fit. Where an interpreter is needed, a service that is not known to have none can be asked for one:
    /// it stands apart from those that are known to. Where a kind of channel is chosen, the service is as near as that; one that is open in
    /// another way is not said to be closed.
    /// </summary>
    private static Candidate? Narrow(Candidate candidate, FinderChoice choice)
    {
        var service = choice.Channel is { } kind ? candidate.Service.Through(kind) : candidate.Service;
        return
            !service.Channels.IsEmpty
            && (choice.Language is null || service.Languages.Contains(choice.Language) || service.HasInterpreter)
            && (!choice.NeedsInterpreter || service.Interpreter != false)
            && (!choice.HasPets || service.TakesPets)
            && (!choice.WithoutReferral || service.NeedsNoReferral)
            && (!choice.IsFree || service.IsFree)
            && (!choice.IsAnonymous || service.IsAnonymous)
            && (choice.Place is null || service.IsNational || service.Covers.Contains(choice.Place, StringComparer.OrdinalIgnoreCase))
            && (!choice.IsOpenNow || service.Readiness == Readiness.Emergency || IsOpen(service))
            ? service.Readiness == Readiness.Closed && IsOpen(candidate.Service)
                ? candidate with
                {
                    IsBeside = true,
                }
                : candidate with
                {
                    Service = service,
                }
            : null;
    }

    private ImmutableArray<Wording> Why(Candidate candidate, FinderChoice choice)
    {
        var service = candidate.Service;
        var interpreter = choice.NeedsInterpreter || choice.Language is not null ? InterpreterTexts.Of(service, texts) : null;
        if (candidate.IsAlternative || candidate.IsBeside)
        {
            var alternative = candidate.IsAlternative ? texts["Not for this alone, but open now"] : null;
            return [.. new[] { alternative, interpreter }.OfType<Wording>()];
        }

        var reasons = new[]
        {
            (choice.Who is not null || choice.Age is not null) && vocabulary.NameOf(candidate.Match.Audience) is { } whom
                ? texts["For: {0}", whom]
                : null,
            choice.What is null ? null
            : vocabulary.NameOf(candidate.Match.Situation) is { } what ? texts["About: {0}", what]
            : null,
            choice.Channel is null ? null : ChannelLabels.Name(service.Channels[0].Kind, texts),
            choice.Language is { } language && service.Languages.Contains(language) ? texts["Speaks {0}", language.NativeName] : null,
            interpreter,
            choice.HasPets && service.TakesPets ? texts["You can bring a pet"] : null,
            choice.WithoutReferral ? texts["You do not need a referral"] : null,
            choice.IsFree ? texts["Free of charge"] : null,
            choice.IsAnonymous ? texts["You can be anonymous"] : null,
            choice.Place is { } place && !service.IsNational ? texts["Covers {0}", place] : null,
            choice.IsOpenNow && (service.Readiness == Readiness.Emergency || IsOpen(service)) ? texts["Open now"] : null,
        };
        return [.. reasons.OfType<Wording>()];
    }
}
