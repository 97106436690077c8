using VoldCms.ContentManagement.Localization;
using VoldCms.Hosting.Localization;

namespace VoldCms.Presentation.Pages;

/// <summary>A step of the way to a page.</summary>
/// <param name="Text">What the step is called.</param>
/// <param name="Href">Null for the page itself.</param>
/// <param name="Language">The text's language where it is not the page's; else null.</param>
public sealed record Crumb(Wording Text, string? Href, string? Language = null);

/// <summary>A page in one of the site's languages.</summary>
public sealed record LanguageLink(Culture Culture, string Href, bool IsCurrent);

/// <summary>A link with a few words about where it leads.</summary>
/// <param name="Title">The link's name.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="Text">The few words; null when there are none.</param>
/// <param name="Language">The title's language where it is not the page's; else null.</param>
public sealed record LinkCard(Wording Title, string Href, Wording? Text = null, string? Language = null);
