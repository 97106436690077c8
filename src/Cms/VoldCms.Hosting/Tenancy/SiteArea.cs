namespace VoldCms.Hosting.Tenancy;

/// <summary>Which part of a site an address belongs to. <see cref="TenantNaming.AreaOf"/> tells it from the first segment.</summary>
public enum SiteArea
{
    /// <summary>What people read: below a language, and what outsiders know by themselves, such as <c>robots.txt</c>.</summary>
    Page,

    /// <summary>What programs ask: <c>/api</c>.</summary>
    Api,

    /// <summary>The files of the media library: <c>/media</c>.</summary>
    Media,

    /// <summary>
    /// Where editors sign in and work: <c>/admin</c>. It is the installation's, and answered before any tenant; below a tenant's prefix it
    /// leads there.
    /// </summary>
    Admin,

    /// <summary>Addresses that are secrets: <c>/l</c>, the installation's. No log has what lies below it.</summary>
    Link,

    /// <summary>
    /// What the installation answers before any tenant: <c>/assets</c> and <c>/health</c>. Below a tenant's prefix there is nothing.
    /// </summary>
    Installation,
}
