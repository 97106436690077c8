using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;

namespace VoldCms.Presentation.Pages;

/// <summary>
/// The page model of every public page: what the layout needs, finished. A page fills its own properties in its handler;
/// its view lays them out and asks nobody.
/// </summary>
public abstract class SitePage(Site site) : PageModel
{
    public Site Site => site;

    /// <summary>The interface's texts in the language of the page.</summary>
    public Texts T => site.Texts;

    /// <summary>
    /// For the browser's title bar, history and bookmarks, in front of the site's name: true but discreet, so that it
    /// gives nobody away.
    /// </summary>
    public abstract Wording Title { get; }

    /// <summary>What the site is called: the tenant's own name, or the title of the installation's front.</summary>
    public string SiteName => site.Tenant is null ? Title.Value : site.Settings.SiteName is { Length: > 0 } name ? name : site.Tenant.Name;

    /// <summary>For the title element.</summary>
    public Wording BrowserTitle => Title.Value == SiteName ? Title : Title with { Value = $"{Title.Value} – {SiteName}" };

    /// <summary>The list of tenants; null where this site does not lie beside the others.</summary>
    public string? AllTenantsHref => site.Tenant?.RequestUrlPrefix is not null && site.Tenant.RequestUrlHosts.IsEmpty ? $"/{site.Culture.Name}" : null;

    /// <summary>The way from the front page to this one, the page itself last; empty on a front page.</summary>
    public virtual ImmutableArray<Crumb> Breadcrumbs => [];

    /// <summary>This page in the site's languages, the current one included.</summary>
    public virtual ImmutableArray<LanguageLink> Languages =>
    [
        .. site.Cultures.Select(culture => new LanguageLink(
            culture, $"{site.Href(culture, PathBelowCulture)}{KeptQuery}", culture == site.Culture)),
    ];

    /// <summary>The languages that this page is there in, for those who look for it: not those that would answer with another's words.</summary>
    public virtual ImmutableArray<LanguageLink> Alternates => Languages;

    /// <summary>
    /// The query parameters that change the page; null when it has not said, and then a page with a query is never kept.
    /// </summary>
    public virtual ImmutableArray<string>? QueryParameters => null;

    /// <summary>On paper nothing but the page's sheets is wanted: no header, no footer.</summary>
    public virtual bool IsSheet => false;

    /// <summary>The site's own root with scheme and host, as it is written on paper: the setting BaseUrl, or where the page was asked for.</summary>
    public string RootHref =>
        site.Settings.BaseUrl is { Length: > 0 } address ? address : AbsoluteHref(site.Href()[..^(site.Culture.Name.Length + 1)]);

    /// <summary>An address of this site with scheme and host, as search engines ask for it.</summary>
    public string AbsoluteHref(string href) => $"{Request.Scheme}://{Request.Host.ToUriComponent()}{href}";

    // Into the links of a page that is kept for others nothing goes but what it has named.
    private string KeptQuery => QueryParameters is { } names
        ? QueryString.Create(from name in names from value in Request.Query[name] select KeyValuePair.Create(name, value)).ToUriComponent()
        : Request.QueryString.ToUriComponent();

    // The first segment is the language, except on the installation's front, which has an address without one.
    private string PathBelowCulture =>
        Request.Path.Value?.Trim('/').Split('/', 2) is [_, var rest] ? rest : "";
}
