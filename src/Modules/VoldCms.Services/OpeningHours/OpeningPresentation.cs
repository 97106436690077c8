using NodaTime;

namespace VoldCms.Services.OpeningHours;

/// <summary>What a person is told of a channel's hours.</summary>
internal enum OpeningPresentationKind
{
    /// <summary>Ring and ask.</summary>
    Unknown,

    /// <summary>Open, and no change lies within <see cref="OpeningSchedule.HorizonDays"/>.</summary>
    AlwaysOpen,

    /// <summary>Open for at least <see cref="OpeningPresentation.SoonMinutes"/> more minutes.</summary>
    OpenUntil,

    /// <summary>Open, for less than <see cref="OpeningPresentation.SoonMinutes"/> minutes.</summary>
    ClosesSoon,

    /// <summary>Closed, and known when it opens.</summary>
    Opens,

    /// <summary>Closed, and no opening lies within <see cref="OpeningSchedule.HorizonDays"/>.</summary>
    Closed,

    /// <summary>Open to those who have an appointment: now, or at some time though never without one.</summary>
    ByAppointment,
}

/// <summary>A channel's hours as a person is told them at one moment: a kind and instants, no words.</summary>
/// <param name="At">
/// When it closes (<see cref="OpeningPresentationKind.OpenUntil"/>, <see cref="OpeningPresentationKind.ClosesSoon"/>), or when it next
/// is open for certain (<see cref="OpeningPresentationKind.Opens"/>, <see cref="OpeningPresentationKind.Unknown"/>,
/// <see cref="OpeningPresentationKind.ByAppointment"/>); null when there is no such moment within the horizon.
/// </param>
/// <param name="Comment">The text's own comment on the present state, as written, or null.</param>
/// <param name="ValidUntil">Until when, exclusive, the same presentation holds; never later than the horizon.</param>
internal readonly record struct OpeningPresentation(OpeningPresentationKind Kind, Instant? At, string? Comment, Instant ValidUntil)
{
    /// <summary>Below this many minutes of opening left, a channel closes soon.</summary>
    public const int SoonMinutes = 30;
}
