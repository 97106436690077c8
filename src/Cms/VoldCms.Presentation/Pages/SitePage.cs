using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Primitives;
using VoldCms.ContentManagement.Localization;
using VoldCms.Hosting.Addresses;
using VoldCms.Hosting.Caching;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;

namespace VoldCms.Presentation.Pages;

/// <summary>
/// The page model of every public page: what the layout needs, finished. A page fills its own properties in its handler;
/// its view lays them out and asks nobody.
/// </summary>
public abstract class SitePage(Site site) : PageModel
{
    /// <summary>The site and language of the request.</summary>
    public Site Site => site;

    /// <summary>The interface's texts in the language of the page.</summary>
    public Texts T => site.Texts;

    /// <summary>
    /// For the browser's title bar, history and bookmarks, in front of the site's name: true but discreet, so that it
    /// gives nobody away.
    /// </summary>
    public abstract Wording Title { get; }

    /// <summary>What the site is called: the tenant's own name, or the title of the installation's front.</summary>
    public string SiteName =>
        site.Tenant is null ? Title.Value
        : site.Settings.SiteName is { Length: > 0 } name ? name
        : site.Tenant.Name;

    /// <summary>For the title element.</summary>
    public Wording BrowserTitle => Title.Value == SiteName ? Title : Title with { Value = $"{Title.Value} – {SiteName}" };

    /// <summary>The list of tenants; null where this site does not lie beside the others.</summary>
    public string? AllTenantsHref =>
        site.Tenant?.RequestUrlPrefix is not null && site.Tenant.RequestUrlHosts.IsEmpty ? $"/{site.Culture.Name}" : null;

    /// <summary>The way from the front page to this one, the page itself last; empty on a front page.</summary>
    public virtual ImmutableArray<Crumb> Breadcrumbs => [];

    /// <summary>This page in the site's languages, the current one included.</summary>
    public virtual ImmutableArray<LanguageLink> Languages =>
        [
            .. site.Cultures.Select(culture => new LanguageLink(
                culture,
                $"{site.Href(culture, site.PathBelowLanguage)}{KeptQuery}",
                culture == site.Culture
            )),
        ];

    /// <summary>
    /// This page's own address among those that show the same: in the language of its words where they are not in that of the page, and
    /// without a filter.
    /// </summary>
    public string CanonicalHref => PathOf(Languages.First(language => language.Culture == CanonicalCulture));

    /// <summary>
    /// The page in each language that it is written in, itself included, for those who look for it. None where its own address is another:
    /// what it shows is another page's.
    /// </summary>
    public ImmutableArray<LanguageLink> Alternates =>
        IsCanonical ? [.. Languages.Where(language => WrittenIn.IsEmpty || WrittenIn.Contains(language.Culture))] : [];

    /// <summary>The query parameters that change the page, and their values; known when the handler has run.</summary>
    public virtual ImmutableArray<QueryParameter> QueryParameters => [];

    /// <summary>On paper nothing but the page's sheets is wanted: no header, no footer.</summary>
    public virtual bool IsSheet => false;

    /// <summary>
    /// The site's own root with scheme and host, as it is written on paper: the setting BaseUrl, or what else is configured; where nothing
    /// is, what the request says.
    /// </summary>
    public string RootHref
    {
        get
        {
            if (PublicAddress.TryRead(site.Settings.BaseUrl) is { } address)
            {
                return address;
            }

            HangsOnHost |= site.Origin.Length == 0;
            var origin = HangsOnHost ? PublicAddress.OriginOf(Request) : site.Origin;
            return origin + site.Href()[..^(site.Culture.Name.Length + 1)];
        }
    }

    /// <summary>Whether the page says what only this request has said, and so is nobody else's.</summary>
    internal bool HangsOnHost { get; private set; }

    /// <summary>The languages that the page's own words are in; empty where it has words in every language of the site.</summary>
    protected virtual ImmutableArray<Culture> WrittenIn => [];

    private bool IsCanonical => KeptQuery.Length == 0 && CanonicalHref == (Request.PathBase + Request.Path).ToUriComponent();

    // The language that answers for the page's; where the site is offered in none that the page is written in, its first.
    private Culture CanonicalCulture =>
        WrittenIn.IsEmpty
            ? site.Culture
            : site.AnswerOrder.Select(name =>
                    site.Cultures.FirstOrDefault(culture => culture.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                )
                .FirstOrDefault(culture => culture is not null && WrittenIn.Contains(culture))
                ?? site.Cultures[0];

    /// <summary>An address of this site as search engines ask for it: whole, as far as anybody has configured where the site is.</summary>
    public string AbsoluteHref(string href) => site.Origin + href;

    /// <summary>
    /// Of what the request asks, what the page knows (<see cref="QueryParameters"/>): a page that is kept for others hangs on nothing else.
    /// </summary>
    protected IQueryCollection KnownQuery =>
        new QueryCollection(Known.ToDictionary(pair => pair.Key, pair => new StringValues(pair.Value)));

    private IEnumerable<KeyValuePair<string, string?>> Known =>
        QueryParameters
            .Select(parameter => KeyValuePair.Create(parameter.Name, parameter.Find(Request.Query)))
            .Where(pair => pair.Value is not null);

    private string KeptQuery => QueryString.Create(Known).ToUriComponent();

    private static string PathOf(LanguageLink language) => language.Href.Split('?')[0];
}
