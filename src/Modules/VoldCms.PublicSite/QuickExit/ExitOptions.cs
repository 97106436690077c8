using System.ComponentModel.DataAnnotations;

namespace VoldCms.PublicSite.QuickExit;

/// <summary>Where the way out of a site may lead: section <c>VoldCms:Exit</c>.</summary>
public sealed class ExitOptions
{
    /// <summary>The configuration section <c>VoldCms:Exit</c>.</summary>
    public const string Section = "VoldCms:Exit";

    /// <summary>Where it leads unless a tenant's settings say otherwise: a page that anybody may be reading. https.</summary>
    /// <value>A weather site unless configured.</value>
    [Required]
    public string Default { get; set; } = "https://www.yr.no/";

    /// <summary>
    /// The hosts that the default and the tenants may choose among: quick, and greeting nobody by name. Configured ones are added.
    /// </summary>
    /// <value>Weather, news and an encyclopedia unless configured.</value>
    public IList<string> AllowedHosts { get; } = ["www.yr.no", "www.met.no", "www.nrk.no", "snl.no"];

    /// <summary>Whether a site's way out may lead there.</summary>
    public bool Allows(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri is { IsDefaultPort: true, UserInfo: "" }
        && uri.Scheme == Uri.UriSchemeHttps
        && AllowedHosts.Contains(uri.Host, StringComparer.OrdinalIgnoreCase);
}
