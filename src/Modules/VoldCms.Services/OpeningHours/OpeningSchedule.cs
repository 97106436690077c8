using System.Collections.Immutable;
using NodaTime;
using VoldCms.ContentManagement.Results;

namespace VoldCms.Services.OpeningHours;

/// <summary>
/// The opening hours of one channel, parsed from the subset of OpenStreetMap's <c>opening_hours</c> syntax that the README of this
/// folder states, and read on the wall clock in Norway. Immutable and safe for threads; parse once, ask often. Asking for a state
/// allocates nothing. Instants may lie in the years 1 to 9997.
/// </summary>
internal sealed class OpeningSchedule
{
    /// <summary>The longest text, in characters.</summary>
    public const int MaxLength = 1000;

    /// <summary>The most rules in a text.</summary>
    public const int MaxRules = 64;

    /// <summary>How many days ahead changes are looked for. Longer than a year and every holiday in it.</summary>
    public const int HorizonDays = 400;

    private static readonly Duration s_soon = Duration.FromMinutes(OpeningPresentation.SoonMinutes);

    private readonly ImmutableArray<Rule> _rules;

    // Every minute of a day at which a state can change, midnight first.
    private readonly ImmutableArray<int> _boundaries;

    private OpeningSchedule(string text, ImmutableArray<Rule> rules)
    {
        Text = text;
        _rules = rules;
        _boundaries =
        [
            .. rules
                .SelectMany(rule => rule.Times)
                .SelectMany(span => new[] { span.From, span.To })
                .Select(minute => minute % Rule.MinutesOfDay)
                .Append(0)
                .Distinct()
                .Order(),
        ];
    }

    /// <summary>The text as it was given.</summary>
    public string Text { get; }

    /// <summary>Parses what a person saves: a text outside the subset is an <see cref="OpeningHoursError"/>.</summary>
    public static Result<OpeningSchedule> Parse(string text)
    {
        try
        {
            return new OpeningSchedule(text, OpeningHoursParser.Parse(text));
        }
        catch (OpeningHoursSyntaxException exception)
        {
            return exception.Error;
        }
    }

    /// <summary>
    /// Parses what is imported: a text outside the subset is kept, its status is unknown at all times, and
    /// <paramref name="warning"/> says why.
    /// </summary>
    public static OpeningSchedule ParseOrUnknown(string text, out OpeningHoursError? warning)
    {
        var result = Parse(text);
        warning = result.Error as OpeningHoursError;
        return result.IsSuccess ? result.Value : new OpeningSchedule(text, OpeningHoursParser.Parse("unknown"));
    }

    public OpeningState StateAt(Instant instant)
    {
        var (date, minute) = OsloClock.Read(instant);
        return Resolve(RulesFor(date), RulesFor(date.PlusDays(-1)), minute);
    }

    /// <summary>
    /// The first instant after <paramref name="instant"/> at which the status is another, or null when none lies within
    /// <see cref="HorizonDays"/>. A change of comment alone is none.
    /// </summary>
    public Instant? NextChange(Instant instant) => FindNext(instant, wanted: null)?.At;

    /// <summary>What a person is told at <paramref name="instant"/>.</summary>
    public OpeningPresentation PresentationAt(Instant instant)
    {
        var state = StateAt(instant);
        var change = NextChange(instant);
        var validUntil = change ?? instant + Duration.FromDays(HorizonDays);
        return state.Status switch
        {
            OpeningStatus.Open => WhileOpen(instant, change, state.Comment, validUntil),
            OpeningStatus.Closed => WhileClosed(instant, state.Comment, validUntil),
            _ => new(KindOfUnknown(state.Comment), FindNext(instant, OpeningStatus.Open)?.At, state.Comment, validUntil),
        };
    }

    private static OpeningPresentation WhileOpen(Instant instant, Instant? change, string? comment, Instant validUntil)
    {
        if (change is not { } closes)
        {
            return new(OpeningPresentationKind.AlwaysOpen, null, comment, validUntil);
        }

        // With exactly 30 minutes left it does not close soon yet.
        var soon = closes - s_soon + Duration.Epsilon;
        return instant >= soon
            ? new(OpeningPresentationKind.ClosesSoon, closes, comment, closes)
            : new(OpeningPresentationKind.OpenUntil, closes, comment, soon);
    }

