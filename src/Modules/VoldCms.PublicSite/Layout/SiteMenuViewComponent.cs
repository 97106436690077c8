using Microsoft.AspNetCore.Mvc;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Pages;

namespace VoldCms.PublicSite.Layout;

/// <summary>The main menu: the modules' sections, in order.</summary>
[ViewComponent(Name = "SiteMenu")]
public sealed class SiteMenuViewComponent(IEnumerable<ISiteSection> sections, Site site) : ViewComponent
{
    /// <summary>Renders the site's menu.</summary>
    public IViewComponentResult Invoke()
    {
        var here = Request.Path.Value ?? "";
        return View(
            new SiteMenu(
                site.Texts["Main menu"],
                [
                    .. sections
                        .OrderBy(section => section.Order)
                        .Select(section => new SiteMenuLink(
                            site.Texts[section.Name],
                            site.Href(section.Path),
                            here.TrimEnd('/').Equals($"/{site.Culture.Name}/{section.Path}", StringComparison.OrdinalIgnoreCase)
                        )),
                ]
            )
        );
    }
}

/// <summary>The menu, finished.</summary>
internal sealed record SiteMenu(Wording Name, IReadOnlyList<SiteMenuLink> Links);

/// <summary>One entry of the menu.</summary>
internal sealed record SiteMenuLink(Wording Text, string Href, bool IsCurrent);
