using VoldCms.ContentManagement.Tenancy;
using VoldCms.Hosting.Tenancy;

namespace VoldCms.Web.Starting;

/// <summary>Says where the site can be opened, once it can be.</summary>
internal static class TenantAddresses
{
    /// <summary>One line for the front, one for each tenant that is served.</summary>
    public static async Task PrintAsync(WebApplication app, TextWriter console)
    {
        var roots = app.Urls.Select(url => url.TrimEnd('/')).ToList();
        var tenants = await app.Services.GetRequiredService<TenantDirectory>().ListAsync(app.Lifetime.ApplicationStopping);
        await console.WriteLineAsync($"Ready: {string.Join(' ', roots.Select(root => $"{root}/"))}");
        foreach (var tenant in tenants.Where(tenant => tenant.State == TenantState.Running))
        {
            await console.WriteLineAsync($"  {tenant.Name}: {string.Join(' ', AddressesOf(tenant, roots))}");
        }
    }

    private static IEnumerable<string> AddressesOf(Tenant tenant, IReadOnlyList<string> roots)
    {
        var path = tenant.RequestUrlPrefix is null ? "/" : $"/{tenant.RequestUrlPrefix}/";
        return tenant.RequestUrlHosts.IsEmpty ? roots.Select(root => root + path) : tenant.RequestUrlHosts.Select(host => host + path);
    }
}
