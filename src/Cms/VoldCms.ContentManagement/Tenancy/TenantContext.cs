using System.Diagnostics.CodeAnalysis;

namespace VoldCms.ContentManagement.Tenancy;

/// <summary>
/// The tenant that the current scope works for: set once, by the middleware, command or job that opened the scope.
/// Everything that reads or writes asks here, and throws when nobody has said.
/// </summary>
/// <remarks>One instance a scope; not thread-safe.</remarks>
public sealed class TenantContext
{
    private Tenant? _tenant;

    /// <summary>The tenant of this scope.</summary>
    /// <exception cref="InvalidOperationException">No tenant has been set for this scope.</exception>
    public Tenant Tenant =>
        _tenant ?? throw new InvalidOperationException("No tenant is set for this scope; nothing may be read or written without one.");

    /// <inheritdoc cref="Tenant"/>
    public TenantId Id => Tenant.Id;

    /// <summary>Whether a tenant has been set in this scope.</summary>
    [MemberNotNullWhen(true, nameof(_tenant))]
    public bool HasTenant => _tenant is not null;

    /// <summary>Sets the tenant of this scope.</summary>
    /// <exception cref="InvalidOperationException">Another tenant is set already: a scope never changes hands.</exception>
    public void Set(Tenant tenant)
    {
        if (_tenant is not null && _tenant.Id != tenant.Id)
        {
            throw new InvalidOperationException($"The scope belongs to tenant '{_tenant.Name}' and cannot be given to '{tenant.Name}'.");
        }

        _tenant = tenant;
    }
}
