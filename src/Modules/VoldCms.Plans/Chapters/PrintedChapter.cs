using System.Globalization;
using VoldCms.Plans.PlanParts;

namespace VoldCms.Plans.Chapters;

/// <summary>A chapter of the document's running text, in its own words.</summary>
/// <param name="Heading">Where it stands, and what it is called.</param>
/// <param name="Html">As the sanitizer has left it; null where only the heading is printed.</param>
internal sealed record PrintedChapter(SectionHeading Heading, string? Html)
{
    /// <summary>The id of its heading in the plan as one document.</summary>
    public string Anchor => string.Create(CultureInfo.InvariantCulture, $"kapittel-{Heading.Order}");
}
