namespace VoldCms.Data.Model;

/// <summary>
/// A row of which no anonymous reader ever sees anything: storing it raises the tenant's version, and leaves its public one alone.
/// </summary>
public interface INeverPublic : ITenantOwned;
