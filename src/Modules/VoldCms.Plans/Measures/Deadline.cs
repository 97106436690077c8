using System.Globalization;
using VoldCms.ContentManagement.Items;
using VoldCms.Hosting.Localization;

namespace VoldCms.Plans.Measures;

/// <summary>Our reading of a printed deadline, for the filter: the year of its last day, or what sort of phrase it is.</summary>
/// <param name="Year">Null for a phrase without a certain last day.</param>
/// <param name="Kind">Which sort, where there is no year.</param>
internal sealed record Deadline(int? Year, DeadlineKind Kind)
{
    /// <summary>In addresses: the year, or the kind's number.</summary>
    public string Code => (Year ?? (int)Kind).ToString(CultureInfo.InvariantCulture);

    /// <summary>In the language of the page.</summary>
    public Wording NameIn(Texts texts) =>
        Year is { } year
            ? year.ToString(CultureInfo.InvariantCulture)
            : Kind switch
            {
                DeadlineKind.Continuous => texts["All the time"],
                DeadlineKind.Underway => texts["Already under way"],
                DeadlineKind.Other => texts["Another deadline"],
                _ => texts["No deadline"],
            };

    internal static Deadline Of(ContentItem measure)
    {
        if (measure.Day(PlanContentTypes.Measure, "DeadlineDate") is { } last)
        {
            return new(last.Year, DeadlineKind.None);
        }

        return new(
            null,
            measure.Text(PlanContentTypes.Measure, "DeadlineKind") switch
            {
                "continuous" => DeadlineKind.Continuous,
                "underway" => DeadlineKind.Underway,
                _ => measure.Text(PlanContentTypes.Measure, "DeadlineText") is null ? DeadlineKind.None : DeadlineKind.Other,
            }
        );
    }
}

/// <summary>A deadline that is no date. In the order that pages show them; the number is the code in addresses.</summary>
internal enum DeadlineKind
{
    Continuous = 1,
    Underway,
    Other,
    None,
}
