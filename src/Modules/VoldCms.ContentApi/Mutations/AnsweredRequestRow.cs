using Microsoft.EntityFrameworkCore;
using VoldCms.Data.Model;

namespace VoldCms.ContentApi.Mutations;

/// <summary>A request that came with an <c>Idempotency-Key</c>, and what was answered.</summary>
internal sealed class AnsweredRequestRow : INeverPublic
{
    public int TenantId { get; set; }

    /// <summary>Who sent it; two principals' keys never meet.</summary>
    public required string Principal { get; set; }

    /// <summary>SHA-256 of the key, hexadecimal.</summary>
    public required string KeyHash { get; set; }

    /// <summary>SHA-256 of what was asked, hexadecimal.</summary>
    public required string RequestHash { get; set; }

    /// <summary>Ticks, UTC.</summary>
    public long ReceivedUtc { get; set; }

    /// <summary>Of HTTP; 0 while it is being worked on.</summary>
    public int Status { get; set; }

    /// <summary>Null while it is being worked on.</summary>
    public byte[]? Body { get; set; }
}

/// <summary>The table of answered requests.</summary>
public sealed class AnsweredRequestsModel : IModelContribution
{
    /// <inheritdoc/>
    public void Configure(ModelBuilder model) =>
        model.Entity<AnsweredRequestRow>(request =>
        {
            request
                .ToTable("answered_requests")
                .HasKey(row => new
                {
                    row.TenantId,
                    row.Principal,
                    row.KeyHash,
                });
            request.HasIndex(row => new { row.TenantId, row.ReceivedUtc });
        });
}
