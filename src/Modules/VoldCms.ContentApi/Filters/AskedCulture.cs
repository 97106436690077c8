using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Localization;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Settings;

namespace VoldCms.ContentApi.Filters;

/// <summary>The language that a list is asked in: <c>culture</c> and <c>fallback</c>.</summary>
/// <param name="Name">As it was given: a language tag, never empty.</param>
/// <param name="FollowsChain">
/// What is not there in the language is answered along its chain, at last in the site's default language.
/// </param>
internal sealed record AskedCulture(string Name, bool FollowsChain)
{
    /// <summary>The tag itself.</summary>
    /// <param name="culture">As it was given.</param>
    /// <param name="path">Where it was given, for the fault.</param>
    /// <exception cref="FilterFaultException">It is none.</exception>
    public static string Check(string culture, string path = "") =>
        FindFault(culture) is { } fault ? throw new FilterFaultException("culture.invalid", $"\"culture\" {fault}.", path) : culture;

    /// <summary>What is wrong with a tag, to be read after its name; null when nothing is.</summary>
    public static string? FindFault(string culture) =>
        LanguageTag.TryParse(culture, out _)
            ? null
            : $"is '{(culture.Length > LanguageTag.MaxLength ? $"{culture[..20]}…" : culture)}'; expected a language tag (BCP 47) "
                + "such as nb, uk-UA or zh-Hant-TW";

    /// <summary>What is in the language, by whichever of its names.</summary>
    /// <exception cref="FilterFaultException">It is no language tag.</exception>
    public static ContentFilter Filter(string culture) =>
        ContentFilter.In(ContentPaths.Culture, [.. Cultures.NamesOf(Check(culture)).Select(ContentValue.Of)]);

    /// <summary>The query for what answers in the language.</summary>
    public ContentQuery Narrow(ContentQuery query, SiteSettings settings) =>
        FollowsChain
            ? query with
            {
                Culture = Name,
            }
            : query.Where(
                ContentFilter.Equal(
                    ContentPaths.Culture,
                    ContentValue.Of(Cultures.Choose([Name], settings.SupportedCultures, alongFallbacks: false) ?? Name)
                )
            );
}
