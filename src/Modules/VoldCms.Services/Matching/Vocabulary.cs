using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.Hosting.Localization;
using VoldCms.Presentation.Items;

namespace VoldCms.Services.Matching;

/// <summary>A tenant's terms, and what they mean for whom a service answers to. Immutable.</summary>
internal sealed class Vocabulary(ImmutableArray<Term> audiences, ImmutableArray<Term> situations, ImmutableArray<Term> kinds)
{
    /// <summary>The sort of service that a shelter is; null where the tenant has no such term.</summary>
    public Wording? ShelterName => ShelterTerm?.Name;

    private Term? ShelterTerm => kinds.FirstOrDefault(term => term.Code == ServiceKinds.Shelter);

    /// <summary>What a term of audiences or situations is called; null for none of them.</summary>
    public Wording? NameOf(ContentItemId? id) => audiences.Concat(situations).FirstOrDefault(term => term.Id == id)?.Name;

    /// <summary>Whether it is a term of audiences.</summary>
    public bool IsAudience(ContentItemId id) => audiences.Any(term => term.Id == id);

    /// <summary>Whether it is a term of situations.</summary>
    public bool IsSituation(ContentItemId id) => situations.Any(term => term.Id == id);

    /// <summary>The codes of the sorts that a service is of, in the order of the terms.</summary>
    public ImmutableArray<int> KindsOf(ContentItem service) => [.. ListKinds(service).Select(kind => kind.Code).OfType<int>()];

    /// <summary>What the first of the sorts that a service is of is called; null where it is of none.</summary>
    public Wording? NameOfKind(ContentItem service) => ListKinds(service).FirstOrDefault()?.Name;

    /// <summary>
    /// What a service says of itself. A shelter is for whoever is hurt and gives advice to those who meet it at work, and child welfare is
    /// for children and whoever is worried about one, at work too, whatever else is said of it.
    /// </summary>
    public Aim AimOf(ContentItem service)
    {
        var isNational = service.Flag(ServiceContentTypes.Service, "National");
        var sorts = KindsOf(service);
        var isShelter = !isNational && sorts.Contains(ServiceKinds.Shelter);
        var isChildWelfare = !isNational && sorts.Any(sort => sort is ServiceKinds.ChildWelfare or ServiceKinds.ChildWelfareOutOfHours);
        ImmutableArray<ContentItemId> saidAudiences = [.. service.Terms(ServiceContentTypes.Service, "Audiences")];
        var people = saidAudiences.Select(FindAudience).OfType<Audience>().ToList();
        ImmutableArray<ContentItemId> saidSituations = [.. service.Terms(ServiceContentTypes.Service, "Situations")];
        return new(
            [
                .. saidAudiences
                    .Union(people.TrueForAll(Audiences.IsGender) && people.Count > 0 ? Ids(Audience.Everyone) : [])
                    .Union(isShelter ? Ids(Audience.Hurt, Audience.Staff) : [])
                    .Union(isChildWelfare ? Ids(Audience.Young, Audience.Parents, Audience.Relatives, Audience.Staff) : []),
            ],
            [
                .. saidSituations
                    .Union(isShelter ? Ids(Situation.BeingHurt, Situation.InDanger, Situation.AtWork) : [])
                    .Union(isChildWelfare ? Ids(Situation.WorriedAboutChild, Situation.BeingHurt, Situation.AtWork) : []),
            ],
            new(
                service.Number(ServiceContentTypes.Service, "MinimumAge") ?? 0,
                service.Number(ServiceContentTypes.Service, "MaximumAge")
                    ?? (isChildWelfare ? Audiences.LastYearOfChildhood : AgeSpan.Oldest)
            ),
            isShelter,
            isChildWelfare,
            people.Contains(Audience.Young),
            saidAudiences is [var only] && FindAudience(only) == Audience.Staff,
            Audiences.GenderOf(people),
            isNational ? Nearness.WholeCountry
                : service.Lines(ServiceContentTypes.Service, "Covers").Count > 1 ? Nearness.Shared
                : Nearness.Own
        );
    }

    /// <summary>Any of these audiences in any of these situations, by the ids of terms; none of either for all.</summary>
    public Need NeedOf(IReadOnlyCollection<ContentItemId> whom, IReadOnlyCollection<ContentItemId> what)
    {
        var known = what.Select(FindSituation).OfType<Situation>().ToList();
        var people = whom.Select(FindAudience).OfType<Audience>().ToList();
        var asking = whom.Where(id => FindAudience(id) is not { } audience || !Audiences.IsGender(audience)).ToList();
        var person = Audiences.AgesOfPerson(people);
        var isAboutChild = person.To <= Audiences.LastYearOfChildhood || known is [Situation.WorriedAboutChild];
        return new(
            [
                .. from audience in asking.Cast<ContentItemId?>().DefaultIfEmpty()
                from situation in what.Cast<ContentItemId?>().DefaultIfEmpty()
                select new NeedCase(
                    audience is { } who ? ThatInclude(who) : null,
                    Audiences.AgesOf(audience is { } asked ? FindAudience(asked) : null),
                    situation is { } happened ? AlsoHelping(happened) : null,
                    audience is { } other && FindAudience(other) is Audience.Relatives or Audience.Parents ? person : AgeSpan.All
                ),
            ],
            known.Exists(Situations.CallsForShelter)
                && !isAboutChild
                && (
                    asking.Count == 0 || asking.Exists(id => FindAudience(id) is not (Audience.Young or Audience.Hurting or Audience.Staff))
                ),
            isAboutChild,
            Audiences.GenderOf(people)
        );
    }

