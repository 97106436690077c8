namespace VoldCms.Data.Model;

/// <summary>A row of one tenant. The context filters reads by the tenant and stamps it on what is added.</summary>
public interface ITenantOwned
{
    /// <summary>The tenant that the row belongs to; set when it is stored.</summary>
    int TenantId { get; set; }
}
