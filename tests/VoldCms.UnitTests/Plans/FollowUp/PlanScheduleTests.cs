using System.Globalization;
using VoldCms.Plans.FollowUp;
using Xunit;

namespace VoldCms.UnitTests.Plans.FollowUp;

public sealed class PlanScheduleTests
{
    private static readonly DateOnly s_today = new(2026, 11, 29);

    /// <summary>"Planen evalueres etter 1 år, og rulleres hvert fjerde år": a passed evaluation stays, a revision comes again.</summary>
    [Fact]
    public void Days_are_worked_out_of_what_the_document_says()
    {
        var plan = PlanItems.Of(
            "Plan",
            null,
            ("PeriodFrom", 2024),
            ("PeriodTo", 2030),
            ("EvaluateAfterYears", 1),
            ("RevisionYears", 4),
            ("RevisionText", "rulleres hvert fjerde år")
        );

        Assert.Equal(new(Day("2030-12-31"), Day("2025-12-31"), Day("2028-12-31")), PlanSchedule.Of(plan, s_today));
        Assert.Equal(Day("2028-12-31"), PlanSchedule.Of(plan, Day("2028-12-31")).Revision);
        Assert.Equal(Day("2032-12-31"), PlanSchedule.Of(plan, Day("2029-01-01")).Revision);
    }

    [Fact]
    public void A_revision_within_some_years_comes_once_and_counts_from_the_day_of_adoption()
    {
        var plan = PlanItems.Of(
            "Plan",
            null,
            ("Adopted", Day("2018-06-14")),
            ("PeriodFrom", 2010),
            ("RevisionYears", 5),
            ("RevisionText", "bør den revideres i løpet av 5 år")
        );

        Assert.Equal(new(null, null, Day("2023-06-14")), PlanSchedule.Of(plan, s_today));
    }

    [Fact]
    public void What_a_person_has_entered_goes_before_what_is_worked_out()
    {
        var plan = PlanItems.Of(
            "Plan",
            null,
            ("PeriodFrom", 2024),
            ("EvaluateAfterYears", 1),
            ("RevisionYears", 4),
            ("NextEvaluation", Day("2027-02-01")),
            ("NextRevision", Day("2029-03-01"))
        );

        Assert.Equal(new(null, Day("2027-02-01"), Day("2029-03-01")), PlanSchedule.Of(plan, s_today));
    }

    [Theory]
    [InlineData(2020, null, true)]
    [InlineData(2019, 2030, false)]
    [InlineData(2026, null, false)]
    [InlineData(2025, null, true)]
    [InlineData(0, null, false)]
    [InlineData(99999, null, false)]
    public void A_period_is_over_when_its_last_year_is(int to, int? prolongedTo, bool isOver)
    {
        var plan = prolongedTo is { } year
            ? PlanItems.Of("Plan", null, ("PeriodTo", to), ("ProlongedTo", year))
            : PlanItems.Of("Plan", null, ("PeriodTo", to));

        Assert.Equal(isOver, PlanSchedule.Of(plan, s_today).HasRunOut(s_today));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-4)]
    [InlineData(int.MaxValue)]
    public void Years_that_nobody_means_give_no_day(int years)
    {
        var plan = PlanItems.Of(
            "Plan",
            null,
            ("PeriodFrom", 2024),
            ("EvaluateAfterYears", years),
            ("RevisionYears", years),
            ("RevisionText", "hvert år")
        );

        Assert.Equal(new(null, null, null), PlanSchedule.Of(plan, s_today));
    }

    private static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);
}
