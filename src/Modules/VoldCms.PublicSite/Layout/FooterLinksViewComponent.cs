using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Pages;
using VoldCms.PublicSite.AToZ;

namespace VoldCms.PublicSite.Layout;

/// <summary>What the modules want at the foot of every page.</summary>
[ViewComponent(Name = "FooterLinks")]
public sealed class FooterLinksViewComponent(IEnumerable<IFooterLinks> sources, Site site) : ViewComponent
{
    /// <summary>Renders the links at the foot of every page.</summary>
    public async Task<IViewComponentResult> InvokeAsync()
    {
        var links = new List<LinkCard> { new(site.Texts["Everything A–Å"], site.Href(SiteIndexPage.PagePath)) };
        foreach (var source in sources)
        {
            links.AddRange(await source.ListAsync(site, HttpContext.RequestAborted));
        }

        return View(new FooterLinks(site.Texts["About this site"], links));
    }
}

/// <summary>The links, finished.</summary>
internal sealed record FooterLinks(Wording Name, IReadOnlyList<LinkCard> Links);
