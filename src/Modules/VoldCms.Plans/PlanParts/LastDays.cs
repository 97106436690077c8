using System.Globalization;
using VoldCms.Hosting.Localization;

namespace VoldCms.Plans.PlanParts;

/// <summary>Writes the last day that a phrase of a plan allows, no finer than the phrase is.</summary>
internal static class LastDays
{
    /// <summary>"2025" for the last day of a year, "March 2025" for that of a month, else the day.</summary>
    public static string Write(DateOnly day, Texts texts) =>
        day is { Month: 12, Day: 31 } ? day.Year.ToString(CultureInfo.InvariantCulture)
        : day.AddDays(1).Day == 1 ? day.ToString("MMMM yyyy", texts.Culture.Formatting)
        : day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
}
