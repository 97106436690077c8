namespace VoldCms.Plans;

/// <summary>Days as they are counted where the plans hold.</summary>
internal static class NorwegianDays
{
    private static readonly TimeZoneInfo s_zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo");

    /// <summary>Which day it is in Norway at a moment.</summary>
    public static DateOnly Of(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, s_zone).DateTime);

    /// <summary>The moment at which the day is over in Norway.</summary>
    public static DateTimeOffset EndOf(DateOnly day)
    {
        var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new(midnight, s_zone.GetUtcOffset(midnight));
    }

    /// <summary>The day as it is stored: its midnight in UTC.</summary>
    public static DateTimeOffset ToStored(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}
