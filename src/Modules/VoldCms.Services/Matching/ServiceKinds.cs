using System.Collections.Immutable;
using VoldCms.Hosting.Localization;
using VoldCms.Services.Channels;

namespace VoldCms.Services.Matching;

/// <summary>
/// The sorts of service that pages tell apart, by the codes of their terms. What each is for stands here in one line, for services
/// whose own words are not in the language of the page.
/// </summary>
internal static class ServiceKinds
{
    /// <summary>A crisis shelter.</summary>
    public const int Shelter = 4;

    /// <summary>The municipality's child welfare service.</summary>
    public const int ChildWelfare = 5;

    /// <summary>Child welfare while the service is closed.</summary>
    public const int ChildWelfareOutOfHours = 6;

    private const int EmergencyNumber = 1;

    private const int Police = 3;

    /// <summary>Null for a sort that is told by its name alone.</summary>
    /// <param name="kinds">
    /// The codes of a service's sorts; the first that has a line gives it. What answers while child welfare is closed says so, whatever
    /// else it is, and that something is an emergency number is said where nothing else is.
    /// </param>
    /// <param name="channels">Those that the line stands beside: what it says of urgency goes with their numbers.</param>
    /// <param name="texts">The page's.</param>
    public static Wording? FindLine(ImmutableArray<int> kinds, ImmutableArray<ChannelView> channels, Texts texts) =>
        kinds
            .OrderBy(RankOf)
            .Select(kind => kind == Police ? LineOfPolice(channels, texts) : FindLine(kind, texts))
            .FirstOrDefault(line => line is not null);

    private static int RankOf(int kind) =>
        kind switch
        {
            ChildWelfareOutOfHours => 0,
            EmergencyNumber => 2,
            _ => 1,
        };

    // Nobody may read beside 112 that it is for what can wait.
    private static Wording LineOfPolice(ImmutableArray<ChannelView> channels, Texts texts)
    {
        ImmutableArray<ChannelView> emergency = [.. channels.Where(channel => channel.Readiness == Readiness.Emergency)];
        return emergency.IsEmpty ? texts["When you need the police, and it is not urgent."]
            : emergency.Length == channels.Length ? texts["When life or health is in danger."]
            : texts[
                "Call {0} when life or health is in danger, and the other numbers when it is not urgent.",
                string.Join(", ", emergency.Select(channel => channel.Text))
            ];
    }

    private static Wording? FindLine(int kind, Texts texts) =>
        kind switch
        {
            EmergencyNumber => texts["Emergency number"],
            2 => texts["Someone to talk to, who can also help you find other help."],
            Shelter => texts["A safe place to stay, and someone to talk to, when someone close to you hurts or threatens you."],
            ChildWelfare => texts["When a child is not safe or well at home."],
            ChildWelfareOutOfHours => texts["When a child needs help and the child welfare service is closed."],
            7 => texts["Medical help after rape and sexual abuse."],
            8 => texts["When you need a doctor and cannot wait."],
            9 => texts["Talks about what is difficult in the family."],
            10 => texts["For anyone who hurts others and wants to stop."],
            11 => texts["Someone to talk to about sexual abuse, now or long ago."],
            12 => texts["Where children can tell what has happened to them, and get help."],
            13 => texts["Help with your health."],
            14 => texts["Help when life feels heavy."],
            16 => texts["Help with money, housing and work."],
            17 => texts["Advice, and someone to talk to."],
            18 => texts["Support before, during and after a report to the police."],
            _ => null,
        };
}
