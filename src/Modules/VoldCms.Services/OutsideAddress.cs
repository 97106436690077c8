namespace VoldCms.Services;

/// <summary>An address on the web outside this site.</summary>
/// <param name="Href">Absolute, http or https.</param>
/// <param name="Domain">The host as people say it, without "www.".</param>
internal sealed record OutsideAddress(string Href, string Domain)
{
    /// <summary>Null for what no browser should be sent to: a relative address, another scheme.</summary>
    public static OutsideAddress? Read(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            ? new(uri.AbsoluteUri, uri.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? uri.Host[4..] : uri.Host)
            : null;
}
