using System.Globalization;
using VoldCms.ContentManagement.Items;
using VoldCms.Hosting.Localization;

namespace VoldCms.Plans.Measures;

/// <summary>
/// Until when there is what a measure lives on, as its printed status tells it: the project that it is, or the support that it has.
/// </summary>
/// <param name="Year">Until the end of this year.</param>
/// <param name="IsProject">It is a project of so long; else somebody pays for it so long.</param>
internal sealed record MeasureEnd(int Year, bool IsProject)
{
    /// <summary>The field with the year until whose end the project lasts.</summary>
    public const string ProjectUntil = "ProjectUntil";

    /// <summary>The field with the year until whose end there is support.</summary>
    public const string FundingUntil = "FundingUntil";

    /// <summary>The nearest that is told; null where none is, and for a measure that is done or dropped.</summary>
    public static MeasureEnd? Find(ContentItem measure) =>
        MeasureStates.Read(measure, PlanContentTypes.Measure) is MeasureState.Done or MeasureState.Dropped
            ? null
            : new[] { Read(measure, ProjectUntil), Read(measure, FundingUntil) }.OfType<MeasureEnd>().MinBy(end => end.Year);

    /// <summary>Whether it is over on that day.</summary>
    public bool HasPassed(DateOnly today) => Year < today.Year;

    /// <summary>The model of <c>_Mark</c>: that it is over, or until when it lasts.</summary>
    public (Wording Name, string Colour, string Shape) MarkOn(DateOnly today, Texts texts)
    {
        var year = Year.ToString(CultureInfo.InvariantCulture);
        var hasPassed = HasPassed(today);
        var name = (hasPassed, IsProject) switch
        {
            (true, true) => texts["The project lasted to the end of {0}", year],
            (true, false) => texts["The support lasted to the end of {0}", year],
            (false, true) => texts["The project lasts to the end of {0}", year],
            (false, false) => texts["The support lasts to the end of {0}", year],
        };
        return (name, hasPassed ? "danger" : "neutral", "clock");
    }

    private static MeasureEnd? Read(ContentItem measure, string field) =>
        measure.Number(PlanContentTypes.Measure, field) is { } year ? new(year, field == ProjectUntil) : null;
}
