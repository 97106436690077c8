using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using VoldCms.ContentManagement.Localization;

namespace VoldCms.Hosting.Tenancy;

/// <summary>What tenants may be called, and where they may be reached.</summary>
public static partial class TenantNaming
{
    private static readonly FrozenDictionary<string, SiteArea> s_areas = new Dictionary<string, SiteArea>
    {
        ["admin"] = SiteArea.Admin,
        ["api"] = SiteArea.Api,
        ["assets"] = SiteArea.Installation,
        ["health"] = SiteArea.Installation,
        ["l"] = SiteArea.Link,
        ["media"] = SiteArea.Media,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>First segments that mean something else; culture codes come on top.</summary>
    public static FrozenSet<string> ReservedSegments { get; } = s_areas.Keys.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>First segments of addresses that outsiders know by themselves, of every site: the host's endpoints answer there.</summary>
    internal static FrozenSet<string> WellKnownSegments { get; } =
        new[] { ".well-known", "robots.txt", "sitemap.xml" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The area that an address belongs to; one that no reserved segment begins is a page's.</summary>
    /// <param name="segment">The path's first, below the tenant's prefix.</param>
    internal static SiteArea AreaOf(string segment) => s_areas.GetValueOrDefault(segment, SiteArea.Page);

    /// <summary>One line that says what is wrong and what was expected; null when all is well.</summary>
    /// <param name="name">The tenant's name.</param>
    /// <param name="prefix">Null when it is reached by host alone.</param>
    /// <param name="hosts">With or without a port, <c>*.</c> allowed in front.</param>
    public static string? FindProblem(string name, string? prefix, ImmutableArray<string> hosts)
    {
        if (!NamePattern().IsMatch(name))
        {
            return $"Name is '{name}'; expected letters, digits and underscores.";
        }

        if (prefix is null && hosts.IsEmpty)
        {
            return $"the tenant '{name}' has neither Prefix nor Hosts; expected one of them.";
        }

        if (prefix is not null && !PrefixPattern().IsMatch(prefix))
        {
            return $"Prefix is '{prefix}'; expected one segment of lower-case letters a to z, digits and hyphens.";
        }

        if (prefix is not null && (ReservedSegments.Contains(prefix) || Cultures.Find(prefix) is not null))
        {
            var reserved = string.Join(", ", ReservedSegments.Order());
            return $"Prefix is '{prefix}', which is reserved; expected none of {reserved} and no language code.";
        }

        return hosts.FirstOrDefault(host => !HostPattern().IsMatch(host)) is { } wrong
            ? $"Hosts has '{wrong}'; expected a host name such as 'hjelp.kommune.no', 'localhost:5080' or '*.kommune.no'."
            : null;
    }

    [GeneratedRegex(@"^\w{1,64}\z")]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex PrefixPattern();

    [GeneratedRegex(@"^(\*\.)?[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]{1,5})?\z")]
    private static partial Regex HostPattern();
}
