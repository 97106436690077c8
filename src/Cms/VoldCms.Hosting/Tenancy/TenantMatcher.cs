using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;
using VoldCms.ContentManagement.Tenancy;

namespace VoldCms.Hosting.Tenancy;

/// <summary>
/// Finds the tenant of an address. Order: host with port and prefix, host and prefix, host with port, host, prefix on any
/// host, wildcard hosts (the nearest first). Ignores case. Immutable and thread-safe.
/// </summary>
internal sealed class TenantMatcher
{
    private readonly FrozenDictionary<(string Host, string Prefix), Tenant> _byAddress;

    public TenantMatcher(IReadOnlyList<Tenant> tenants)
    {
        Tenants = tenants;
        var byAddress = new Dictionary<(string Host, string Prefix), Tenant>();
        foreach (var tenant in tenants)
        {
            var prefix = tenant.RequestUrlPrefix?.ToLowerInvariant() ?? "";
            foreach (var host in tenant.RequestUrlHosts.DefaultIfEmpty(""))
            {
                // The store keeps addresses apart; should two meet all the same, the older tenant keeps its own.
                byAddress.TryAdd((host.ToLowerInvariant(), prefix), tenant);
            }
        }

        _byAddress = byAddress.ToFrozenDictionary();
    }

    /// <summary>All of them, in the store's order.</summary>
    public IReadOnlyList<Tenant> Tenants { get; }

    /// <summary>The tenant, and whether the path's first segment is its prefix; null when nobody has the address.</summary>
    /// <param name="host">As it was asked for.</param>
    /// <param name="firstSegment">Of the path; empty when there is none.</param>
    public TenantMatch? Match(HostString host, string firstSegment)
    {
        var name = host.Host.ToLowerInvariant();
        var nameAndPort = host.Value?.ToLowerInvariant() ?? name;
        var segment = firstSegment.ToLowerInvariant();
        return FindExact(nameAndPort, segment)
            ?? FindExact(name, segment)
            ?? FindExact(nameAndPort, "")
            ?? FindExact(name, "")
            ?? FindExact("", segment)
            ?? FindWildcard(nameAndPort, name, segment);
    }

    private TenantMatch? FindExact(string host, string prefix) =>
        host.Length + prefix.Length > 0 && _byAddress.TryGetValue((host, prefix), out var tenant) ? new(tenant, prefix.Length > 0) : null;

    private TenantMatch? FindWildcard(string nameAndPort, string name, string segment)
    {
        for (var dot = name.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = name.IndexOf('.', dot + 1))
        {
            var (withPort, withoutPort) = ($"*{nameAndPort[dot..]}", $"*{name[dot..]}");
            if (
                (
                    FindExact(withPort, segment) ?? FindExact(withoutPort, segment) ?? FindExact(withPort, "") ?? FindExact(withoutPort, "")
                ) is
                { } match
            )
            {
                return match;
            }
        }

        return null;
    }
}

/// <summary>A tenant found by address.</summary>
internal readonly record struct TenantMatch(Tenant Tenant, bool ByPrefix);
