using System.Collections.Immutable;
using NodaTime;
using VoldCms.Hosting.Localization;

namespace VoldCms.Services.Channels;

/// <summary>What is said of the hours at this moment.</summary>
/// <param name="Sign">A sign that is told apart by its shape, not by its colour.</param>
/// <param name="Style">The name of its look: open, soon, ask, closed.</param>
/// <param name="Text">In words.</param>
/// <param name="Comment">The hours' own comment, as written; null when there is none.</param>
/// <param name="Readiness">Where it stands in the order.</param>
/// <param name="Opens">When it opens next, for what is closed; null when nobody knows.</param>
/// <param name="ValidUntil">The first moment at which something else is said.</param>
internal sealed record OpeningView(
    string Sign,
    string Style,
    Wording Text,
    string? Comment,
    Readiness Readiness,
    Instant? Opens,
    Instant ValidUntil
)
{
    /// <summary><see cref="Text"/> is the source's own, since nothing more exact is known.</summary>
    public bool IsSourceText { get; init; }

    /// <summary>
    /// What names the source's own words, <see cref="Comment"/> and where <see cref="IsSourceText"/> says so <see cref="Text"/>, where
    /// they are in another language than the page; else null.
    /// </summary>
    public Wording? SourceLabel { get; init; }

    /// <summary>Nobody knows whether it is open now, yet <see cref="Text"/> says when it is.</summary>
    public bool IsTold { get; init; }
}

/// <summary>One way to get in touch, finished.</summary>
internal sealed record ChannelView
{
    public required ChannelKind Kind { get; init; }

    /// <summary>The number, the address or the domain, as people read it.</summary>
    public required string Text { get; init; }

    /// <summary>Null when there is nothing to follow or ring.</summary>
    public string? Href { get; init; }

    /// <summary>It leads to another site.</summary>
    public bool IsOutside { get; init; }

    public required Readiness Readiness { get; init; }

    /// <summary>Null where hours mean nothing: an emergency number, e-mail, a website.</summary>
    public OpeningView? Opening { get; init; }

    /// <summary>The hours in the source's own words; null where <see cref="Opening"/> says just them.</summary>
    public string? HoursText { get; init; }

    public string? Note { get; init; }

    /// <summary>What is known of price and anonymity.</summary>
    public ImmutableArray<Wording> Assurances { get; init; } = [];

    /// <summary>Null for an emergency number, which is beyond doubt.</summary>
    public Verification? Verification { get; init; }

    /// <summary>The text is a number, read from left to right in every script.</summary>
    public bool IsNumber => Kind is ChannelKind.Phone or ChannelKind.Sms && !IsOutside;
}

/// <summary>A place to go to. Secret places never get this far: the engine does not hand them out.</summary>
internal sealed record PlaceView(
    string Name,
    string? Address,
    string? Access,
    string? HoursText,
    OpeningView? Opening,
    Verification Verification
);
