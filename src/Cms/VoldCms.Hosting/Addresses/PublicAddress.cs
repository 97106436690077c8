using System.Collections.Immutable;
using System.Net;
using Microsoft.AspNetCore.Http;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Tenancy;

namespace VoldCms.Hosting.Addresses;

/// <summary>
/// What comes before the path where a site names its own addresses: scheme and host as somebody has configured them. What a request says
/// of its host is never repeated: anybody can write it.
/// </summary>
public static class PublicAddress
{
    /// <summary>
    /// The tenant's setting <c>BaseUrl</c>; else the first host that it is bound to; else, where it lies beside the others, the
    /// installation's address.
    /// </summary>
    /// <param name="tenant">Null for the installation's own front.</param>
    /// <param name="settings">The tenant's.</param>
    /// <param name="installation">See <see cref="AddressOptions.BaseUrl"/>.</param>
    /// <param name="scheme">The request's; for hosts, which are configured without one. What is not https is http.</param>
    /// <returns>Without a slash at the end; empty when nothing is configured, and an address is its path alone.</returns>
    public static string FindOrigin(Tenant? tenant, SiteSettings settings, string? installation, string scheme)
    {
        if (TryRead(settings.BaseUrl) is { } own)
        {
            // The setting is the site's root; every path has the prefix in front already.
            return tenant?.RequestUrlPrefix is { } prefix && own.EndsWith($"/{prefix}", StringComparison.OrdinalIgnoreCase)
                ? own[..^(prefix.Length + 1)]
                : own;
        }

        ImmutableArray<string> hosts = tenant?.RequestUrlHosts ?? [];
        return hosts.IsEmpty ? TryRead(installation) ?? ""
            : hosts.FirstOrDefault(host => !host.StartsWith('*')) is { } host
                ? $"{(scheme == Uri.UriSchemeHttps ? scheme : Uri.UriSchemeHttp)}://{host}"
            : "";
    }

    /// <summary>The site's own root as a person has set it; null when nobody has, or it is no address of the web.</summary>
    /// <param name="address">With scheme and host.</param>
    public static string? TryRead(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri is { UserInfo: "", Query: "", Fragment: "" }
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            ? uri.AbsoluteUri.TrimEnd('/')
            : null;

    /// <summary>
    /// Where nothing whole is configured and an address has to be whole, as in a sitemap: what the request says, when its host is one that
    /// the tenant is bound to (<c>*.kommune.no</c>), or this machine's own name for itself. Null for every other: anybody can write it.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="tenant">The one that it has reached; null on the installation's own front.</param>
    public static string? FindAsked(HttpRequest request, Tenant? tenant) =>
        tenant is { RequestUrlHosts.IsEmpty: false } || IsThisMachine(request.Host.Host) ? OriginOf(request) : null;

    /// <summary>Where nothing is configured, on paper, which is the asker's alone: what the request says.</summary>
    public static string OriginOf(HttpRequest request) => $"{request.Scheme}://{request.Host.ToUriComponent()}";

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
