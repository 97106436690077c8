namespace VoldCms.Hosting.Addresses;

/// <summary>Where the installation is found, and who stands before it: settings of the section <c>VoldCms</c>.</summary>
public sealed class AddressOptions
{
    /// <summary>The configuration section <c>VoldCms</c>.</summary>
    public const string Section = "VoldCms";

    /// <summary>
    /// The installation's public address, such as <c>https://hjelp.example.no</c>: what pages say of themselves to search engines where the
    /// tenant's own settings do not say otherwise. Null when nobody has said; then they say paths alone.
    /// </summary>
    public string? BaseUrl { get; set; }

    /// <summary>
    /// Addresses, or networks such as <c>10.1.0.0/16</c>, of proxies whose <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are
    /// believed; nobody else's are, this machine's own neither.
    /// </summary>
    public string[] Proxies { get; set; } = [];
}
