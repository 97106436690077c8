using System.Collections.Immutable;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace VoldCms.Data.Databases;

/// <summary>The migrations that this build brings, read off their attributes.</summary>
internal static class KnownMigrations
{
    public const string History = "__EFMigrationsHistory";

    /// <summary>What has been applied, as EF keeps it.</summary>
    public const string Applied = $"SELECT \"MigrationId\" FROM \"{History}\"";

    /// <summary>Those of one kind of database, from the first on.</summary>
    /// <param name="assembly">Where the migrations lie; null brings none.</param>
    /// <param name="context">The context of the database's kind.</param>
    public static ImmutableArray<string> In(Assembly? assembly, Type context) =>
        assembly is null
            ? []
            :
            [
                .. from type in assembly.GetTypes()
                where type.GetCustomAttribute<DbContextAttribute>()?.ContextType == context
                let migration = type.GetCustomAttribute<MigrationAttribute>()
                where migration is not null
                orderby migration.Id
                select migration.Id,
            ];
}
