using System.Collections.Immutable;
using VoldCms.ContentManagement.Localization;
using VoldCms.Hosting.Localization;
using VoldCms.Presentation.Items;

namespace VoldCms.HelpPages.Help;

/// <summary>Who can help, in one place of a page.</summary>
/// <param name="T">The texts of the page.</param>
/// <param name="Anchor">The heading's id.</param>
/// <param name="Heading">What stands above them.</param>
/// <param name="Services">Ready to be shown.</param>
/// <param name="Language">Their words' language where it is not the page's and the page has not spoken of it already; else null.</param>
internal sealed record ServicesView(Texts T, string Anchor, Wording Heading, ImmutableArray<ContentDisplay> Services, Culture? Language)
{
    private const string Place = "ring";

    /// <summary>Those that come before the text.</summary>
    public static ServicesView First(Texts texts, ImmutableArray<ContentDisplay> services) =>
        new(texts, $"{Place}-forst", texts["Who to call first"], [.. services.Where(service => service.IsFirst)], null);

    /// <summary>Those that come after it.</summary>
    public static ServicesView Others(Texts texts, ImmutableArray<ContentDisplay> services, Culture? spokenOf) =>
        All(texts, [.. services.Where(service => !service.IsFirst)], spokenOf);

    /// <summary>All of them in their order.</summary>
    /// <param name="texts">The page's.</param>
    /// <param name="services">Who can help.</param>
    /// <param name="spokenOf">The language that the page has said its own words are in; null where they are in the page's.</param>
    public static ServicesView All(Texts texts, ImmutableArray<ContentDisplay> services, Culture? spokenOf) =>
        new(
            texts,
            Place,
            texts["They can help you"],
            services,
            spokenOf is null ? services.Select(service => service.Language).FirstOrDefault(language => language is not null) : null
        );
}
