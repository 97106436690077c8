using VoldCms.Hosting.Assets;

namespace VoldCms.PublicSite.Theme;

/// <summary>What a tenant's settings say of its public site. Immutable.</summary>
/// <param name="ExitHref">Where the way out leads.</param>
/// <param name="StyleSheet">The colours.</param>
/// <param name="Logo">Null where the name stands alone.</param>
/// <param name="IsOnTrial">Nobody has approved its content yet: every page says so, and search engines are asked to stay away.</param>
public sealed record TenantTheme(string ExitHref, ThemeFile StyleSheet, ThemeFile? Logo, bool IsOnTrial);

/// <summary>A file of a tenant's theme.</summary>
/// <param name="Name">With the tenant's number and a hash of the content.</param>
/// <param name="Content">The file.</param>
public sealed record ThemeFile(string Name, Asset Content)
{
    /// <summary>Its address.</summary>
    public string Href => $"{AssetCatalog.Root}/{Name}";
}
