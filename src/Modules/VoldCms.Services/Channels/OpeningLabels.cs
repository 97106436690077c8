using System.Globalization;
using NodaTime;
using VoldCms.Hosting.Localization;
using VoldCms.Services.OpeningHours;

namespace VoldCms.Services.Channels;

/// <summary>The state of opening hours in words. The clock is Norway's, the words are the page's.</summary>
internal static class OpeningLabels
{
    private const string Open = "open";
    private const string Soon = "soon";
    private const string Ask = "ask";
    private const string Closed = "closed";
    private const int DaysOfWeek = 7;

    private static readonly Duration s_day = Duration.FromDays(1);

    /// <summary>What is said at <paramref name="now"/>.</summary>
    /// <param name="hours">The text of the hours; null or outside the syntax means that nobody knows.</param>
    /// <param name="now">The present.</param>
    /// <param name="canBeRung">Whether one can ring and ask.</param>
    /// <param name="texts">The page's.</param>
    public static OpeningView Of(string? hours, Instant now, bool canBeRung, Texts texts)
    {
        var told = hours is null
            ? new OpeningPresentation(OpeningPresentationKind.Unknown, null, null, Instant.MaxValue)
            : OpeningSchedule.ParseOrUnknown(hours, out _).PresentationAt(now);
        return told switch
        {
            { Kind: OpeningPresentationKind.AlwaysOpen } => new("●", Open, texts["Open day and night"], told.Comment, Readiness.DayAndNight, null, told.ValidUntil),
            { Kind: OpeningPresentationKind.OpenUntil, At: { } at } => new("●", Open, OpenUntil(at, now, texts), told.Comment, Readiness.Open, null, told.ValidUntil),
            { Kind: OpeningPresentationKind.ClosesSoon, At: { } at } =>
                new("◐", Soon, texts["Closes soon, at {0}", Time(at)], told.Comment, Readiness.Open, null, told.ValidUntil),
            { Kind: OpeningPresentationKind.Opens, At: { } at } => new("○", Closed, Opens(at, now, texts), told.Comment, Readiness.Closed, at, told.ValidUntil),
            { Kind: OpeningPresentationKind.ByAppointment } => new("◇", Ask, texts["By appointment"], told.Comment, Readiness.Ask, null, told.ValidUntil),
            { Kind: OpeningPresentationKind.Closed } => new("○", Closed, texts["Closed"], told.Comment, Readiness.Closed, null, told.ValidUntil),
            _ => new("?", Ask, canBeRung ? texts["Opening hours not known: call and ask"] : texts["Opening hours not known"], told.Comment, Readiness.Ask, null, told.ValidUntil),
        };
    }

    // Within a day the hour alone says which one is meant.
    private static Wording OpenUntil(Instant at, Instant now, Texts texts) =>
        at - now <= s_day ? texts["Open until {0}", Time(at)] : texts["Open until {0} at {1}", Day(at, now, texts), Time(at)];

    private static Wording Opens(Instant at, Instant now, Texts texts) => DaysBetween(now, at) switch
    {
        0 => texts["Closed now, opens today at {0}", Time(at)],
        1 => texts["Closed now, opens tomorrow at {0}", Time(at)],
        _ => texts["Closed now, opens {0} at {1}", Day(at, now, texts), Time(at)],
    };

    // The weekday while it cannot be mistaken for another week's.
    private static string Day(Instant at, Instant now, Texts texts)
    {
        var date = OsloClock.Read(at).Date;
        return DaysBetween(now, at) < DaysOfWeek
            ? texts.Culture.Formatting.DateTimeFormat.GetDayName(date.ToDateOnly().DayOfWeek)
            : date.ToDateOnly().ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
    }

    private static int DaysBetween(Instant now, Instant at) =>
        Period.DaysBetween(OsloClock.Read(now).Date, OsloClock.Read(at).Date);

    private static string Time(Instant at)
    {
        var minute = OsloClock.Read(at).Minute;
        return string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");
    }
}
