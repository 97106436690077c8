using VoldCms.ContentManagement.Items;
using VoldCms.Hosting.Localization;

namespace VoldCms.Plans.Measures;

/// <summary>Our reading of how often something comes again.</summary>
internal static class Recurrences
{
    /// <summary>In the language of the page; null for what does not come again, or not in a way that has a name.</summary>
    public static Wording? FindName(string? recurrence, Texts texts) =>
        recurrence switch
        {
            "severalTimesAYear" => texts["Several times a year"],
            "halfYearly" => texts["Twice a year"],
            "yearly" => texts["Every year"],
            "everySecondYear" => texts["Every second year"],
            _ => null,
        };

    /// <summary>As the field of an item has it; null for what does not come again.</summary>
    public static string? Of(ContentItem item, string part) => item.Text(part, "Recurrence") is { } text and not "none" ? text : null;
}
