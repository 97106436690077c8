using Microsoft.EntityFrameworkCore;

namespace VoldCms.Data.Model;

/// <summary>
/// A module's own tables. Registered as a singleton; the same contributions must be known to the design-time factories, or
/// the migrations miss them. Tables and columns get snake case names; every entity is <see cref="ITenantOwned"/>, with
/// the tenant first in its key and unique indexes, or <see cref="IInstallationOwned"/>.
/// </summary>
public interface IModelContribution
{
    /// <summary>Adds the module's tables to the model.</summary>
    void Configure(ModelBuilder model);
}
