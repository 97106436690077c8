using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Hosting.Tenancy;

namespace VoldCms.PublicSite.QuickExit;

/// <summary>
/// Where the way out leads: to what the tenant has chosen among the allowed hosts, or to the default. An address that cannot be used is
/// told in the log, once for each state of the tenant's settings. Singleton, thread-safe.
/// </summary>
public sealed class ExitAddresses(IOptions<ExitOptions> exit, ILogger<ExitAddresses> logger)
{
    private readonly ConditionalWeakTable<SiteSettings, string> _known = [];

    /// <summary>Where the way out of a page leads.</summary>
    /// <param name="site">Null where no site is known.</param>
    public string Of(Site? site) => site?.Tenant is { } tenant ? Of(tenant, site.Settings) : exit.Value.Default;

    /// <summary>Where the way out of a tenant's pages leads.</summary>
    public string Of(Tenant tenant, SiteSettings settings) => _known.GetValue(settings, _ => Choose(tenant, settings));

    private string Choose(Tenant tenant, SiteSettings settings)
    {
        if (PublicSiteSettings.Of(settings).ExitAddress is not { } address)
        {
            return exit.Value.Default;
        }

        if (exit.Value.Allows(address))
        {
            return address;
        }

        logger.ExitRefused(tenant.Name, address, string.Join(", ", exit.Value.AllowedHosts));
        return exit.Value.Default;
    }
}
