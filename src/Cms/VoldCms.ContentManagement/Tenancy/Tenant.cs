using System.Collections.Immutable;

namespace VoldCms.ContentManagement.Tenancy;

/// <summary>The number of a tenant in the database: the first column of every key. Never reused.</summary>
public readonly record struct TenantId(int Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Where a tenant stands in its life (Orchard Core's states).</summary>
public enum TenantState
{
    /// <summary>Known, but its recipe has not been started.</summary>
    Uninitialized,

    /// <summary>Its recipe is running, or was cut off while it ran; the next start goes on.</summary>
    Initializing,

    /// <summary>Set up and served.</summary>
    Running,

    /// <summary>Kept, but not served.</summary>
    Disabled,

    /// <summary>Its recipe was refused; the reason stands in the log of the start.</summary>
    Invalid,
}

/// <summary>One municipality (or any other site) of the installation.</summary>
public sealed record Tenant
{
    /// <summary>The tenant's number.</summary>
    public required TenantId Id { get; init; }

    /// <summary>The tenant's name: <c>^\w+$</c>, unique ignoring case.</summary>
    public required string Name { get; init; }

    /// <summary>The first segment of its addresses, lower case; null when it is reached by host alone.</summary>
    public string? RequestUrlPrefix { get; init; }

    /// <summary>Hosts bound to the tenant, with or without a port, <c>*.</c> allowed in front.</summary>
    public ImmutableArray<string> RequestUrlHosts { get; init; } = [];

    /// <summary>Where the tenant stands in its life.</summary>
    public TenantState State { get; init; }

    /// <summary>The name of the recipe that sets the tenant up.</summary>
    public string? RecipeName { get; init; }

    /// <summary>
    /// Raised once in every commit that changed anything of the tenant; part of the key of what is kept for who may see more than anybody.
    /// </summary>
    public long Version { get; init; }

    /// <summary>Raised in every commit that changed definitions, settings or roles.</summary>
    public long ConfigurationVersion { get; init; }

    /// <summary>
    /// Raised in every commit that changed what an anonymous reader can see; part of the key of what is kept for anybody.
    /// </summary>
    public long PublicVersion { get; init; }
}
