using VoldCms.Hosting.Localization;

namespace VoldCms.Plans.Measures;

/// <summary>What the table's columns are called.</summary>
internal static class MeasureColumns
{
    public static Wording NameOf(MeasureColumn column, Texts texts) =>
        column switch
        {
            MeasureColumn.TargetGroup => texts["Target group"],
            MeasureColumn.Theme => texts["Theme"],
            MeasureColumn.HowWhen => texts["How and when"],
            MeasureColumn.Responsible => texts["Responsible"],
            MeasureColumn.Deadline => texts["Deadline"],
            MeasureColumn.Status => texts["Status"],
            MeasureColumn.PreventionLevel => texts["Level of prevention"],
            _ => throw new ArgumentOutOfRangeException(nameof(column), column, null),
        };
}
