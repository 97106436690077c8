using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Json;
using VoldCms.Presentation.Items;

namespace VoldCms.Plans.PlanParts;

/// <summary>What each section of a plan has, be it running text, a heading over measures or a row of a table.</summary>
/// <param name="Order">Its place among the sections of the plan.</param>
/// <param name="Title">Number as printed, and title.</param>
/// <param name="IsWithin">It is a part of the numbered chapter before it, as 1.2 is of 1.</param>
internal sealed record SectionHeading(int Order, string Title, bool IsWithin)
{
    private const string Part = PlanContentTypes.PlanSection;

    /// <summary>Reads it from a section.</summary>
    public static SectionHeading Of(ContentItem section)
    {
        var code = section.Text(Part, "Code");
        return new(
            section.Number(Part, "Order") ?? 0,
            code is null ? section.DisplayText ?? "" : $"{code} {section.DisplayText}",
            code?.Contains('.', StringComparison.Ordinal) ?? false
        );
    }
}
