using NodaTime;

namespace VoldCms.UnitTests.Services.OpeningHours;

/// <summary>
/// Generated texts, asked of us and of npm <c>opening_hours</c>. The answers are equal but for <see cref="ClockDifference"/>, each of
/// which is seen here, is narrow, and is pinned by an example in <see cref="DifferenceTests"/>.
/// </summary>
public sealed class JudgeTests
{
    private const int Texts = 200;
    private const int RandomInstants = 16;

    // Changes farther away are compared among the changes of a year.
    private static readonly Duration s_limit = Duration.FromDays(35);

    /// <summary>Where hours go wrong: each is asked of every text.</summary>
    private static readonly Instant[] s_nights =
    [
        .. Around(Oslo.At(2026, 3, 29, 3, 0)),
        .. Around(Oslo.At(2026, 10, 25, 3, 0)),
        .. Around(Oslo.At(2027, 3, 28, 3, 0)),
        .. Around(Oslo.At(2028, 10, 29, 3, 0)),
        Oslo.At(2026, 12, 31, 23, 59),
        Oslo.At(2027, 1, 1, 0, 0),
        Oslo.At(2027, 1, 1, 1, 30),
        Oslo.At(2027, 1, 2, 0, 30),
        Oslo.At(2027, 3, 24, 23, 0),
        Oslo.At(2027, 3, 25, 0, 30),
        Oslo.At(2027, 3, 27, 12, 0),
        Oslo.At(2027, 3, 30, 0, 15),
        Oslo.At(2027, 5, 16, 23, 45),
        Oslo.At(2027, 5, 17, 0, 45),
        Oslo.At(2027, 5, 17, 12, 0),
        Oslo.At(2027, 5, 18, 1, 15),
        Oslo.At(2028, 2, 28, 23, 30),
        Oslo.At(2028, 2, 29, 12, 0),
        Oslo.At(2028, 6, 4, 12, 0),
        Oslo.At(2028, 12, 24, 18, 0),
    ];

    [Fact]
    public async Task State_and_next_change_are_the_judges_but_for_the_named_differences_of_clock_nights()
    {
        var generator = new TextGenerator(seed: 1700);
        var random = new Random(2027);
        var texts = Enumerable
            .Range(0, Texts)
            .Select(i => new JudgedText(generator.NextText(), 2026 + (i % 3), [.. s_nights, .. RandomlyFrom(random)]))
            .ToList();

        var comparisons = await JudgedTexts.CompareAsync(texts, s_limit, TestContext.Current.CancellationToken);

        var unequal = comparisons
            .SelectMany(comparison =>
                comparison
                    .Answers.Where(answer => !answer.IsEqual)
                    .Select(answer => (comparison.Text, Answer: answer, Difference: ClockDifference.Find(answer)))
            )
            .ToList();
        var total = comparisons.Sum(comparison => comparison.Answers.Count);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{Texts} texts, {total} answers; not the judge's: "
                + string.Join(", ", unequal.CountBy(one => one.Difference?.Name ?? "unexplained").Select(one => $"{one.Key} {one.Value}"))
        );
        Assert.Empty(unequal.Where(one => one.Difference is null).Select(one => $"{one.Text}: {one.Answer}").Take(10));
        Assert.Equal(
            ClockDifference.All.Select(difference => difference.Name).Order(),
            unequal.Select(one => one.Difference?.Name).Distinct().Order()
        );
        Assert.InRange(total, 40_000, int.MaxValue);
    }

    private static IEnumerable<Instant> RandomlyFrom(Random random)
    {
        var start = Oslo.At(2026, 1, 1, 0, 0);
        var minutes = (int)(Oslo.At(2029, 1, 1, 0, 0) - start).TotalMinutes;
        return Enumerable.Range(0, RandomInstants).Select(_ => start + Duration.FromMinutes(random.Next(minutes)));
    }

    // Every twenty minutes from an hour and a half before the clock is set to two hours after, and the night after that.
    private static IEnumerable<Instant> Around(Instant clockIsSet) =>
        Enumerable
            .Range(-5, 12)
            .Select(step => clockIsSet + Duration.FromMinutes((step * 20) - 3))
            .Append(clockIsSet + Duration.FromHours(21.5));
}
