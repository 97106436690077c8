using System.Collections.Immutable;

namespace VoldCms.Services.OpeningHours;

/// <summary>
/// The grammar of the README, a method a production. The names are those of the specification where it has one. Refuses by
/// <see cref="OpeningHoursSyntaxException"/> and by nothing else; takes time linear in the text.
/// </summary>
internal sealed partial class OpeningHoursParser
{
    private static readonly ImmutableArray<string> s_anyRule = ["Mo", "PH", "Dec 24", "08:00-16:00", "24/7", "off", "\"...\""];
    private static readonly ImmutableArray<string> s_afterRule = [";", ",", "||"];

    private readonly OpeningHoursReader _reader;

    private OpeningHoursParser(string text) => _reader = new OpeningHoursReader(text);

    /// <summary>The rules of a text, in its order.</summary>
    /// <exception cref="OpeningHoursSyntaxException">The text is outside the subset.</exception>
    public static ImmutableArray<Rule> Parse(string text)
    {
        var parser = new OpeningHoursParser(text);
        if (text.Length > OpeningSchedule.MaxLength)
        {
            parser._reader.Fail(OpeningHoursFault.TooLong, OpeningSchedule.MaxLength);
        }

        return parser.ParseTimeDomain();
    }

    /// <summary><c>TimeDomain : Rule (";" Rule | "," Rule)* ("||" Rule)*</c></summary>
    private ImmutableArray<Rule> ParseTimeDomain()
    {
        if (_reader.IsAtEnd)
        {
            _reader.Fail(OpeningHoursFault.Empty, _reader.Position);
        }

        var rules = ImmutableArray.CreateBuilder<Rule>();
        rules.Add(ParseRule(RuleSeparator.Normal, isFirst: true));
        while (!_reader.IsAtEnd)
        {
            var at = _reader.Position;
            var separator = ParseSeparator(rules[^1]);
            if (separator != RuleSeparator.Fallback && rules[^1].Separator == RuleSeparator.Fallback)
            {
                _reader.Fail(OpeningHoursFault.RuleAfterFallback, at);
            }

            if (rules.Count == OpeningSchedule.MaxRules)
            {
                _reader.Fail(OpeningHoursFault.TooManyRules, at);
            }

            rules.Add(ParseRule(separator, isFirst: false));
        }

        return rules.ToImmutable();
    }

    private RuleSeparator ParseSeparator(Rule before)
    {
        if (_reader.Accept(";"))
        {
            return RuleSeparator.Normal;
        }

        if (_reader.Accept(","))
        {
            return RuleSeparator.Additional;
        }

        if (!_reader.Accept("||"))
        {
            // What may still follow depends on how far the rule came; a rule without times may go on with them.
            _reader.FailExpecting(before.Times.IsEmpty && before.NamesDays ? ["08:00-16:00", "off", .. s_afterRule] : s_afterRule);
        }

        return RuleSeparator.Fallback;
    }

    /// <summary><c>Rule : ("24/7" | Years? Dates? Weeks? Weekdays? Times?) Modifier?</c>, not empty.</summary>
    private Rule ParseRule(RuleSeparator separator, bool isFirst)
    {
        var start = _reader.Position;
        var isAlways = _reader.Accept("24/7");
        var years = isAlways ? [] : ParseYears();
        var dates = isAlways ? [] : ParseDates();
        var weeks = isAlways ? [] : ParseWeeks();
        var weekdays = isAlways ? null : ParseWeekdays();
        var times = isAlways ? [] : ParseTimes();
        var endOfSelectors = _reader.Position;
        var says = ParseModifier();
        if (_reader.Position == start)
        {
            _reader.FailExpecting(s_anyRule);
        }

        var rule = new Rule(separator, years, dates, weeks, weekdays, times, says);
        // In "Mo,PH,Tu 08:00-16:00" the second comma would begin a rule, and Monday would be open day and night.
        if (times.IsEmpty && !isAlways && _reader.Position == endOfSelectors && _reader.IsNext(','))
        {
            _reader.FailExpecting("08:00-16:00", "off");
        }

        if (!isFirst && !isAlways && separator != RuleSeparator.Fallback && !rule.NamesDays && (times.IsEmpty || rule.Replaces))
        {
            // Times added to every day or taken from it are clear; replacing every day is a mistake for "||" or for a comma.
            _reader.Fail(OpeningHoursFault.RuleWithoutDays, start);
        }

        return rule;
    }

    /// <summary><c>Modifier : ("open" | "off" | "closed" | "unknown") Comment? | Comment</c>; a comment alone means unknown.</summary>
    private OpeningState ParseModifier()
    {
        OpeningStatus? status =
            _reader.AcceptWord("open") ? OpeningStatus.Open
            : _reader.AcceptWord("off") || _reader.AcceptWord("closed") ? OpeningStatus.Closed
            : _reader.AcceptWord("unknown") ? OpeningStatus.Unknown
            : null;
        var comment = ParseComment();
        return new OpeningState(status ?? (comment is null ? OpeningStatus.Open : OpeningStatus.Unknown), comment);
    }

    /// <summary><c>Comment : '"' one or more characters except '"' and control characters '"'</c></summary>
    private string? ParseComment()
    {
        var start = _reader.Position;
        if (!_reader.Accept("\""))
        {
            return null;
        }

        var comment = _reader.ExpectUpTo('"');
        if (string.IsNullOrWhiteSpace(comment) || comment.Any(char.IsControl))
        {
            _reader.Fail(OpeningHoursFault.BadComment, start);
        }

        return comment;
    }
}
