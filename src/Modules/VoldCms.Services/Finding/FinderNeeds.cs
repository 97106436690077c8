using System.Collections.Immutable;
using VoldCms.Services.Matching;

namespace VoldCms.Services.Finding;

/// <summary>What the finder's answers mean in the words that services are described with.</summary>
internal static class FinderNeeds
{
    // Whoever only says that somebody is hurt is shown these too; an emergency number is for whoever says that there is danger.
    private static readonly ImmutableArray<Situation> s_whoIsHurt = [Situation.JustHappened, Situation.Online, Situation.NeedingToTalk];

    /// <summary>The need behind a choice; <see cref="Need.Anything"/> where nothing is said of people and what has happened.</summary>
    public static Need Of(FinderChoice choice, Vocabulary vocabulary)
    {
        if (choice is { Who: null, What: null, Age: null })
        {
            return Need.Anything;
        }

        var person = Audiences.AgesOf(choice.Age);
        return new(
            [
                .. from each in ListCases(choice)
                let asked = choice.What is { } what ? each.Bases.Prepend(what) : each.Bases.Concat(UnlessSaid(choice.Who))
                let found = vocabulary.CaseOf(each.Whom, person, choice.What is null, [.. asked])
                where found is not null
                select found,
            ],
            choice.Age != Audience.Young
                && (
                    choice.Who is Asker.Myself or Asker.AboutSomeoneElse
                    || (choice is { Who: null, What: { } happened } && Situations.CallsForShelter(happened))
                ),
            choice is { Who: Asker.AboutChild } or { Who: not Asker.Hurting, Age: Audience.Young }
        );
    }

    // Whoever a child is hurt near may ring for it, and the child itself; so with grown people.
    private static IEnumerable<(Audience Whom, ImmutableArray<Situation> Bases)> ListCases(FinderChoice choice) =>
        choice switch
        {
            { Who: Asker.Hurting } => [(Audience.Hurting, [Situation.HurtingOthers])],
            { Who: Asker.AtWork, Age: Audience.Young } =>
            [
                (Audience.Staff, [Situation.AtWork, Situation.WorriedAboutChild]),
                (Audience.Young, [Situation.WorriedAboutChild]),
            ],
            { Who: Asker.AtWork } => [(Audience.Staff, [Situation.AtWork, Situation.WorriedAboutChild, Situation.WorriedAboutAdult])],
            { Who: Asker.AboutChild } or { Who: Asker.AboutSomeoneElse, Age: Audience.Young } =>
            [
                (Audience.Young, [Situation.WorriedAboutChild, Situation.BeingHurt]),
                (Audience.Relatives, [Situation.WorriedAboutChild]),
                (Audience.Parents, [Situation.WorriedAboutChild]),
            ],
            { Who: Asker.AboutSomeoneElse } =>
            [
                .. GrownUps(choice.Age)
                    .Select(whom => (whom, (ImmutableArray<Situation>)[Situation.WorriedAboutAdult, Situation.BeingHurt])),
                (Audience.Relatives, [Situation.WorriedAboutAdult]),
            ],
            _ => Anyone(choice.Age).Select(whom => (whom, (ImmutableArray<Situation>)[Situation.BeingHurt])),
        };

    private static ImmutableArray<Audience> GrownUps(Audience? age) => age is { } known ? [known] : [Audience.Adults, Audience.Elders];

    private static ImmutableArray<Audience> Anyone(Audience? age) => age is { } known ? [known] : [Audience.Hurt, .. FinderChoice.Ages];

    private static ImmutableArray<Situation> UnlessSaid(Asker? who) =>
        who switch
        {
            Asker.Hurting => [Situation.NeedingToTalk],
            Asker.AtWork => [],
            _ => s_whoIsHurt,
        };
}
