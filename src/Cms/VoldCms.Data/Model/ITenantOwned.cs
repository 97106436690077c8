namespace VoldCms.Data.Model;

/// <summary>A row of one tenant. The context filters reads by the tenant and stamps it on what is added.</summary>
public interface ITenantOwned
{
    int TenantId { get; set; }
}
