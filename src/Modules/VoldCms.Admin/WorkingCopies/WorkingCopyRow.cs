using Microsoft.EntityFrameworkCore;
using VoldCms.Data.Model;

namespace VoldCms.Admin.WorkingCopies;

/// <summary>What somebody has typed into a form, as it is stored: a row and no version, which nobody but her reads.</summary>
internal sealed class WorkingCopyRow : INeverPublic
{
    public int TenantId { get; set; }

    public required string AccountId { get; set; }

    /// <summary>What the form is of: an item's id, or a type and a language.</summary>
    public required string Item { get; set; }

    /// <summary>Which opening of the form it is; two tabs have two.</summary>
    public required string Edit { get; set; }

    /// <summary>The version that the form was opened with; empty for an item that is not stored.</summary>
    public required string Version { get; set; }

    /// <summary>The inputs as JSON; null when the form has been saved, so that what comes late brings nothing back.</summary>
    public string? Inputs { get; set; }

    /// <summary>Ticks, UTC.</summary>
    public long KeptUtc { get; set; }
}

/// <summary>The table of working copies.</summary>
public sealed class WorkingCopiesModel : IModelContribution
{
    /// <inheritdoc/>
    public void Configure(ModelBuilder model) =>
        model.Entity<WorkingCopyRow>(copy =>
        {
            copy.ToTable("working_copies")
                .HasKey(row => new
                {
                    row.TenantId,
                    row.AccountId,
                    row.Item,
                    row.Edit,
                });
            copy.HasIndex(row => new { row.TenantId, row.KeptUtc });
        });
}
