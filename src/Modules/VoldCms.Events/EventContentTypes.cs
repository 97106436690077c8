using VoldCms.ContentManagement.Items;

namespace VoldCms.Events;

/// <summary>
/// The names that <c>Recipes/events-definitions.recipe.json</c> gives the content types, each with a part of its own by the same name; and
/// those of the other modules that they point to.
/// </summary>
internal static class EventContentTypes
{
    public const string Course = "Course";
    public const string Event = "Event";
    public const string NewsArticle = "NewsArticle";

    public const string HelpPage = "HelpPage";
    public const string Measure = "Measure";
    public const string Plan = "Plan";

    /// <summary>The taxonomy of whom something is for.</summary>
    public static readonly ContentItemId Audiences = new("4yc4sx374s6j6dyd5a7nak74ej");
}
