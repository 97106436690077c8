using Microsoft.EntityFrameworkCore;
using VoldCms.Data.Model;

namespace VoldCms.Users.Links;

/// <summary>A link that is a secret, as it is stored. The installation's own are of the tenant 0.</summary>
internal sealed class SecretLinkRow : INeverPublic
{
    public int TenantId { get; set; }

    public required string LinkId { get; set; }

    public required byte[] SecretHash { get; set; }

    public required string Purpose { get; set; }

    /// <summary>Whom or what it is about.</summary>
    public required string Subject { get; set; }

    /// <summary>What the purpose has to remember, as JSON.</summary>
    public required string Data { get; set; }

    /// <summary>The account of whoever made it; empty for the program.</summary>
    public required string CreatedBy { get; set; }

    /// <summary>Ticks, UTC; so are the other times.</summary>
    public long CreatedUtc { get; set; }

    public long ExpiresUtc { get; set; }

    public long? UsedUtc { get; set; }

    public long? RevokedUtc { get; set; }
}

/// <summary>The table of links that are secrets.</summary>
public sealed class SecretLinksModel : IModelContribution
{
    /// <inheritdoc/>
    public void Configure(ModelBuilder model) =>
        model.Entity<SecretLinkRow>(link =>
        {
            link.ToTable("secret_links").HasKey(row => new { row.TenantId, row.LinkId });
            link.HasIndex(row => row.SecretHash);
        });
}
