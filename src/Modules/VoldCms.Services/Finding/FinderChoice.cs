using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace VoldCms.Services.Finding;

/// <summary>
/// What the finder is asked, as it stands in the address: <c>?h=2&amp;t=5</c>. The codes say nothing to whoever reads over a
/// shoulder; an unknown one is passed over.
/// </summary>
/// <param name="Who">The code of whom it is for; null for anyone.</param>
/// <param name="What">The code of what has happened; null for anything.</param>
internal sealed record FinderChoice(int? Who, int? What)
{
    public const string WhoKey = "h";
    public const string WhatKey = "t";

    /// <summary>The parameters of the address.</summary>
    public static readonly ImmutableArray<string> Keys = [WhoKey, WhatKey];

    /// <summary>The audience "everyone": as a choice it narrows nothing, on a service it answers to every choice.</summary>
    public const int Everyone = 1;

    public bool IsEmpty => Who is null && What is null;

    /// <summary>Reads what the address says, and keeps what exists.</summary>
    public static FinderChoice Read(IQueryCollection query, FinderQuestions questions) => new(
        Code(query[WhoKey]) is { } who and not Everyone && questions.Who.Any(term => term.Code == who) ? who : null,
        Code(query[WhatKey]) is { } what && questions.What.Any(term => term.Code == what) ? what : null);

    private static int? Code(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : null;
}
