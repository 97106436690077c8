using NodaTime;
using NodaTime.Text;

namespace VoldCms.UnitTests.Services.OpeningHours;

/// <summary>
/// Where npm <c>opening_hours</c> 3.15.0 differs, an example each, with both answers: the README of <c>OpeningHours</c> says why ours
/// is right. When a later judge mends one, its line here fails and goes.
/// </summary>
public sealed class DifferenceTests
{
    private static readonly (string Name, string Text, string At, Matter Matter, string Ours, string Judges)[] s_differences =
    [
        (
            "the hour that comes twice: closed at 02:30, it stays closed",
            "22:00-02:30",
            "2026-10-25T01:10:00Z",
            Matter.State,
            "Closed ",
            "Open "
        ),
        (
            "the hour that comes twice: open since 02:30, it stays open",
            "02:30-06:00",
            "2026-10-25T01:10:00Z",
            Matter.State,
            "Open ",
            "Closed "
        ),
        (
            "the hour that comes twice: the judge finds no next change in it",
            "22:00-02:30",
            "2026-10-25T01:10:00Z",
            Matter.NextChange,
            "2026-10-25T21:00:00Z",
            "the judge throws"
        ),
        (
            "the hour that is skipped: 02:30 has passed when the clock shows 03:00",
            "22:00-02:30",
            "2027-03-28T00:10:00Z",
            Matter.NextChange,
            "2027-03-28T01:00:00Z",
            "2027-03-28T01:30:00Z"
        ),
        (
            "the night after the day of 23 hours: Sunday's night is Sunday's",
            "Su 22:00-02:00",
            "2027-03-28T22:30:00Z",
            Matter.State,
            "Open ",
            "Closed "
        ),
        (
            "the night of a fallback: it speaks only where all before it say closed",
            "Tu 00:00-03:00 || 20:00-02:00 unknown",
            "2027-03-02T00:00:00Z",
            Matter.State,
            "Open ",
            "Unknown "
        ),
        ("a single year ends", "2026 open", "2026-12-15T12:00:00Z", Matter.NextChange, "2026-12-31T23:00:00Z", "none"),
        (
            "29 February ends a range in February, in other years too",
            "Dec 20-Feb 29 10:00-12:00",
            "2027-03-01T10:00:00Z",
            Matter.State,
            "Closed ",
            "Open "
        ),
        ("29 February comes again", "Feb 29 10:00-12:00", "2027-12-15T12:00:00Z", Matter.NextChange, "2028-02-29T09:00:00Z", "none"),
    ];

    [Fact]
    public async Task Every_named_difference_is_still_one()
    {
        var texts = s_differences
            .Select(difference => new JudgedText(difference.Text, 2026, [InstantPattern.General.Parse(difference.At).Value]))
            .ToList();

        var comparisons = await JudgedTexts.CompareAsync(texts, Duration.FromDays(100), TestContext.Current.CancellationToken);

        Assert.All(s_differences, difference => Assert.NotEqual(difference.Ours, difference.Judges));
        Assert.Equal(
            s_differences.Select(difference => (difference.Name, difference.Ours, difference.Judges)),
            s_differences.Zip(
                comparisons,
                (difference, comparison) =>
                {
                    var answer = comparison.Answers.First(answer => answer.Matter == difference.Matter);
                    return (difference.Name, answer.Ours, answer.Judges);
                }
            )
        );
    }
}
