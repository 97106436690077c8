using System.Collections.Immutable;

namespace VoldCms.Services.Matching;

/// <summary>What has happened: the terms of that taxonomy by their codes.</summary>
internal enum Situation
{
    InDanger = 1,
    BeingHurt = 2,
    WorriedAboutChild = 3,
    WorriedAboutAdult = 4,
    JustHappened = 5,
    Online = 6,
    HurtingOthers = 7,
    OlderAndNeedingHelp = 8,
    NeedingToTalk = 9,
    AtWork = 10,
}

/// <summary>What includes what among situations.</summary>
internal static class Situations
{
    private static readonly ImmutableArray<Situation> s_ofBeingHurt =
    [
        Situation.JustHappened,
        Situation.Online,
        Situation.OlderAndNeedingHelp,
        Situation.NeedingToTalk,
    ];

    /// <summary>The situation itself first, then those in which help for it is found too: who is hurt online is hurt.</summary>
    public static IEnumerable<Situation> ThatInclude(Situation situation)
    {
        yield return situation;
        if (s_ofBeingHurt.Contains(situation))
        {
            yield return Situation.BeingHurt;
        }

        if (situation == Situation.OlderAndNeedingHelp)
        {
            yield return Situation.NeedingToTalk;
        }
    }

    /// <summary>Whoever asks in it needs a safe place before all else, or is asking for somebody who does.</summary>
    public static bool CallsForShelter(Situation situation) =>
        situation
            is Situation.InDanger
                or Situation.BeingHurt
                or Situation.JustHappened
                or Situation.Online
                or Situation.OlderAndNeedingHelp
                or Situation.WorriedAboutAdult;
}
