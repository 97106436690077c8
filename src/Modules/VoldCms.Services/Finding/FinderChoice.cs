using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using VoldCms.ContentManagement.Localization;
using VoldCms.Hosting.Caching;
using VoldCms.Services.Channels;
using VoldCms.Services.Matching;

namespace VoldCms.Services.Finding;

/// <summary>Whom it is about, in the words of whoever asks. The codes are those of the audience that is nearest.</summary>
internal enum Asker
{
    Myself = Audience.Hurt,
    AboutChild = Audience.Young,
    AboutSomeoneElse = Audience.Relatives,
    Hurting = Audience.Hurting,
    AtWork = Audience.Staff,
}

/// <summary>
/// What the finder is asked, as it stands in the address: <c>?h=2&amp;t=5&amp;sprak=ar</c>. The codes say nothing to whoever
/// reads over a shoulder; an unknown one is passed over, and one of the terms that the questions were once made of is read as
/// what is nearest.
/// </summary>
internal sealed record FinderChoice
{
    public const string WhoKey = "h";
    public const string WhatKey = "t";
    public const string AgeKey = "g";
    public const string ChannelKey = "k";
    public const string LanguageKey = "sprak";
    public const string InterpreterKey = "i";
    public const string PetsKey = "d";
    public const string OpenKey = "a";
    public const string ReferralKey = "u";
    public const string FreeKey = "p";
    public const string AnonymousKey = "n";
    public const string PlaceKey = "o";

    /// <summary>The answers to whom it is about.</summary>
    public static readonly ImmutableArray<Asker> Askers =
    [
        Asker.Myself,
        Asker.AboutChild,
        Asker.AboutSomeoneElse,
        Asker.Hurting,
        Asker.AtWork,
    ];

    /// <summary>The answers to what has happened: none that says again whom it is about.</summary>
    public static readonly ImmutableArray<Situation> Topics =
    [
        Situation.InDanger,
        Situation.JustHappened,
        Situation.Online,
        Situation.NeedingToTalk,
    ];

    /// <summary>The answers to how old that person is.</summary>
    public static readonly ImmutableArray<Audience> Ages = [Audience.Young, Audience.Adults, Audience.Elders];

    /// <summary>Whom it is about; null for anyone.</summary>
    public Asker? Who { get; init; }

    /// <summary>What has happened, one of <see cref="Topics"/>; null for anything.</summary>
    public Situation? What { get; init; }

    /// <summary>How old the person is, one of <see cref="Ages"/>; null for any age.</summary>
    public Audience? Age { get; init; }

    /// <summary>How to get in touch; null for any way.</summary>
    public ChannelKind? Channel { get; init; }

    /// <summary>The language to speak; null for any.</summary>
    public Culture? Language { get; init; }

    /// <summary>An interpreter is needed: who is known to have none is left out, and who has not said stands apart.</summary>
    public bool NeedsInterpreter { get; init; }

    /// <summary>Only where one can bring a pet.</summary>
    public bool HasPets { get; init; }

    /// <summary>Only what is open at this moment.</summary>
    public bool IsOpenNow { get; init; }

    /// <summary>Only what one can come to without a referral.</summary>
    public bool WithoutReferral { get; init; }

    /// <summary>Only what costs nothing.</summary>
    public bool IsFree { get; init; }

    /// <summary>Only where one need not say who one is.</summary>
    public bool IsAnonymous { get; init; }

    /// <summary>Only what says that it covers this place, and what is for the whole country; null for any.</summary>
    public string? Place { get; init; }

    public bool IsEmpty => this == new FinderChoice();

    /// <summary>Something beside the first questions is chosen.</summary>
    public bool HasMore => this with { Who = null, What = null, Age = null } is { IsEmpty: false };

