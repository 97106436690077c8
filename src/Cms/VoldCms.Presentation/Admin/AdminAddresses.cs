using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;

namespace VoldCms.Presentation.Admin;

/// <summary>The addresses of one tenant's admin. Immutable.</summary>
/// <param name="TenantName">The tenant's own name.</param>
public sealed record AdminAddresses(string TenantName)
{
    /// <summary>Below it lies what belongs to one tenant, by its name.</summary>
    public const string Root = "/admin/sites";

    /// <summary>The start page.</summary>
    public string Start => $"{Root}/{Uri.EscapeDataString(TenantName)}";

    /// <summary>The list of items.</summary>
    public string Items => Page("items");

    /// <summary>A page below the start page.</summary>
    /// <param name="path">Without a leading slash; escaped already.</param>
    public string Page(string path) => $"{Start}/{path}";

    /// <summary>The form of a stored item.</summary>
    public string Item(ContentItemId id) => Page($"items/{Uri.EscapeDataString(id.Value)}");

    /// <summary>The form of an item that is not stored yet.</summary>
    public string New(TypeModel type) => Page($"new/{Uri.EscapeDataString(type.Name)}");
}
