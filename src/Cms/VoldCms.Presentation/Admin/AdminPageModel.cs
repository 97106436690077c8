using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Security;

namespace VoldCms.Presentation.Admin;

/// <summary>
/// The page model of every page of a tenant's admin: who asks is known, works there, and may open the page before a handler runs. For
/// whoever does not work there the page is not there. Its layout is <see cref="Layout"/>.
/// </summary>
public abstract class AdminPageModel : PageModel
{
    /// <summary>The name of the layout of the admin's pages.</summary>
    public const string Layout = "_Admin";

    private TenantConfiguration? _configuration;
    private AdminPerson? _person;
    private Texts? _texts;

    /// <summary>The heading. It stands in the browser's title bar too.</summary>
    public abstract Wording Title { get; }

    /// <summary>The interface's texts in the person's language.</summary>
    public Texts T => _texts ?? throw NotEntered();

    /// <summary>Who asks.</summary>
    public AdminPerson Person => _person ?? throw NotEntered();

    /// <summary>The tenant's definitions, settings and roles.</summary>
    public TenantConfiguration Configuration => _configuration ?? throw NotEntered();

    /// <summary>Whose content it is.</summary>
    public Tenant Tenant => Service<TenantContext>().Tenant;

    /// <summary>What people call the tenant.</summary>
    public string TenantName => Configuration.Settings.SiteName is { Length: > 0 } name ? name : Tenant.Name;

    /// <summary>The public pages; null where they lie on hosts of their own.</summary>
    public string? SiteHref => Tenant.RequestUrlHosts.IsEmpty ? $"/{Tenant.RequestUrlPrefix}/" : null;

    /// <summary>The person in her roles here.</summary>
    public Principal Principal => Service<CurrentPrincipal>().Value;

    /// <summary>The addresses of this tenant's admin.</summary>
    public AdminAddresses Addresses => new(Tenant.Name);

    /// <summary>What went wrong with what was sent; null while nothing has.</summary>
    public Wording? Problem { get; protected set; }

    /// <summary>Whether the browser's title bar says that something went wrong.</summary>
    public virtual bool HasProblem => Problem is not null;

    /// <summary>What has just been done; null when nothing has.</summary>
    public Wording? Done { get; protected set; }

    /// <summary>Who may open the page; null for everybody who works for the tenant.</summary>
    protected virtual Permission? Needs => null;

    /// <summary>Whether a form of the page counts only from who has shown a factor just now.</summary>
    protected virtual bool NeedsProof => false;

    /// <summary>Ends when the browser has gone.</summary>
    protected CancellationToken Stop => HttpContext.RequestAborted;

    /// <inheritdoc/>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        Response.Headers.ContentSecurityPolicy = ContentSecurityPolicies.Admin;
        switch (await Service<IAdminDoor>().EnterAsync(HttpContext, NeedsProof, Stop))
        {
            case AdminEntry.Turned turned:
                context.Result = turned.Answer;
                return;
            case AdminEntry.Entered entered:
                _person = entered.Person;
                break;
        }

        if (Principal.Kind != PrincipalKind.User)
        {
            context.Result = NotFound();
            return;
        }

        _configuration = (await Service<TenantConfigurations>().GetRecentAsync(Tenant.Id, Stop)).Configuration;
        if (Needs is { } needed && !Allows(needed))
        {
            context.Result = NotFound();
            return;
        }

        _texts = Service<TextCatalog>().For(Person.Culture, Tenant.Name);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Person.Culture.Formatting;
        await next();
    }

    /// <summary>Whether the person may open a page of the menu.</summary>
    public bool MayOpen(AdminPage page) => page.Permission is not { } needed || Allows(needed);

    /// <summary>Whether the person has the permission here.</summary>
    public bool Allows(Permission permission) => new Authorizer(Configuration.Roles).Allows(Principal, permission);

    /// <summary>What may be offered to the person; the actions decide.</summary>
    public ContentOffers Offers => new(Configuration.Roles, Principal);

    /// <summary>Words of a definition, which are in the language of the site whatever language the person works in.</summary>
    public Wording DefinitionWords(string words) => DefinitionText.Of(words, T, Configuration.Settings);

    /// <summary>A service of the request.</summary>
    protected TService Service<TService>()
        where TService : notnull => HttpContext.RequestServices.GetRequiredService<TService>();

    private static InvalidOperationException NotEntered() => new("Nobody has entered the page yet; it is known when its handler runs.");
}