    /// <summary>What the address can say.</summary>
    public static ImmutableArray<QueryParameter> ParametersOf(FinderQuestions questions) =>
        [
            new(WhoKey, Codes(Enum.GetValues<Audience>().Except([Audience.Everyone]).Select(code => (int)code))),
            new(WhatKey, Codes(Enum.GetValues<Situation>().Select(code => (int)code))),
            new(AgeKey, Codes(Ages.Select(age => (int)age))),
            new(ChannelKey, Codes(Enum.GetValues<ChannelKind>().Select(CodeOf))),
            new(LanguageKey, questions.Languages.Select(language => language.Name)),
            new(InterpreterKey, ["1"]),
            new(PetsKey, ["1"]),
            new(OpenKey, ["1"]),
            new(ReferralKey, ["1"]),
            new(FreeKey, ["1"]),
            new(AnonymousKey, ["1"]),
            new(PlaceKey, questions.Places),
        ];

    /// <summary>Reads what the address says, and keeps what exists.</summary>
    public static FinderChoice Read(IQueryCollection query, FinderQuestions questions)
    {
        var who = Find<Audience>(query[WhoKey]);
        var what = Find<Situation>(query[WhatKey]);
        return new()
        {
            Who = AskerOf(who) ?? AskerOf(what),
            What = what is { } happened && Topics.Contains(happened) ? happened : null,
            Age = Find<Audience>(query[AgeKey]) is { } age && Ages.Contains(age) ? age : AgeOf(who, what),
            Channel = Code(query[ChannelKey]) is { } code && FindChannel(code) is { } channel ? channel : null,
            Language = questions.Languages.FirstOrDefault(language =>
                language.Name.Equals(query[LanguageKey], StringComparison.OrdinalIgnoreCase)
            ),
            NeedsInterpreter = Code(query[InterpreterKey]) == 1,
            HasPets = Code(query[PetsKey]) == 1,
            IsOpenNow = Code(query[OpenKey]) == 1,
            WithoutReferral = Code(query[ReferralKey]) == 1,
            IsFree = Code(query[FreeKey]) == 1,
            IsAnonymous = Code(query[AnonymousKey]) == 1,
            Place = questions.Places.FirstOrDefault(place => place.Equals(query[PlaceKey], StringComparison.OrdinalIgnoreCase)),
        };
    }

    /// <summary>What stands for a kind of channel in addresses, from 1.</summary>
    public static int CodeOf(ChannelKind kind) => (int)kind + 1;

    private static IEnumerable<string> Codes(IEnumerable<int> codes) => codes.Select(code => code.ToString(CultureInfo.InvariantCulture));

    private static Asker? AskerOf(Audience? who) =>
        who switch
        {
            Audience.Hurt or Audience.Adults or Audience.Elders or Audience.Women or Audience.Men => Asker.Myself,
            Audience.Young or Audience.Parents => Asker.AboutChild,
            Audience.Relatives => Asker.AboutSomeoneElse,
            Audience.Hurting => Asker.Hurting,
            Audience.Staff => Asker.AtWork,
            _ => null,
        };

    private static Asker? AskerOf(Situation? what) =>
        what switch
        {
            Situation.BeingHurt or Situation.OlderAndNeedingHelp => Asker.Myself,
            Situation.WorriedAboutChild => Asker.AboutChild,
            Situation.WorriedAboutAdult => Asker.AboutSomeoneElse,
            Situation.HurtingOthers => Asker.Hurting,
            Situation.AtWork => Asker.AtWork,
            _ => null,
        };

    private static Audience? AgeOf(Audience? who, Situation? what) =>
        who is Audience.Adults or Audience.Elders ? who
        : who is null && what is Situation.OlderAndNeedingHelp ? Audience.Elders
        : null;

    private static ChannelKind? FindChannel(int code) => Enum.IsDefined((ChannelKind)(code - 1)) ? (ChannelKind)(code - 1) : null;

    private static T? Find<T>(string? text)
        where T : struct, Enum => Code(text) is { } code && Enum.IsDefined(typeof(T), code) ? (T)Enum.ToObject(typeof(T), code) : null;

    private static int? Code(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : null;
}
