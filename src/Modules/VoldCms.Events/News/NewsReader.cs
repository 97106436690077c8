using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Items;

namespace VoldCms.Events.News;

/// <summary>Reads news in the language of the page, the latest first. Scoped.</summary>
internal sealed class NewsReader(LocalizedItems items, Site site)
{
    private const string Article = EventContentTypes.NewsArticle;

    /// <summary>Whether there is any.</summary>
    public ValueTask<bool> HaveAnyAsync(CancellationToken cancellationToken) => items.HaveAnyAsync(Article, cancellationToken);

    /// <summary>All of it.</summary>
    public async Task<ImmutableArray<NewsCard>> ListAsync(CancellationToken cancellationToken) =>
        [
            .. (await items.ListAsync(Article, cancellationToken))
                .OrderByDescending(article => article.Day(Article, "PublishedDate"))
                .Select(ToCard)
                .OfType<NewsCard>(),
        ];

    /// <summary>News or a campaign.</summary>
    public Wording KindOf(ContentItem article) => article.Text(Article, "Kind") == "campaign" ? site.Texts["Campaign"] : site.Texts["News"];

    /// <summary>When it was told, as it is written; null when nobody has said.</summary>
    public static string? DayOf(ContentItem article) => article.Day(Article, "PublishedDate") is { } day ? Days.Write(day) : null;

    private NewsCard? ToCard(ContentItem article) =>
        site.FindHref(article) is { } href
            ? new(
                article.DisplayText ?? "",
                href,
                KindOf(article),
                DayOf(article),
                article.Text(Article, "Lead"),
                site.FindOtherLanguage(article)
            )
            : null;
}
