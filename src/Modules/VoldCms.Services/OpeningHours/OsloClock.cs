using NodaTime;

namespace VoldCms.Services.OpeningHours;

/// <summary>
/// The wall clock in Norway, in whole minutes. An hour that is skipped passes in no time, and an hour that comes twice counts once, the
/// first time: a span has one beginning and one end on every night.
/// </summary>
internal static class OsloClock
{
    private static readonly DateTimeZone s_zone = DateTimeZoneProviders.Tzdb["Europe/Oslo"];

    /// <summary>The date, and the latest minute of it that the clock has shown by then.</summary>
    public static (LocalDate Date, int Minute) Read(Instant instant)
    {
        var interval = s_zone.GetZoneInterval(instant);
        var local = instant.WithOffset(interval.WallOffset).LocalDateTime;
        if (interval.HasStart && instant - interval.Start < Duration.FromHours(3))
        {
            // While the hour comes the second time, the clock stands at its last minute.
            var shown = s_zone.GetZoneInterval(interval.Start - Duration.Epsilon).IsoLocalEnd.PlusMinutes(-1);
            local = LocalDateTime.Max(local, shown);
        }

        return (local.Date, (local.Hour * 60) + local.Minute);
    }

    /// <summary>The first instant at which the clock shows that minute of that date, or a later one.</summary>
    /// <param name="minute">From 0 to 1439.</param>
    public static Instant InstantOf(LocalDate date, int minute)
    {
        var mapping = s_zone.MapLocal(date.At(new LocalTime(minute / 60, minute % 60)));
        return mapping.Count == 0 ? mapping.LateInterval.Start : mapping.First().ToInstant();
    }
}
