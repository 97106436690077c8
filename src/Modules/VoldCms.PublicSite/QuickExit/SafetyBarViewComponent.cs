using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewComponents;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Pages;

namespace VoldCms.PublicSite.QuickExit;

/// <summary>The way out and the bar around it, with the tenant's own address and page.</summary>
[ViewComponent(Name = "SafetyBar")]
public sealed class SafetyBarViewComponent(Site site, ExitAddresses exits, IEnumerable<IHideVisitPage> pages, HtmlEncoder encoder)
    : ViewComponent
{
    /// <summary>Renders the bar: the way out, and the page about hiding the visit where the tenant has one.</summary>
    public async Task<IViewComponentResult> InvokeAsync()
    {
        LinkCard? hideVisit = null;
        if (site.Tenant is not null)
        {
            foreach (var page in pages)
            {
                hideVisit ??= await page.FindAsync(site, HttpContext.RequestAborted);
            }
        }

        return new HtmlContentViewComponentResult(new SafetyBar(exits.Of(site), hideVisit, site.Texts).Render(encoder));
    }
}
