using VoldCms.ContentManagement.Localization;
using VoldCms.ContentManagement.Settings;
using VoldCms.Hosting.Localization;

namespace VoldCms.Presentation.Admin;

/// <summary>The words of definitions: names and hints that a recipe has brought, in the language of the site.</summary>
public static class DefinitionText
{
    /// <summary>The words, marked as another language's where the person works in another.</summary>
    public static Wording Of(string words, Texts texts, SiteSettings settings) =>
        new(words, settings.DefaultCulture == texts.Culture.Name ? null : Cultures.Find(settings.DefaultCulture));
}
