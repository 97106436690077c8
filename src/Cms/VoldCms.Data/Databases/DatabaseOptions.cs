using System.Reflection;

namespace VoldCms.Data.Databases;

/// <summary>Which kind of database.</summary>
public enum DatabaseProvider
{
    /// <summary>One file in the data directory; the embedded default.</summary>
    Sqlite,

    /// <summary>A server, when one machine is not enough.</summary>
    PostgreSql,
}

/// <summary>
/// Which database, and where. Read from <c>VoldCms:Database:Provider</c>, <c>ConnectionStrings:VoldCms</c> and
/// <c>VoldCms:DataDirectory</c>; a value that cannot work stops the start.
/// </summary>
public sealed class DatabaseOptions
{
    /// <summary>The section of <see cref="SettingNames"/>.</summary>
    public const string Section = "VoldCms:Database";

    /// <summary>What is read from the section.</summary>
    public static IReadOnlyList<string> SettingNames { get; } =
    [nameof(Provider), nameof(FilterCountCap), nameof(MaximumVersionsRead), nameof(ParsedDocumentMegabytes), nameof(WriteTimeout)];

    /// <value>Sqlite unless configured.</value>
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>Needed for PostgreSQL; for SQLite it replaces the file <c>voldcms.db</c> in <see cref="DataDirectory"/>.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Made when it is not there. Relative paths start at the working directory.</summary>
    /// <value><c>data</c> unless configured.</value>
    public string DataDirectory { get; set; } = "data";

    /// <summary>
    /// How many matches of a filter are counted, at most, before a page is read: below it the page is read from the filter's
    /// matches, above it along the order until it is full.
    /// </summary>
    /// <value>250 unless configured (<c>VoldCms:Database:FilterCountCap</c>), from 1 to 1,000,000. Measured: docs/benchmarks.md.</value>
    public int FilterCountCap { get; set; } = 250;

    /// <summary>How many stored versions a query in state <c>All</c> may look through.</summary>
    /// <value>10,000 unless configured (<c>VoldCms:Database:MaximumVersionsRead</c>), from 1.</value>
    public int MaximumVersionsRead { get; set; } = 10_000;

    /// <summary>
    /// How much memory documents may take that were read last and are kept as they were parsed, for all tenants together; 0 keeps none.
    /// </summary>
    /// <value>64 megabytes unless configured (<c>VoldCms:Database:ParsedDocumentMegabytes</c>), from 0 to 4096.</value>
    public int ParsedDocumentMegabytes { get; set; } = 64;

    /// <summary>How long a writer waits for another one.</summary>
    /// <value>30 seconds unless configured (<c>VoldCms:Database:WriteTimeout</c>).</value>
    public TimeSpan WriteTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The assembly that holds the migrations of both databases.</summary>
    public Assembly? MigrationsAssembly { get; set; }
}
