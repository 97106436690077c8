using Microsoft.Extensions.Options;
using VoldCms.Hosting.Configuration;

namespace VoldCms.Web.Discovery;

/// <summary>What search engines, and those who have found a hole, are told.</summary>
internal static class DiscoverySetup
{
    public static void AddDiscovery(this IServiceCollection services)
    {
        services.AddSettings<DiscoveryOptions>(DiscoveryOptions.Section);
        services.AddSingleton<IValidateOptions<DiscoveryOptions>, DiscoveryOptionsCheck>();
        services.AddSingleton<SecurityContact>();
    }
}
