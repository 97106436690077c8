using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Hosting.Health;
using VoldCms.Hosting.Tenancy;

namespace VoldCms.IntegrationTests.Web;

/// <summary>The tenants that a site sets up at its start, while it answers already.</summary>
public static class SetUpTenants
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    /// <summary>
    /// Waits until the site serves the tenants. Fails when the set-up has ended without, or takes too long, and says how each stands.
    /// </summary>
    /// <param name="services">The site's.</param>
    /// <param name="prefixes">The tenants' prefixes.</param>
    /// <param name="patience">How long it may take; three minutes unless given.</param>
    public static async Task WaitForTenantsAsync(this IServiceProvider services, IReadOnlyList<string> prefixes, TimeSpan? patience = null)
    {
        var stop = TestContext.Current.CancellationToken;
        var waited = Stopwatch.StartNew();
        while (true)
        {
            var isOver = services.GetRequiredService<SetUpPass>().IsOver;
            var tenants = await services.GetRequiredService<ITenantStore>().ListAsync(stop);
            var states = prefixes.Select(prefix => tenants.FirstOrDefault(tenant => tenant.RequestUrlPrefix == prefix)?.State).ToList();
            if (states.All(state => state == TenantState.Running))
            {
                services.GetRequiredService<TenantDirectory>().Forget();
                return;
            }

            if (isOver || waited.Elapsed > (patience ?? s_patience))
            {
                var standing = prefixes.Zip(states, (prefix, state) => $"{prefix} is {state?.ToString() ?? "not there"}");
                Assert.Fail(
                    $"{(isOver ? "The set-up has ended" : $"Waited for {waited.Elapsed.TotalSeconds:0.0} s")}, and not all tenants run: "
                        + $"{string.Join(", ", standing)}."
                );
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), stop);
        }
    }
}
