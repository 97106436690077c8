using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using VoldCms.ContentManagement;
using VoldCms.ContentManagement.Storage;
using VoldCms.Hosting.Addresses;
using VoldCms.Hosting.Assets;
using VoldCms.Hosting.Caching;
using VoldCms.Hosting.Configuration;
using VoldCms.Hosting.Errors;
using VoldCms.Hosting.Health;
using VoldCms.Hosting.Jobs;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Logging;
using VoldCms.Hosting.Media;
using VoldCms.Hosting.Modules;
using VoldCms.Hosting.Security;
using VoldCms.Hosting.Tenancy;
using IPNetwork = System.Net.IPNetwork;

namespace VoldCms.Hosting;

/// <summary>
/// Everything that stands between Kestrel and the modules' pages. The engine included; the host adds <see cref="IErrorPages"/> and the
/// stores.
/// </summary>
public static class HostingSetup
{
    /// <summary>The largest body that a request may have, in bytes, where an endpoint does not say otherwise.</summary>
    public const long MaxRequestBodySize = 1024 * 1024;

    private static readonly TimeSpan s_healthPatience = TimeSpan.FromSeconds(5);

    /// <summary>Adds the services. Modules and all that reads settings is added before.</summary>
    /// <param name="builder">The application's.</param>
    /// <param name="commandLine">The settings that the program was started with.</param>
    /// <param name="modules">What <see cref="ModuleRegistration.AddModules"/> gave.</param>
    /// <param name="assets">The folder of the built front end.</param>
    /// <exception cref="StartupException">A setting is wrong.</exception>
    public static void AddHosting(
        this WebApplicationBuilder builder,
        IReadOnlyList<string> commandLine,
        ModuleCatalog modules,
        string assets
    )
    {
        var services = builder.Services;
        services.AddSettings<PageCacheOptions>(PageCacheOptions.Section);
        services.AddSettings<AddressOptions>(AddressOptions.Section);
        services.AddKnownSettings(new("VoldCms", "DataDirectory"));
        services.AddKnownSettings(new("Tenants", TenantDeclarations.KnownKeys));
        SettingsCheck.Run(services, builder.Configuration, commandLine);
        var data = DataDirectory.Prepare(builder.Configuration);
        UnfinishedWork.Sweep(data);
        var keys = data.PrepareKeys();
        services.AddDataDirectory(data);
        services.AddSingleton(TenantDeclarations.Read(builder.Configuration));
        services.AddSingleton(TextCatalog.Load(modules, data));
        services.AddSingleton(AssetCatalog.Load(assets));
        services.AddContentManagement();
        services.AddSingleton<TenantDirectory>();
        services.AddScoped<Site>();
        services.AddScoped(provider => provider.GetRequiredService<Site>().Texts);
        services.Configure<RouteOptions>(options =>
        {
            options.SetParameterPolicy<SiteRouteConstraint>(SiteRouteConstraint.Name);
            options.SetParameterPolicy<FrontRouteConstraint>(FrontRouteConstraint.Name);
        });
        services.Configure<KestrelServerOptions>(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = MaxRequestBodySize;
        });
        services.AddSingleton<IValidateOptions<AddressOptions>, AddressOptionsCheck>();
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<AddressOptions>>(Believe);
        services.AddDataProtection().PersistKeysToFileSystem(keys).SetApplicationName("VoldCms");
        services.AddResponseCompression(options => options.EnableForHttps = true);
        services.AddScoped<PageCachePolicy>();
        services.AddScoped<ScheduledPublishingJob>();
        services.AddRecurringJob<ScheduledPublishingJob>(
            ScheduledPublishingJob.Name,
            ScheduledPublishingJob.Interval,
            (job, token) => job.RunAsync(token)
        );
        services.AddHostedService<JobRunner>();
        services.AddSingleton<SetUpPass>();
        services.AddSingleton<StoreReady>();
        services
            .AddHealthChecks()
            .AddCheck<StoreReady>("store", timeout: s_healthPatience)
            .AddCheck<TenantsReady>("tenants", timeout: s_healthPatience);
        VisitorProtection.Add(services);
    }

    /// <summary>Puts the middleware in its order, up to and with routing; the host maps its endpoints after.</summary>
    public static void UseHosting(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<UnnamedProxy>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<ErrorMiddleware>();
        app.UseMiddleware<MethodMiddleware>();
        app.UseMiddleware<AssetMiddleware>();
        app.UseResponseCompression();
        app.UseHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.UseHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = HealthText.WriteAsync });
        app.UseMiddleware<AddressMiddleware>();
        app.UseMiddleware<SiteMiddleware>();
        app.UseMiddleware<PrincipalMiddleware>();
        app.UseMiddleware<PageCache>();
        app.UseRouting();
        app.UseMiddleware<SpellingMiddleware>();
    }

    // The framework believes this machine's own addresses unasked, and everybody where it knows of none; here nobody is believed but who is
    // named. Which host was asked for is never taken from a proxy: it passes Host on.
    private static void Believe(ForwardedHeadersOptions forwarded, IOptions<AddressOptions> addresses)
    {
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var proxy in addresses.Value.Proxies)
        {
            if (IPAddress.TryParse(proxy, out var address))
            {
                forwarded.KnownProxies.Add(address);
            }
            else
            {
                forwarded.KnownIPNetworks.Add(IPNetwork.Parse(proxy));
            }
        }

        var isAnyKnown = forwarded.KnownProxies.Count + forwarded.KnownIPNetworks.Count > 0;
        forwarded.ForwardedHeaders = isAnyKnown ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto : ForwardedHeaders.None;
    }
}
