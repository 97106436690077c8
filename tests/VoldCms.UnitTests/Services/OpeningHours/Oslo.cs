using NodaTime;

namespace VoldCms.UnitTests.Services.OpeningHours;

/// <summary>Instants by the clock in Oslo.</summary>
internal static class Oslo
{
    public static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Oslo"];

    /// <summary>
    /// That time of day; the first of the two where it comes twice. A time that the clock skips is a mistake of the test.
    /// </summary>
    public static Instant At(int year, int month, int day, int hour, int minute) =>
        Zone.MapLocal(new LocalDateTime(year, month, day, hour, minute)).First().ToInstant();

    /// <summary>The second of the two where the time comes twice.</summary>
    public static Instant SecondAt(int year, int month, int day, int hour, int minute) =>
        Zone.MapLocal(new LocalDateTime(year, month, day, hour, minute)).Last().ToInstant();
}
