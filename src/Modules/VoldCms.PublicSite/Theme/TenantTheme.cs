using VoldCms.Hosting.Assets;

namespace VoldCms.PublicSite.Theme;

/// <summary>How a tenant's site looks. Immutable.</summary>
/// <param name="StyleSheet">The colours.</param>
/// <param name="Logo">Null where the name stands alone.</param>
internal sealed record TenantTheme(ThemeFile StyleSheet, ThemeFile? Logo);

/// <summary>A file of a tenant's theme.</summary>
/// <param name="Name">With the tenant's number and a hash of the content.</param>
/// <param name="Content">The file.</param>
internal sealed record ThemeFile(string Name, Asset Content)
{
    /// <summary>Its address.</summary>
    public string Href => $"{AssetCatalog.Root}/{Name}";
}
