using VoldCms.ContentManagement.Localization;
using VoldCms.Hosting.Localization;

namespace VoldCms.Events.News;

/// <summary>A piece of news.</summary>
/// <param name="Title">Its own.</param>
/// <param name="Href">Its page.</param>
/// <param name="Kind">News or a campaign.</param>
/// <param name="Day">When it was told, as it is written; null when nobody has said.</param>
/// <param name="Lead">What it says in short; null when it has none.</param>
/// <param name="Language">The language of its words where it is not the page's; else null.</param>
internal sealed record NewsCard(string Title, string Href, Wording Kind, string? Day, string? Lead, Culture? Language);
