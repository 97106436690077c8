using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using VoldCms.ContentApi.Mutations;
using VoldCms.Data.Model;
using VoldCms.Users.Accounts;
using VoldCms.Users.ApiKeys;

namespace VoldCms.Web.Migrations;

/// <summary>
/// The tables that modules contribute, for <c>dotnet ef</c> and for the test that no migration is missing. The host
/// registers the same ones through its modules.
/// </summary>
public static class ContributedTables
{
    /// <summary>The tables of every module, for <c>dotnet ef</c>.</summary>
    public static IReadOnlyList<IModelContribution> All { get; } = [new AccountsModel(), new ApiKeysModel(), new AnsweredRequestsModel()];
}

/// <summary>Makes the context for <c>dotnet ef ... -c SqliteCmsDbContext</c>; nothing is opened.</summary>
public sealed class SqliteDesignTimeContext : IDesignTimeDbContextFactory<SqliteCmsDbContext>
{
    /// <inheritdoc/>
    public SqliteCmsDbContext CreateDbContext(string[] args) => new(
        new DbContextOptionsBuilder<SqliteCmsDbContext>()
            .UseSqlite("Data Source=:memory:", sqlite => sqlite.MigrationsAssembly(typeof(ContributedTables).Assembly.GetName().Name)).Options,
        ContributedTables.All);
}

/// <summary>Makes the context for <c>dotnet ef ... -c PostgreSqlCmsDbContext</c>; nothing is opened.</summary>
public sealed class PostgreSqlDesignTimeContext : IDesignTimeDbContextFactory<PostgreSqlCmsDbContext>
{
    /// <inheritdoc/>
    public PostgreSqlCmsDbContext CreateDbContext(string[] args) => new(
        new DbContextOptionsBuilder<PostgreSqlCmsDbContext>()
            .UseNpgsql("Host=localhost", npgsql => npgsql.MigrationsAssembly(typeof(ContributedTables).Assembly.GetName().Name)).Options,
        ContributedTables.All);
}