    /// <summary>
    /// What a page that bears these terms is about. What is for everyone is for whoever it is; a page that says neither people nor
    /// situations is for whoever is hurt.
    /// </summary>
    /// <param name="terms">Ids of terms of whatever taxonomies.</param>
    public Need NeedOf(IReadOnlyCollection<ContentItemId> terms)
    {
        ImmutableArray<ContentItemId> whom = [.. audiences.Select(term => term.Id).Where(terms.Contains)];
        ImmutableArray<ContentItemId> what = [.. situations.Select(term => term.Id).Where(terms.Contains)];
        return NeedOf(
            whom.Any(id => FindAudience(id) == Audience.Everyone) ? [] : whom,
            whom.IsEmpty && what.IsEmpty ? Ids(Situation.BeingHurt) : what
        );
    }

    /// <summary>Whether a page or a service that bears these terms is for whoever is in danger now.</summary>
    public bool AreAboutDanger(IReadOnlyCollection<ContentItemId> terms) => Ids(Situation.InDanger).Any(terms.Contains);

    /// <summary>Whether such a service is there to be talked to; each is where the tenant has no term for that.</summary>
    public bool IsToTalkTo(Aim aim) => Ids(Situation.NeedingToTalk) is not [var talking, ..] || aim.Situations.Contains(talking);

    /// <summary>Whoever is hurt.</summary>
    public Need BeingHurt => NeedOf(Ids(Audience.Hurt), Ids(Situation.BeingHurt));

    /// <summary>These people of that age, in the first of these situations or in one that is as good.</summary>
    /// <param name="whom">The audience.</param>
    /// <param name="person">How old the person is.</param>
    /// <param name="takesUnsaid">Services that say no situation are wanted too.</param>
    /// <param name="what">The situations.</param>
    public NeedCase? CaseOf(Audience whom, AgeSpan person, bool takesUnsaid, params ReadOnlySpan<Situation> what) =>
        Ids(whom) is [var id, ..] ? new(ThatInclude(id), Audiences.AgesOf(whom), Ids(what), person, takesUnsaid) : null;

    private ImmutableArray<ContentItemId> ThatInclude(ContentItemId id) =>
        FindAudience(id) is { } audience ? Ids([.. Audiences.ThatInclude(audience)]) : [id, .. Ids(Audience.Everyone)];

    private ImmutableArray<ContentItemId> AlsoHelping(ContentItemId id) =>
        FindSituation(id) is { } situation ? Ids([.. Situations.ThatInclude(situation)]) : [id];

    private IEnumerable<Term> ListKinds(ContentItem service)
    {
        var ids = service.Terms(ServiceContentTypes.Service, "Kinds");
        return kinds.Where(kind => ids.Contains(kind.Id));
    }

    private Audience? FindAudience(ContentItemId id) =>
        audiences.FirstOrDefault(term => term.Id == id)?.Code is { } code && Enum.IsDefined((Audience)code) ? (Audience)code : null;

    private Situation? FindSituation(ContentItemId id) =>
        situations.FirstOrDefault(term => term.Id == id)?.Code is { } code && Enum.IsDefined((Situation)code) ? (Situation)code : null;

    // In the order of what is asked for; a term that the tenant does not have is left out.
    private ImmutableArray<ContentItemId> Ids(params ReadOnlySpan<Audience> wanted) =>
        Ids(audiences, [.. wanted.ToArray().Select(each => (int)each)]);

    private ImmutableArray<ContentItemId> Ids(params ReadOnlySpan<Situation> wanted) =>
        Ids(situations, [.. wanted.ToArray().Select(each => (int)each)]);

    private static ImmutableArray<ContentItemId> Ids(ImmutableArray<Term> terms, ImmutableArray<int> codes) =>
        [.. codes.SelectMany(code => terms.Where(term => term.Code == code)).Select(term => term.Id)];
}

/// <summary>Reads the tenant's terms, once a request. Scoped.</summary>
internal sealed class VocabularyReader(TermReader terms)
{
    private Vocabulary? _read;

    public async ValueTask<Vocabulary> ReadAsync(CancellationToken cancellationToken) =>
        _read ??= new(
            await terms.ListAsync(ServiceContentTypes.Audiences, cancellationToken),
            await terms.ListAsync(ServiceContentTypes.Situations, cancellationToken),
            await terms.ListAsync(ServiceContentTypes.Kinds, cancellationToken)
        );
}
