using System.Collections.Immutable;
using NodaTime;

namespace VoldCms.Services.OpeningHours;

/// <summary>How a rule meets those before it.</summary>
internal enum RuleSeparator
{
    /// <summary><c>;</c>, and the first rule: an open or unknown rule replaces what was said of its days.</summary>
    Normal,

    /// <summary><c>,</c>: adds to what was said.</summary>
    Additional,

    /// <summary><c>||</c>: speaks when all before it say closed.</summary>
    Fallback,
}

/// <summary>Minutes from the midnight that begins the day, the end excluded and, past midnight, above 1440.</summary>
internal readonly record struct MinuteSpan(int From, int To);

/// <summary>One rule: the days it is for, the times on them, and what it says of them.</summary>
/// <param name="Years">Empty for every year; so with the other selectors: what is not named does not limit.</param>
/// <param name="Times">Empty for the whole day.</param>
internal sealed record Rule(
    RuleSeparator Separator,
    ImmutableArray<YearRange> Years,
    ImmutableArray<DateRange> Dates,
    ImmutableArray<WeekRange> Weeks,
    WeekdaySelector? Weekdays,
    ImmutableArray<MinuteSpan> Times,
    OpeningState Says
)
{
    public const int MinutesOfDay = 24 * 60;

    public bool NamesDays => !Years.IsEmpty || !Dates.IsEmpty || !Weeks.IsEmpty || Weekdays is not null;

    /// <summary>Whether, on its days, what stood before no longer counts. Closing takes away instead, only the times it names.</summary>
    public bool Replaces => Separator == RuleSeparator.Normal && Says.Status != OpeningStatus.Closed;

    public bool IsFor(LocalDate date) => (Weekdays is null || Weekdays.Holds(date)) && InYears(date) && InDates(date) && InWeeks(date);

    /// <summary>Whether the rule speaks of a minute of a day that it is for.</summary>
    public bool SpeaksOf(int minute)
    {
        foreach (var span in Times)
        {
            if (minute >= span.From && minute < span.To)
            {
                return true;
            }
        }

        return Times.IsEmpty;
    }

    /// <summary>Whether the rule speaks of a minute of the day after one that it is for.</summary>
    public bool SpeaksPastMidnightOf(int minute)
    {
        foreach (var span in Times)
        {
            if (minute < span.To - MinutesOfDay)
            {
                return true;
            }
        }

        return false;
    }

    private bool InYears(LocalDate date)
    {
        foreach (var range in Years)
        {
            if (range.Holds(date))
            {
                return true;
            }
        }

        return Years.IsEmpty;
    }

    private bool InDates(LocalDate date)
    {
        foreach (var range in Dates)
        {
            if (range.Holds(date))
            {
                return true;
            }
        }

        return Dates.IsEmpty;
    }

    private bool InWeeks(LocalDate date)
    {
        foreach (var range in Weeks)
        {
            if (range.Holds(date))
            {
                return true;
            }
        }

        return Weeks.IsEmpty;
    }
}
