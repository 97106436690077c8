using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using VoldCms.ContentManagement.Media;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Hosting.Assets;
using VoldCms.Hosting.Tenancy;
using VoldCms.PublicSite.Theme.Colors;

namespace VoldCms.PublicSite.Theme;

/// <summary>
/// The tenants' colours and logos, each made once for each state of a tenant's settings. A value that cannot be used is told in the log,
/// and the default stands in. Singleton, thread-safe.
/// </summary>
internal sealed class TenantThemes(IMediaLibrary library, ILogger<TenantThemes> logger)
{
    private const int LargestLogo = 64 * 1024;

    private static readonly Rgb s_main = new(0x1f, 0x55, 0x70);
    private static readonly Rgb s_accent = new(0xc7, 0x9a, 0x3b);
    private static readonly string[] s_logoTypes = [".svg", ".png"];

    private readonly ConditionalWeakTable<SiteSettings, TenantTheme> _known = [];

    /// <summary>The theme of the page's tenant; null on the installation's own front.</summary>
    public TenantTheme? Find(Site site) => site.Tenant is { } tenant ? Of(tenant, site.Settings) : null;

    /// <summary>A tenant's theme.</summary>
    public TenantTheme Of(Tenant tenant, SiteSettings settings) => _known.GetValue(settings, _ => Read(tenant, settings));

    private TenantTheme Read(Tenant tenant, SiteSettings settings)
    {
        var said = PublicSiteSettings.Of(settings);
        var css = ThemeStyleSheet.Write(
            ReadColor(tenant, said.MainColor, "MainColor", s_main),
            ReadColor(tenant, said.AccentColor, "AccentColor", s_accent)
        );
        return new(MakeFile(tenant, "theme", ".css", Encoding.UTF8.GetBytes(css)), ReadLogo(tenant, said.Logo));
    }

    private Rgb ReadColor(Tenant tenant, string? text, string field, Rgb fallback)
    {
        if (text is null)
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

    private ThemeFile? ReadLogo(Tenant tenant, string? text)
    {
        if (text is null)
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
}
