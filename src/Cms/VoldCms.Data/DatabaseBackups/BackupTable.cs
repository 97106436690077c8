using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using VoldCms.Data.Model;

namespace VoldCms.Data.DatabaseBackups;

/// <summary>A column that a backup holds.</summary>
/// <param name="Name">In the database and in the archive.</param>
/// <param name="Type">The .NET type without nullability: integers, boolean, text or bytes.</param>
/// <param name="IsJson">The database has a JSON type for it.</param>
internal sealed record BackupColumn(string Name, Type Type, bool IsJson);

/// <summary>A table that a backup holds. What can be made anew from it is left out.</summary>
/// <param name="Name">The table.</param>
/// <param name="Columns">What of it the archive holds.</param>
/// <param name="KeyColumns">The primary key.</param>
/// <param name="IsNumbered">The database numbers the key by itself.</param>
internal sealed record BackupTable(string Name, IReadOnlyList<BackupColumn> Columns, IReadOnlyList<string> KeyColumns, bool IsNumbered)
{
    /// <summary>Made from the content at restore, or of the moment only.</summary>
    private static readonly IReadOnlySet<string> s_leftOut = new HashSet<string> { "field_index", "paths", "names", "job_leases" };

    /// <summary>The number of a name differs from database to database; it is looked up at restore.</summary>
    public const string TypeNumber = "type_id";

    /// <summary>Whether rows need <see cref="TypeNumber"/> beside what the archive has of them.</summary>
    public bool HasTypeNumber => Name == "content_versions";

    /// <summary>Where the content type stands among <see cref="Columns"/>; below 0 where there is none.</summary>
    public int TypeColumn { get; } = Columns.ToList().FindIndex(column => column.Name == "content_type");

    /// <summary>The tables of a model, contributed ones too, in an order in which they can be filled.</summary>
    /// <param name="model">Today's, or that of an earlier migration.</param>
    public static IReadOnlyList<BackupTable> Of(IModel model) =>
        [
            .. model
                .GetEntityTypes()
                .Where(entity => !s_leftOut.Contains(entity.GetTableName()!) && !IsOfTheMoment(entity))
                .OrderBy(entity => entity.GetForeignKeys().Any() ? 1 : 0)
                .ThenBy(entity => entity.GetTableName(), StringComparer.Ordinal)
                .Select(Read),
        ];

    /// <summary>Tables that a restore empties and the archive does not hold.</summary>
    public static IReadOnlyList<string> Emptied(IModel model) =>
        ["field_index", "paths", .. model.GetEntityTypes().Where(IsOfTheMoment).Select(entity => entity.GetTableName()!)];

    private static bool IsOfTheMoment(IEntityType entity) => entity.FindAnnotation(MomentTables.Annotation) is not null;

    private static BackupTable Read(IEntityType entity) =>
        new(
            entity.GetTableName()!,
            [
                .. entity
                    .GetProperties()
                    .Where(property => property.GetColumnName() != TypeNumber)
                    .Select(property => new BackupColumn(
                        property.GetColumnName(),
                        Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType,
                        property.GetColumnType() == "json"
                    )),
            ],
            [.. entity.FindPrimaryKey()!.Properties.Select(property => property.GetColumnName())],
            entity.FindPrimaryKey()!.Properties is [{ ValueGenerated: ValueGenerated.OnAdd } key] && key.ClrType != typeof(string)
        );
}
