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
    /// <param name="printed">The hours in the source's own Norwegian words, for what nobody knows more exactly; null where there are
    /// none.</param>
    /// <param name="now">The present.</param>
    /// <param name="canBeRung">Whether one can ring and ask.</param>
    /// <param name="texts">The page's.</param>
    public static OpeningView Of(string? hours, string? printed, Instant now, bool canBeRung, Texts texts)
    {
        var told = PresentationOf(hours, now);
        var opens = told.Kind == OpeningPresentationKind.Opens ? told.At : null;
        var view = new OpeningView("○", Closed, texts["Closed"], told.Comment, Availability.ReadinessOf(told.Kind), opens, told.ValidUntil)
        {
            SourceLabel = SourceWords.LabelOn(texts),
        };
        return told switch
        {
            { Kind: OpeningPresentationKind.AlwaysOpen } => view with { Sign = "●", Style = Open, Text = texts["Open day and night"] },
            { Kind: OpeningPresentationKind.OpenUntil, At: { } at } => view with
            {
                Sign = "●",
                Style = Open,
                Text = OpenUntil(at, now, texts),
            },
            { Kind: OpeningPresentationKind.ClosesSoon, At: { } at } => view with
            {
                Sign = "◐",
                Style = Soon,
                Text = texts["Closes soon, at {0}", Time(at)],
            },
            { Kind: OpeningPresentationKind.Opens, At: { } at } => view with { Text = Opens(at, now, texts) },
            { Kind: OpeningPresentationKind.Closed } => view,
            { Kind: OpeningPresentationKind.ByAppointment } => view with
            {
                Sign = "◇",
                Style = Ask,
                Text = texts["By appointment"],
                IsTold = true,
            },
            _ when printed is not null => OfSource(view, SourceWords.On(texts, printed)),
            _ => view with
            {
                Sign = "?",
                Style = Ask,
                Text = canBeRung ? texts["Call and ask when they are open"] : texts["Ask when they are open"],
            },
        };
    }

    /// <summary>What is said of a place that is open while no telephone is known to be.</summary>
    /// <param name="hours">The text of the place's hours.</param>
    /// <param name="now">The present.</param>
    /// <param name="canBeRung">Whether one can ring before one comes.</param>
    /// <param name="texts">The page's.</param>
    public static OpeningView OfHouse(string hours, Instant now, bool canBeRung, Texts texts)
    {
        var view = Of(hours, null, now, canBeRung: false, texts);
        var text = (view.Readiness, PresentationOf(hours, now).At) switch
        {
            _ when !canBeRung => view.Text,
            (Readiness.DayAndNight, _) => texts["The house is open day and night. Call first."],
            (Readiness.Open, { } at) when at - now <= s_day => texts["The house is open until {0}. Call first.", Time(at)],
            (Readiness.Open, _) => texts["The house is open. Call first."],
            _ => view.Text,
        };
        return view with { Text = text };
    }

    /// <summary>What is said of a service that says that it is open day and night.</summary>
    public static OpeningView Always(Texts texts) =>
        new("●", Open, texts["Open day and night"], null, Readiness.DayAndNight, null, Instant.MaxValue);

    private static OpeningPresentation PresentationOf(string? hours, Instant now) =>
        hours is null
            ? new OpeningPresentation(OpeningPresentationKind.Unknown, null, null, Instant.MaxValue)
            : OpeningSchedule.ParseOrUnknown(hours, out _).PresentationAt(now);

    private static OpeningView OfSource(OpeningView view, Wording printed) =>
        view with
        {
            Sign = "◇",
            Style = Ask,
            Text = printed,
            IsSourceText = true,
            IsTold = true,
        };

    // Within a day the hour alone says which one is meant.
    private static Wording OpenUntil(Instant at, Instant now, Texts texts) =>
        at - now <= s_day ? texts["Open until {0}", Time(at)] : texts["Open until {0} at {1}", Day(at, now, texts), Time(at)];

    private static Wording Opens(Instant at, Instant now, Texts texts) =>
        DaysBetween(now, at) switch
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

    private static int DaysBetween(Instant now, Instant at) => Period.DaysBetween(OsloClock.Read(now).Date, OsloClock.Read(at).Date);

    private static string Time(Instant at)
    {
        var minute = OsloClock.Read(at).Minute;
        return string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");
    }
}
