using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Media;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Hosting.Assets;
using VoldCms.Hosting.Tenancy;
using VoldCms.PublicSite.QuickExit;
using VoldCms.PublicSite.Theme.Colors;
using VoldCms.PublicSite.TrialSites;

namespace VoldCms.PublicSite.Theme;

/// <summary>
/// Reads the settings object <c>PublicSite</c>, once for each state of a tenant's settings: they are immutable, and what is
/// read of them lives as long as they do. A value that cannot be used is told in the log, and the default stands in.
/// Singleton, thread-safe.
/// </summary>
public sealed class TenantThemes(IOptions<ExitOptions> exit, IMediaLibrary library, ILogger<TenantThemes> logger)
{
    private const string Name = "PublicSite";
    private const int LargestLogo = 64 * 1024;

    private static readonly Rgb s_main = new(0x1f, 0x55, 0x70);
    private static readonly Rgb s_accent = new(0xc7, 0x9a, 0x3b);
    private static readonly string[] s_logoTypes = [".svg", ".png"];

    private readonly ConditionalWeakTable<SiteSettings, TenantTheme> _known = [];

    /// <summary>The theme of the page's tenant; null on the installation's own front.</summary>
    public TenantTheme? Find(Site site) => site.Tenant is { } tenant ? Of(tenant, site.Settings) : null;

    /// <summary>Where the way out of a page leads.</summary>
    /// <param name="site">Null where no site is known.</param>
    public string ExitOf(Site? site) => site is null ? exit.Value.Default : Find(site)?.ExitHref ?? exit.Value.Default;

    /// <summary>A tenant's theme.</summary>
    public TenantTheme Of(Tenant tenant, SiteSettings settings) => _known.GetValue(settings, _ => Read(tenant, settings));

    private TenantTheme Read(Tenant tenant, SiteSettings settings)
    {
        var part = settings.Find(Name)?[Name] as JsonObject;
        var css = ThemeStyleSheet.Write(ReadColor(tenant, part, "MainColor", s_main), ReadColor(tenant, part, "AccentColor", s_accent));
        return new(
            ReadExit(tenant, part),
            MakeFile(tenant, "theme", ".css", Encoding.UTF8.GetBytes(css)),
            ReadLogo(tenant, part),
            Trial.IsOn(settings, part)
        );
    }

    private string ReadExit(Tenant tenant, JsonObject? part)
    {
        if (TextOf(part?["ExitAddress"]?["Text"]) is not { } address)
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

    private Rgb ReadColor(Tenant tenant, JsonObject? part, string field, Rgb fallback)
    {
        if (TextOf(part?[field]?["Text"]) is not { } text)
        {
            return fallback;
        }

        if (Rgb.TryParse(text, out var color))
        {
            return color;
        }

        logger.ColorRefused(tenant.Name, field, text);
        return fallback;
    }

    private ThemeFile? ReadLogo(Tenant tenant, JsonObject? part)
    {
        if (TextOf((part?["Logo"]?["Paths"] as JsonArray)?.FirstOrDefault()) is not { } text)
        {
            return null;
        }

        try
        {
            if (
                MediaPath.TryParse(text, out var path)
                && path.Extension.ToLowerInvariant() is var type
                && s_logoTypes.Contains(type)
                && library.Find(tenant, path) is { Length: <= LargestLogo }
            )
            {
                return MakeFile(tenant, "logo", type, library.Read(tenant, path));
            }
        }
        catch (IOException)
        {
            // As if it were not there: the page does not fail for want of a picture.
        }

        logger.LogoRefused(tenant.Name, text, LargestLogo / 1024);
        return null;
    }

    // The tenant's number leads any node to the file, the hash lets browsers keep it for good.
    private static ThemeFile MakeFile(Tenant tenant, string kind, string type, byte[] content)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 6));
        var name = string.Create(CultureInfo.InvariantCulture, $"{kind}-{tenant.Id.Value}-{hash}{type}");
        return new(name, Asset.Create(name, content));
    }

    private static string? TextOf(JsonNode? node) =>
        LenientJson.Text(node) is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
}
