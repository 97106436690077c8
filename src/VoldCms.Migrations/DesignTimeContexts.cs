using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using VoldCms.Data.Model;

namespace VoldCms.Migrations;

/// <summary>Makes the context for <c>dotnet ef ... -c SqliteCmsDbContext</c>; nothing is opened.</summary>
public sealed class SqliteDesignTimeContext : IDesignTimeDbContextFactory<SqliteCmsDbContext>
{
    /// <inheritdoc/>
    public SqliteCmsDbContext CreateDbContext(string[] args) =>
        new(
            new DbContextOptionsBuilder<SqliteCmsDbContext>()
                .UseSqlite("Data Source=:memory:", sqlite => sqlite.MigrationsAssembly(typeof(ContributedTables).Assembly.GetName().Name))
                .Options,
            ContributedTables.All
        );
}

/// <summary>Makes the context for <c>dotnet ef ... -c PostgreSqlCmsDbContext</c>; nothing is opened.</summary>
public sealed class PostgreSqlDesignTimeContext : IDesignTimeDbContextFactory<PostgreSqlCmsDbContext>
{
    /// <inheritdoc/>
    public PostgreSqlCmsDbContext CreateDbContext(string[] args) =>
        new(
            new DbContextOptionsBuilder<PostgreSqlCmsDbContext>()
                .UseNpgsql("Host=localhost", npgsql => npgsql.MigrationsAssembly(typeof(ContributedTables).Assembly.GetName().Name))
                .Options,
            ContributedTables.All
        );
}
