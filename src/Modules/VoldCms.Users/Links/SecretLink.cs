namespace VoldCms.Users.Links;

/// <summary>A link that holds. Immutable.</summary>
/// <param name="LinkId">What it is called where links are listed; no secret.</param>
/// <param name="TenantId">Whose it is; 0 for the installation's own.</param>
/// <param name="Purpose">What it is for, such as <see cref="LinkPurpose.Invitation"/>.</param>
/// <param name="Subject">Whom or what it is about.</param>
/// <param name="Data">What the purpose has to remember, as JSON.</param>
/// <param name="CreatedBy">The account of whoever made it; empty for the program.</param>
/// <param name="ExpiresUtc">Until when it holds.</param>
internal sealed record SecretLink(
    string LinkId,
    int TenantId,
    string Purpose,
    string Subject,
    string Data,
    string CreatedBy,
    DateTimeOffset ExpiresUtc
);

/// <summary>What links are for. A link holds for its purpose alone.</summary>
internal static class LinkPurpose
{
    /// <summary>To become a member of a tenant.</summary>
    public const string Invitation = "invitation";

    /// <summary>To choose a new password.</summary>
    public const string Reset = "reset";
}
