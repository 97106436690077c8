using System.Globalization;

namespace VoldCms.Plans.Chapters;

/// <summary>A chapter of the document's running text, in its own words.</summary>
/// <param name="Order">Its place among the sections of the plan.</param>
/// <param name="Title">Number as printed, and title.</param>
/// <param name="IsWithin">It is a part of the numbered chapter before it, as 1.2 is of 1.</param>
/// <param name="Html">As the sanitizer has left it; null where only the heading is printed.</param>
internal sealed record PrintedChapter(int Order, string Title, bool IsWithin, string? Html)
{
    /// <summary>The id of its heading in the plan as one document.</summary>
    public string Anchor => string.Create(CultureInfo.InvariantCulture, $"kapittel-{Order}");
}
