using Microsoft.EntityFrameworkCore;

namespace VoldCms.Data.Model;

/// <summary>The house's own tables: keys and indexes. The tenant comes first in every one that has a tenant.</summary>
internal static class ContentModelConfiguration
{
    /// <summary>The sequence that PostgreSQL draws version keys from; SQLite counts on from the largest.</summary>
    public const string KeySequence = "content_version_keys";

    /// <summary>How many version keys one number of the sequence stands for: a seeding asks once for many.</summary>
    public const int KeysPerNumber = 32;

    /// <summary>The house's tables without a tenant; of modules' tables those of <see cref="IInstallationOwned"/> have none.</summary>
    public static IReadOnlySet<Type> WithoutTenant { get; } = new HashSet<Type> { typeof(TenantRow), typeof(NameRow), typeof(JobLeaseRow) };

    public static void Configure(ModelBuilder model, string jsonColumnType)
    {
        model.Entity<TenantRow>(tenant =>
        {
            tenant.ToTable("tenants").HasKey(row => row.Id);
            tenant.HasIndex(row => row.NameFolded).IsUnique();
            tenant.HasIndex(row => row.RequestUrlPrefix).IsUnique();
        });
        model.Entity<NameRow>(name =>
        {
            name.ToTable("names").HasKey(row => row.Id);
            name.HasIndex(row => row.Name).IsUnique();
        });
        model.Entity<TenantDocumentRow>(document =>
        {
            document.ToTable("tenant_documents").HasKey(row => new { row.TenantId, row.Name });
            document.Property(row => row.Json).HasColumnType(jsonColumnType);
        });
        model.Entity<AuditEventRow>(audit =>
        {
            audit.ToTable("audit_events").HasKey(row => row.Id);
            audit.HasIndex(row => new
            {
                row.TenantId,
                row.ContentItemId,
                row.Id,
            });
            audit.HasIndex(row => new { row.TenantId, row.Id });
        });
        model.Entity<JobLeaseRow>(lease => lease.ToTable("job_leases").HasKey(row => row.Job));
        ConfigureVersions(model, jsonColumnType);
        ConfigureIndexes(model);
    }

    private static void ConfigureVersions(ModelBuilder model, string jsonColumnType) =>
        model.Entity<ContentVersionRow>(version =>
        {
            version.ToTable("content_versions").HasKey(row => row.Key);
            version.Property(row => row.Key).ValueGeneratedNever();
            version.Property(row => row.Document).HasColumnType(jsonColumnType);

            // By item number: what a page of a query ends in. By id: the look-up, and the guard that an item has at most one of each.
            version.HasIndex(row => new { row.TenantId, row.ItemKey }, "ux_content_versions_latest_key").IsUnique().HasFilter("latest");
            version
                .HasIndex(row => new { row.TenantId, row.ItemKey }, "ux_content_versions_published_key")
                .IsUnique()
                .HasFilter("published");
            version.HasIndex(row => new { row.TenantId, row.ItemIdFolded }, "ux_content_versions_latest_id").IsUnique().HasFilter("latest");
            version
                .HasIndex(row => new { row.TenantId, row.ItemIdFolded }, "ux_content_versions_published_id")
                .IsUnique()
                .HasFilter("published");
            version
                .HasIndex(
                    row => new
                    {
                        row.TenantId,
                        row.ItemIdFolded,
                        row.VersionIdFolded,
                    },
                    "ux_content_versions_version_id"
                )
                .IsUnique();
            version
                .HasIndex(row => new { row.TenantId, row.LocalizationSet }, "ix_content_versions_localization_set")
                .HasFilter("localization_set IS NOT NULL");
            // What has been public and until when, item by item: all that changes are read from.
            version
                .HasIndex(
                    row => new
                    {
                        row.TenantId,
                        row.ItemIdFolded,
                        row.PublicFromUtc,
                        row.PublicToUtc,
                        row.Published,
                        row.Visibility,
                        row.TypeId,
                        row.ContentType,
                        row.ContentItemId,
                    },
                    "ix_content_versions_public"
                )
                .HasFilter("public_from_utc IS NOT NULL");
        });

    private static void ConfigureIndexes(ModelBuilder model)
    {
        model.Entity<FieldIndexRow>(field =>
        {
            field
                .ToTable("field_index")
                .HasKey(row => new
                {
                    row.TenantId,
                    row.ItemKey,
                    row.State,
                    row.FieldId,
                    row.CultureId,
                    row.Ordinal,
                });
            // Every bit set passes every filter on to the exact look-up: right for rows of which nobody knows better.
            field.Property(row => row.Signature).HasDefaultValue(-1L);
            field.HasIndex(
                row => new
                {
                    row.TenantId,
                    row.State,
                    row.TypeId,
                    row.FieldId,
                    row.CultureId,
                    row.Value,
                    row.ItemKey,
                    row.Ordinal,
                    row.Visibility,
                    row.Signature,
                },
                "ix_field_index_value"
            );
            field
                .HasIndex(
                    row => new
                    {
                        row.TenantId,
                        row.State,
                        row.TypeId,
                        row.FieldId,
                        row.CultureId,
                        row.SortKey,
                        row.ItemKey,
                        row.Visibility,
                        row.Signature,
                    },
                    "ix_field_index_sort"
                )
                .HasFilter("sort_key IS NOT NULL");
        });
        model.Entity<PathRow>(path =>
        {
            path.ToTable("paths")
                .HasKey(row => new
                {
                    row.TenantId,
                    row.State,
                    row.Path,
                });
            path.HasIndex(row => new { row.TenantId, row.ItemKey });
        });
        model.Entity<FormerPathRow>(path => path.ToTable("former_paths").HasKey(row => new { row.TenantId, row.Path }));
    }
}
