namespace VoldCms.Web.Theme;

/// <summary>What a tenant's settings say of its public site. Immutable.</summary>
/// <param name="ExitHref">Where the way out leads.</param>
public sealed record TenantTheme(string ExitHref);
