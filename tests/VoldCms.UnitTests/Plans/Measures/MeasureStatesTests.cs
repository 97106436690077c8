using VoldCms.Plans.Measures;
using Xunit;

namespace VoldCms.UnitTests.Plans.Measures;

public sealed class MeasureStatesTests
{
    /// <summary>A state that the words do not tell is a person's, and so is whatever comes with words or a day of her own.</summary>
    [Theory]
    [InlineData("Pågår", "ongoing", false)]
    [InlineData("Pågår", "unknown", false)]
    [InlineData("Pågår", "done", true)]
    [InlineData("Etterspørres!", "unknown", false)]
    [InlineData("Etterspørres!", "done", true)]
    [InlineData(null, "unknown", false)]
    [InlineData(null, "done", true)]
    [InlineData(null, null, false)]
    public void A_person_has_set_what_the_printed_words_do_not_tell(string? status, string? state, bool isByHand)
    {
        (string Field, object Value)[] fields =
        [
            .. new[] { ("StatusText", status), ("State", state) }
                .Where(field => field.Item2 is not null)
                .Select(field => (field.Item1, (object)field.Item2!)),
        ];

        Assert.Equal(isByHand, MeasureStates.IsSetByHand(PlanItems.Of("Measure", null, fields)));
        Assert.True(MeasureStates.IsSetByHand(PlanItems.Of("Measure", null, [.. fields, ("OwnStatusText", "Ferdig i mai")])));
        Assert.True(MeasureStates.IsSetByHand(PlanItems.Of("Measure", null, [.. fields, ("OwnStatusDate", new DateOnly(2026, 5, 1))])));
    }

    [Theory]
    [InlineData("2025-03-31", "ongoing", "2025-03-31", false)]
    [InlineData("2025-03-31", "ongoing", "2025-04-01", true)]
    [InlineData("2025-03-31", "unknown", "2026-11-29", true)]
    [InlineData("2025-03-31", "done", "2026-11-29", false)]
    [InlineData("2025-03-31", "dropped", "2026-11-29", false)]
    public void A_deadline_has_passed_when_its_last_day_has_and_the_measure_is_neither_done_nor_dropped(
        string last,
        string state,
        string today,
        bool isOverdue
    )
    {
        var measure = PlanItems.Of("Measure", null, ("DeadlineDate", Day(last)), ("State", state));

        Assert.Equal(isOverdue ? Day(last) : null, Overdue.FindSince(measure, Day(today)));
        Assert.Null(Overdue.FindSince(PlanItems.Of("Measure"), Day(today)));
    }

    /// <summary>The number in the address and the one in the text are the same.</summary>
    [Theory]
    [InlineData("tiltak/temaplan/6-2-18", null, "6.2.18")]
    [InlineData("tiltak/forebyggende/a-1", null, "A.1")]
    [InlineData("tiltak/plan/3", null, "3")]
    [InlineData("tiltak/plan/styrke-samarbeidet", null, "7")]
    [InlineData("tiltak/plan/1-2024-x", null, "7")]
    [InlineData(null, null, "7")]
    [InlineData("tiltak/handlingsplan/27", "27", "27")]
    [InlineData("tiltak/handlingsplan/4-a", "4", "4")]
    public void A_measure_without_a_printed_number_bears_the_one_of_its_address(string? path, string? number, string label)
    {
        var fields = new List<(string, object)> { ("PlanOrder", 7) };
        if (number is not null)
        {
            fields.Add(("Number", number));
        }

        var measure = PlanItems.Of("Measure", path, [.. fields]);

        Assert.Equal(label, MeasureLabels.Of(measure));
        Assert.Equal(number is null, MeasureLabels.IsNumberedByUs(measure));
        Assert.Null(MeasureLabels.Of(PlanItems.Of("Measure", "tiltak/handlingsplan/4-a", ("ParentMeasure", (string[])["4y"]))));
    }

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
