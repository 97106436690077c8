using VoldCms.ContentManagement.Tenancy;
using VoldCms.Hosting.Tenancy;

namespace VoldCms.Web.Commands;

/// <summary>A scope in which a command acts as the system in one tenant.</summary>
internal static class TenantScope
{
    /// <summary>The tenant of that name, or one line that says which there are.</summary>
    public static async Task<(Tenant? Tenant, string Problem)> FindAsync(
        WebApplication app,
        string name,
        CancellationToken cancellationToken
    )
    {
        var store = app.Services.GetRequiredService<ITenantStore>();
        if (await store.FindAsync(name, cancellationToken) is { } tenant)
        {
            return (tenant, "");
        }

        var names = (await store.ListAsync(cancellationToken)).Select(known => known.Name).ToList();
        var expected = names.Count == 0 ? "one that `tenant create` has made" : $"one of {string.Join(", ", names)}";
        return (null, $"There is no tenant '{name}'; expected {expected}.");
    }

    public static AsyncServiceScope Open(WebApplication app, Tenant tenant) =>
        app.Services.GetRequiredService<IServiceScopeFactory>().OpenAsSystem(tenant);
}
