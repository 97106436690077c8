using System.Collections.Frozen;
using System.Collections.Immutable;

namespace VoldCms.Services.Matching;

/// <summary>Whom a service is for: the terms of that taxonomy by their codes.</summary>
internal enum Audience
{
    Everyone = 1,

    /// <summary>Who is hurt, at any age.</summary>
    Hurt = 2,
    Young = 3,
    Adults = 4,
    Elders = 5,

    /// <summary>Who hurts others.</summary>
    Hurting = 6,
    Relatives = 7,
    Parents = 8,
    Staff = 9,

    /// <summary>Said beside the others: it narrows them, and is nobody more.</summary>
    Women = 10,

    /// <summary>As women.</summary>
    Men = 11,
}

/// <summary>What includes what among audiences, and how old they are.</summary>
internal static class Audiences
{
    /// <summary>The last age in whole years at which one is a child.</summary>
    public const int LastYearOfChildhood = 17;

    // Whom an offer to the first is an offer to as well. What is for everyone is for each of them.
    private static readonly FrozenDictionary<Audience, ImmutableArray<Audience>> s_included = new Dictionary<
        Audience,
        ImmutableArray<Audience>
    >
    {
        [Audience.Everyone] = [.. Enum.GetValues<Audience>()],
        [Audience.Hurt] = [Audience.Young, Audience.Adults, Audience.Elders],
        [Audience.Adults] = [Audience.Elders],
        [Audience.Relatives] = [Audience.Parents],
    }.ToFrozenDictionary();

    /// <summary>The audience itself first, then those that include it.</summary>
    public static IEnumerable<Audience> ThatInclude(Audience audience) =>
        s_included
            .Where(pair => pair.Key != audience && pair.Value.Contains(audience))
            .Select(pair => pair.Key)
            .Order()
            .Reverse()
            .Prepend(audience);

    /// <summary>How old the person is whom a page for all of these is about: relatives and parents ask for somebody else.</summary>
    public static AgeSpan AgesOfPerson(IReadOnlyCollection<Audience> audiences)
    {
        var ages = audiences
            .Except([Audience.Relatives, Audience.Parents, Audience.Women, Audience.Men])
            .Select(each => AgesOf(each))
            .ToList();
        return ages.Count == 0 ? AgeSpan.All : new(ages.Min(span => span.From), ages.Max(span => span.To));
    }

    /// <summary>Women or men, where one of them is said and not the other; else null.</summary>
    public static Audience? GenderOf(IReadOnlyCollection<Audience> said) =>
        said.Where(IsGender).Distinct().ToList() is [var only] ? only : null;

    /// <summary>It only narrows the others.</summary>
    public static bool IsGender(Audience audience) => audience is Audience.Women or Audience.Men;

    /// <summary>How old they are.</summary>
    public static AgeSpan AgesOf(Audience? audience) =>
        audience switch
        {
            Audience.Young => new(0, LastYearOfChildhood),
            Audience.Adults or Audience.Elders => new(LastYearOfChildhood + 1, AgeSpan.Oldest),
            _ => AgeSpan.All,
        };
}

/// <summary>Ages in whole years.</summary>
/// <param name="From">The lowest.</param>
/// <param name="To">The highest, inclusive.</param>
internal readonly record struct AgeSpan(int From, int To)
{
    public const int Oldest = 200;

    public static AgeSpan All { get; } = new(0, Oldest);

    /// <summary>Somebody is of an age that lies in both.</summary>
    public bool Meets(AgeSpan other) => From <= other.To && other.From <= To;
}
