using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using VoldCms.ContentManagement.Localization;
using VoldCms.Hosting.Caching;
using VoldCms.Services.Channels;

namespace VoldCms.Services.Finding;

/// <summary>Where a service is.</summary>
internal enum ServiceArea
{
    Near = 1,
    WholeCountry = 2,
}

/// <summary>
/// What the finder is asked, as it stands in the address: <c>?h=2&amp;t=5&amp;sprak=ar</c>. The codes say nothing to whoever
/// reads over a shoulder; an unknown one is passed over.
/// </summary>
internal sealed record FinderChoice
{
    public const string WhoKey = "h";
    public const string WhatKey = "t";
    public const string WhereKey = "s";
    public const string ChannelKey = "k";
    public const string LanguageKey = "sprak";
    public const string OpenKey = "a";

    /// <summary>The audience "everyone": as a choice it narrows nothing, on a service it answers to every choice.</summary>
    public const int Everyone = 1;

    /// <summary>The code of whom it is for; null for anyone.</summary>
    public int? Who { get; init; }

    /// <summary>The code of what has happened; null for anything.</summary>
    public int? What { get; init; }

    /// <summary>Null for anywhere.</summary>
    public ServiceArea? Where { get; init; }

    /// <summary>How to get in touch; null for any way.</summary>
    public ChannelKind? Channel { get; init; }

    /// <summary>The language to speak; null for any.</summary>
    public Culture? Language { get; init; }

    /// <summary>Only what is open at this moment.</summary>
    public bool IsOpenNow { get; init; }

    public bool IsEmpty => this == new FinderChoice();

    /// <summary>Something beside the two first questions is chosen.</summary>
    public bool HasMore => this with { Who = null, What = null } is { IsEmpty: false };

    /// <summary>What the address can say.</summary>
    public static ImmutableArray<QueryParameter> ParametersOf(FinderQuestions questions) =>
    [
        new(WhoKey, Codes(questions.Who.Select(term => term.Code).Where(code => code != Everyone))),
        new(WhatKey, Codes(questions.What.Select(term => term.Code))),
        new(WhereKey, Codes(Enum.GetValues<ServiceArea>().Select(area => (int?)area))),
        new(ChannelKey, Codes(Enum.GetValues<ChannelKind>().Select(kind => (int?)CodeOf(kind)))),
        new(LanguageKey, questions.Languages.Select(language => language.Name)),
        new(OpenKey, ["1"]),
    ];

    /// <summary>Reads what the address says, and keeps what exists.</summary>
    public static FinderChoice Read(IQueryCollection query, FinderQuestions questions) => new()
    {
        Who = Code(query[WhoKey]) is { } who and not Everyone && questions.Who.Any(term => term.Code == who) ? who : null,
        What = Code(query[WhatKey]) is { } what && questions.What.Any(term => term.Code == what) ? what : null,
        Where = Code(query[WhereKey]) is { } where && Enum.IsDefined((ServiceArea)where) ? (ServiceArea)where : null,
        Channel = Code(query[ChannelKey]) is { } code && FindChannel(code) is { } channel ? channel : null,
        Language = questions.Languages.FirstOrDefault(language => language.Name.Equals(query[LanguageKey], StringComparison.OrdinalIgnoreCase)),
        IsOpenNow = Code(query[OpenKey]) == 1,
    };

    /// <summary>What stands for a kind of channel in addresses, from 1.</summary>
    public static int CodeOf(ChannelKind kind) => (int)kind + 1;

    private static IEnumerable<string> Codes(IEnumerable<int?> codes) => codes.OfType<int>().Select(code => code.ToString(CultureInfo.InvariantCulture));

    private static ChannelKind? FindChannel(int code) => Enum.IsDefined((ChannelKind)(code - 1)) ? (ChannelKind)(code - 1) : null;

    private static int? Code(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : null;
}
