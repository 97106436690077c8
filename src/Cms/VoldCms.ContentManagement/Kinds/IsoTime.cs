using System.Globalization;
using System.Text.RegularExpressions;

namespace VoldCms.ContentManagement.Kinds;

/// <summary>
/// Days, points in time and times of day as text: ISO 8601 in its extended form alone (RFC 3339's profile of it), and what Orchard Core
/// stores. A text that means one thing here and another elsewhere, <c>02/03/2026</c>, is none.
/// </summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc3339#section-5.6"/>
public static partial class IsoTime
{
    /// <summary>What a day is, for errors.</summary>
    public const string ExpectedDay = "a date such as \"2027-06-30\" (ISO 8601)";

    /// <summary>What a point in time is, for errors.</summary>
    public const string ExpectedInstant = "a point in time such as \"2027-06-30T08:00:00Z\" or \"2027-06-30T10:00+02:00\" (ISO 8601)";

    /// <summary>What a time is, for errors.</summary>
    public const string ExpectedTime = "a time such as \"08:30\" or \"08:30:00\" (ISO 8601)";

    /// <summary>
    /// A point in time from the year 1 to 9999: a day, its midnight; a day with a time, in UTC where it says no offset, as Orchard Core
    /// stores it. Of a second ten million parts are kept.
    /// </summary>
    public static bool TryReadInstant(string text, out DateTimeOffset instant)
    {
        instant = default;
        return Instant().Match(text) is { Success: true } match && TryMake(match, Offset(match), out instant);
    }

    /// <summary>
    /// A day as its midnight in UTC. With an offset, <c>2027-06-30T00:30:00+02:00</c>, it is the day that is written, wherever that was; a
    /// time in UTC stays what it is, as Orchard Core may have stored it.
    /// </summary>
    public static bool TryReadDay(string text, out DateTimeOffset midnight)
    {
        midnight = default;
        return Instant().Match(text) is { Success: true } match
            && TryMake(match, Offset(match), out midnight)
            && (Offset(match) == TimeSpan.Zero || TryMakeDay(match, out midnight));
    }

    /// <summary>A time of day; with days before it, as .NET writes it, a length of time.</summary>
    public static bool TryReadTime(string text, out TimeSpan time)
    {
        time = default;
        return Time().IsMatch(text) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out time);
    }

    private static bool TryMakeDay(Match match, out DateTimeOffset midnight)
    {
        var isDay = TryMake(match, TimeSpan.Zero, out var written);
        midnight = new(written.Date, TimeSpan.Zero);
        return isDay;
    }

    private static bool TryMake(Match match, TimeSpan offset, out DateTimeOffset instant)
    {
        instant = default;
        var (year, month, day) = (Number(match, "year"), Number(match, "month"), Number(match, "day"));
        var (hour, minute, second) = (Number(match, "hour"), Number(match, "minute"), Number(match, "second"));
        if (
            year == 0
            || month is 0 or > 12
            || day == 0
            || day > DateTime.DaysInMonth(year, month)
            || hour > 23
            || minute > 59
            || second > 59
            || offset.Duration() >= TimeSpan.FromDays(1)
        )
        {
            return false;
        }

        var fraction = match.Groups["fraction"].ValueSpan;
        var parts = fraction.IsEmpty ? 0 : long.Parse($"{fraction.ToString().PadRight(7, '0').AsSpan(0, 7)}", CultureInfo.InvariantCulture);
        var ticks = new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc).Ticks + parts - offset.Ticks;
        if (ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        instant = new DateTimeOffset(ticks, TimeSpan.Zero);
        return true;
    }

    private static TimeSpan Offset(Match match)
    {
        var offset = new TimeSpan(Number(match, "offsetHour"), Number(match, "offsetMinute"), 0);
        return match.Groups["sign"].ValueSpan is "-" ? -offset : offset;
    }

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        """
            \A(?<year>[0-9]{4})-(?<month>[0-9]{2})-(?<day>[0-9]{2})
            (?:[Tt](?<hour>[0-9]{2}):(?<minute>[0-9]{2})(?::(?<second>[0-9]{2})(?:\.(?<fraction>[0-9]{1,9}))?)?
               (?:[Zz]|(?<sign>[+-])(?<offsetHour>[0-9]{2}):(?<offsetMinute>[0-5][0-9]))?)?\z
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Instant();

    [GeneratedRegex(
        @"\A-?([0-9]{1,7}\.)?([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]{1,7})?)?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Time();
}