    private OpeningPresentation WhileClosed(Instant instant, string? comment, Instant validUntil)
    {
        if (FindNext(instant, OpeningStatus.Open) is { } opening)
        {
            return new(OpeningPresentationKind.Opens, opening.At, comment, validUntil);
        }

        return FindNext(instant, OpeningStatus.Unknown) is { } asking
            ? new(KindOfUnknown(asking.State.Comment), null, asking.State.Comment, validUntil)
            : new(OpeningPresentationKind.Closed, null, comment, validUntil);
    }

    private static OpeningPresentationKind KindOfUnknown(string? comment) =>
        Appointment.IsMeantBy(comment) ? OpeningPresentationKind.ByAppointment : OpeningPresentationKind.Unknown;

    /// <summary>The first later moment with the wanted status, or with another than now's.</summary>
    private (Instant At, OpeningState State)? FindNext(Instant instant, OpeningStatus? wanted)
    {
        var (first, minuteNow) = OsloClock.Read(instant);
        var yesterday = RulesFor(first.PlusDays(-1));
        var today = RulesFor(first);
        var now = Resolve(today, yesterday, minuteNow).Status;
        (ulong Today, ulong Yesterday)? searched = null;
        for (var day = 0; day <= HorizonDays; day++)
        {
            var date = first.PlusDays(day);
            // A day with the same rules as one that was searched in vain holds nothing new.
            if (searched != (today, yesterday))
            {
                var isWhole = day > 0;
                foreach (var minute in _boundaries)
                {
                    if ((day == 0 && minute <= minuteNow) || !Matches(Resolve(today, yesterday, minute).Status))
                    {
                        continue;
                    }

                    if (Confirm(date, minute, today, yesterday) is { } found)
                    {
                        return found;
                    }

                    isWhole = false;
                }

                searched = isWhole ? (today, yesterday) : null;
            }

            yesterday = today;
            today = RulesFor(date.PlusDays(1));
        }

        return null;

        bool Matches(OpeningStatus status) => wanted is null ? status != now : status == wanted;

        // A minute that the clock skips is passed at once: what counts is what holds after the gap.
        (Instant At, OpeningState State)? Confirm(LocalDate date, int minute, ulong rulesToday, ulong rulesYesterday)
        {
            var at = OsloClock.InstantOf(date, minute);
            var state = Resolve(rulesToday, rulesYesterday, OsloClock.Read(at).Minute);
            return Matches(state.Status) ? (at, state) : null;
        }
    }

    /// <summary>A bit a rule, set when the rule is for <paramref name="date"/>.</summary>
    private ulong RulesFor(LocalDate date)
    {
        var rules = 0ul;
        for (var i = 0; i < _rules.Length; i++)
        {
            if (_rules[i].IsFor(date))
            {
                rules |= 1ul << i;
            }
        }

        return rules;
    }

    /// <summary>
    /// What the rules say of a minute: the last that replaces the day's rules drops those before it, nights that began the day before
    /// included; of the rest the last that speaks decides, a fallback only where all before it say closed.
    /// </summary>
    private OpeningState Resolve(ulong today, ulong yesterday, int minute)
    {
        var first = _rules.Length - 1;
        while (first > 0 && !(Has(today, first) && _rules[first].Replaces))
        {
            first--;
        }

        var state = default(OpeningState);
        for (var i = first; i < _rules.Length; i++)
        {
            var rule = _rules[i];
            var speaks = (Has(today, i) && rule.SpeaksOf(minute)) || (Has(yesterday, i) && rule.SpeaksPastMidnightOf(minute));
            if (speaks && (rule.Separator != RuleSeparator.Fallback || state.Status == OpeningStatus.Closed))
            {
                state = rule.Says;
            }
        }

        return state;
    }

    private static bool Has(ulong rules, int index) => (rules >> index & 1) == 1;
}
