using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Json;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Items;
using VoldCms.Presentation.Pages;

namespace VoldCms.Events.News;

/// <summary>One piece of news. Its title stands on the page, not in the title bar.</summary>
internal sealed class NewsArticlePage(Site site, RequestedItem requested, NewsReader news) : LocalizedItemPage(site, requested)
{
    public override Wording Title => T["News"];

    public override ImmutableArray<Crumb> Breadcrumbs =>
        [new(T["News"], Site.Href(EventPaths.News)), new(Item.DisplayText ?? "", null, OtherLanguage?.Name)];

    public Wording Kind => news.KindOf(Item);

    public string? Day => NewsReader.DayOf(Item);

    public string? Lead => Item.Text(EventContentTypes.NewsArticle, "Lead");

    public string? Body => Item.FindField(EventContentTypes.NewsArticle, "Body")?.FindText("Html");
}
