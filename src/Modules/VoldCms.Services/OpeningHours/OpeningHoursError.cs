using System.Collections.Immutable;
using VoldCms.ContentManagement.Results;

namespace VoldCms.Services.OpeningHours;

/// <summary>In which way a text lies outside the subset of the README.</summary>
internal enum OpeningHoursFault
{
    /// <summary>The text is empty or blank.</summary>
    Empty,

    /// <summary>The text has more than <see cref="OpeningSchedule.MaxLength"/> characters.</summary>
    TooLong,

    /// <summary>The text has more than <see cref="OpeningSchedule.MaxRules"/> rules.</summary>
    TooManyRules,

    /// <summary>Something stands where one of <see cref="OpeningHoursError.Expected"/> should.</summary>
    Unexpected,

    /// <summary>There is no such day: <c>Apr 31</c>, or more than 60 days from Easter.</summary>
    NoSuchDay,

    /// <summary>
    /// No clock shows this time, or a span cannot begin or end there: <c>08:75</c>, <c>24:00-26:00</c>, <c>20:00-49:00</c>.
    /// </summary>
    NoSuchTime,

    /// <summary>There is no such week, step or weekday of a month, or the year lies before 1900: <c>week 54</c>, <c>Mo[6]</c>.</summary>
    NoSuchNumber,

    /// <summary>A span begins and ends at the same time; a whole day is <c>00:00-24:00</c>.</summary>
    EmptySpan,

    /// <summary>A span lasts more than 24 hours.</summary>
    LongSpan,

    /// <summary>A range of years, weeks, days or dates with years runs backwards.</summary>
    BackwardRange,

    /// <summary>Some dates of a list or range have a year and some have none.</summary>
    MixedYears,

    /// <summary>
    /// After <c>;</c> a rule replaces the days it names, so it names them; after <c>,</c> it names days or times. What holds when nothing
    /// else does stands after <c>||</c>.
    /// </summary>
    RuleWithoutDays,

    /// <summary>After <c>||</c> only another <c>||</c> may follow.</summary>
    RuleAfterFallback,

    /// <summary>A comment is empty or holds a control character.</summary>
    BadComment,

    /// <summary>School holidays differ between municipalities and schools; write dates instead.</summary>
    SchoolHolidays,
}

/// <summary>
/// Why a text is not understood. A value without words of its own but <see cref="Error.Message"/>, which is English and for logs; a
/// page says <see cref="Fault"/> in the reader's language.
/// </summary>
/// <param name="Position">Where, in characters from 0; the text's length when it ends too early.</param>
/// <param name="Found">What stands there, at most 20 characters; empty at the end.</param>
/// <param name="Expected">Examples of what may stand there, in the syntax itself; empty unless the fault is
/// <see cref="OpeningHoursFault.Unexpected"/>.</param>
internal sealed record OpeningHoursError(OpeningHoursFault Fault, int Position, string Found, ImmutableArray<string> Expected)
    : Error("services.opening-hours", Describe(Fault, Position, Found, Expected))
{
    private static string Describe(OpeningHoursFault fault, int position, string found, ImmutableArray<string> expected)
    {
        var what = fault switch
        {
            OpeningHoursFault.Empty => "the text is empty",
            OpeningHoursFault.TooLong => $"the text has more than {OpeningSchedule.MaxLength} characters",
            OpeningHoursFault.TooManyRules => $"the text has more than {OpeningSchedule.MaxRules} rules",
            OpeningHoursFault.Unexpected => $"expected {string.Join(" or ", expected)}",
            OpeningHoursFault.NoSuchDay => "there is no such day",
            OpeningHoursFault.NoSuchTime => "expected a time from 00:00, to 23:59 for a beginning and to 48:00 for an end",
            OpeningHoursFault.NoSuchNumber => "the week, year or weekday of the month does not exist",
            OpeningHoursFault.EmptySpan => "the span ends when it begins; a whole day is 00:00-24:00",
            OpeningHoursFault.LongSpan => "the span lasts more than 24 hours",
            OpeningHoursFault.BackwardRange => "the range runs backwards",
            OpeningHoursFault.MixedYears => "either every date has its year or none has",
            OpeningHoursFault.RuleWithoutDays => "a rule after ; or , says which days it is for; what holds otherwise stands after ||",
            OpeningHoursFault.RuleAfterFallback => "only another || may follow after ||",
            OpeningHoursFault.BadComment => "expected a comment without control characters",
            OpeningHoursFault.SchoolHolidays => "school holidays are not known; write their dates",
            _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, null),
        };
        return found.Length == 0 ? $"At {position + 1}: {what}." : $"At {position + 1}, '{found}': {what}.";
    }

    /// <summary>The examples are compared one by one: a record would compare the array by reference.</summary>
    public bool Equals(OpeningHoursError? other) =>
        other is not null
        && Fault == other.Fault
        && Position == other.Position
        && Found == other.Found
        && Expected.SequenceEqual(other.Expected);

    public override int GetHashCode() => HashCode.Combine(Fault, Position, Found);
}
