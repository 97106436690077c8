using Microsoft.Extensions.Options;

namespace VoldCms.Web.Discovery;

/// <summary>What search engines, and those who have found a hole, are told.</summary>
internal static class DiscoverySetup
{
    public static void AddDiscovery(this IServiceCollection services)
    {
        services.AddOptions<DiscoveryOptions>().BindConfiguration(DiscoveryOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DiscoveryOptions>, DiscoveryOptionsCheck>();
        services.AddSingleton<SecurityContact>();
    }
}
