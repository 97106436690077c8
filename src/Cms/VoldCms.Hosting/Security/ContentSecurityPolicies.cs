namespace VoldCms.Hosting.Security;

/// <summary>What pages may load, send to and be shown in.</summary>
public static class ContentSecurityPolicies
{
    /// <summary>Nothing from elsewhere, nothing inline, in no frame, and scripts ask nobody.</summary>
    public const string Ordinary =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; media-src 'self'; font-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>The same for pages that staff write in: their scripts may ask us, to keep what is typed.</summary>
    public const string Admin = Ordinary + "; connect-src 'self'";
}
