using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using VoldCms.ContentManagement.Settings;
using VoldCms.Hosting.Tenancy;

namespace VoldCms.Web.Theme;

/// <summary>
/// Reads the settings object <c>PublicSite</c>, once for each state of a tenant's settings: they are immutable, and what is
/// read of them lives as long as they do. A value that cannot be used is told in the log, and the default stands in.
/// Singleton, thread-safe.
/// </summary>
public sealed class TenantThemes(IOptions<ExitOptions> exit, ILogger<TenantThemes> logger)
{
    private const string Name = "PublicSite";

    private readonly ConditionalWeakTable<SiteSettings, TenantTheme> _known = [];

    public TenantTheme Of(Site site) => Of(site.Settings);

    public TenantTheme Of(SiteSettings settings) => _known.GetValue(settings, Read);

    private TenantTheme Read(SiteSettings settings)
    {
        var part = settings.Find(Name)?[Name] as JsonObject;
        return new(ReadExit(settings, part));
    }

    private string ReadExit(SiteSettings settings, JsonObject? part)
    {
        if (TextOf(part, "ExitAddress") is not { } address)
        {
            return exit.Value.Default;
        }

        if (exit.Value.Allows(address))
        {
            return address;
        }

        logger.ExitRefused(settings.SiteName, address, string.Join(", ", exit.Value.AllowedHosts));
        return exit.Value.Default;
    }

    private static string? TextOf(JsonObject? part, string field) =>
        part?[field]?["Text"] is JsonValue value && value.TryGetValue<string>(out var text) && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
}
