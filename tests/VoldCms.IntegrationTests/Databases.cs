using System.Diagnostics;
using Npgsql;
using VoldCms.Data.Databases;
using Xunit;

[assembly: Xunit.AssemblyFixture(typeof(VoldCms.IntegrationTests.PostgreSqlServer))]

namespace VoldCms.IntegrationTests;

/// <summary>
/// An empty database of either kind, as configuration that the host or the store can be started with. Gone when disposed.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly Func<ValueTask> _remove;

    private TestDatabase(DatabaseProvider provider, string directory, string? connectionString, Func<ValueTask> remove)
    {
        Provider = provider;
        Directory = directory;
        Settings = new Dictionary<string, string?>
        {
            ["VoldCms:Database:Provider"] = provider.ToString(),
            ["VoldCms:DataDirectory"] = directory,
            ["ConnectionStrings:VoldCms"] = connectionString,
        };
        _remove = remove;
    }

    public DatabaseProvider Provider { get; }

    /// <summary>The data directory, made and empty.</summary>
    public string Directory { get; }

    /// <summary>For <c>AddInMemoryCollection</c>.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; }

    /// <summary>Makes a database; on a machine without PostgreSQL's server the test that asks for one is skipped.</summary>
    public static async Task<TestDatabase> CreateAsync(DatabaseProvider provider)
    {
        var directory = System.IO.Directory.CreateTempSubdirectory("voldcms-test-").FullName;
        if (provider == DatabaseProvider.Sqlite)
        {
            return new(
                provider,
                directory,
                null,
                () =>
                {
                    System.IO.Directory.Delete(directory, recursive: true);
                    return ValueTask.CompletedTask;
                }
            );
        }

        Assert.SkipUnless(PostgreSqlServer.IsInstalled, "PostgreSQL is not installed on this machine.");
        var name = $"test_{Guid.NewGuid():N}";
        await PostgreSqlServer.ExecuteAsync($"CREATE DATABASE {name}");
        var connectionString = PostgreSqlServer.ConnectionStringTo(name);
        return new(
            provider,
            directory,
            connectionString,
            async () =>
            {
                await using (var own = new NpgsqlConnection(connectionString))
                {
                    NpgsqlConnection.ClearPool(own);
                }

                await PostgreSqlServer.ExecuteAsync($"DROP DATABASE {name} WITH (FORCE)");
                System.IO.Directory.Delete(directory, recursive: true);
            }
        );
    }

    public ValueTask DisposeAsync() => _remove();
}

/// <summary>
/// One PostgreSQL server for the whole run, started by the first test that needs it, as the user <c>postgres</c> where the
/// tests run as root. It forgets everything on a power cut, which tests can live with.
/// </summary>
public sealed class PostgreSqlServer : IAsyncDisposable
{
    private static readonly string? s_binaries = FindBinaries();
    private static readonly Lazy<(string Directory, int Port)> s_running = new(Start);

    public static bool IsInstalled => s_binaries is not null;

    private static bool IsRoot => Environment.UserName == "root";

    public static string ConnectionStringTo(string database) =>
        $"Host=127.0.0.1;Port={s_running.Value.Port};Username=postgres;Database={database};Maximum Pool Size=20";

    public static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionStringTo("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync()
    {
        if (s_running.IsValueCreated)
        {
            var directory = s_running.Value.Directory;
            RunAsServer("pg_ctl", "-D", Path.Combine(directory, "data"), "-m", "immediate", "stop");
            Directory.Delete(directory, recursive: true);
        }

        return ValueTask.CompletedTask;
    }

    private static (string Directory, int Port) Start()
    {
        var directory = Directory.CreateTempSubdirectory("voldcms-pg-").FullName;
        var data = Path.Combine(directory, "data");
        var port = FreePort();
        if (IsRoot)
        {
            Run("chown", "postgres", directory);
        }

        RunAsServer("initdb", "-D", data, "-U", "postgres", "-A", "trust", "--locale=C.UTF-8", "--encoding=UTF8", "--no-sync");
        RunAsServer(
            "pg_ctl",
            "-D",
            data,
            "-w",
            "-l",
            Path.Combine(directory, "log"),
            "-o",
            $"-p {port} -k {directory} -c listen_addresses=127.0.0.1 -c max_connections=300 "
                + $"-c fsync=off -c synchronous_commit=off -c full_page_writes=off",
            "start"
        );
        return (directory, port);
    }

    private static void RunAsServer(string program, params string[] arguments)
    {
        var path = Path.Combine(s_binaries!, program);
        if (IsRoot)
        {
            Run("runuser", ["-u", "postgres", "--", path, .. arguments]);
        }
        else
        {
            Run(path, arguments);
        }
    }

    // Output goes nowhere: the server that pg_ctl leaves behind would hold a pipe open for ever.
    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1", program, .. arguments]) { WorkingDirectory = "/" }
        )!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }

    private static string? FindBinaries()
    {
        const string installed = "/usr/lib/postgresql";
        return Directory.Exists(installed)
            ? Directory
                .GetDirectories(installed)
                .Select(version => Path.Combine(version, "bin"))
                .Where(bin => File.Exists(Path.Combine(bin, "initdb")))
                .Order(StringComparer.Ordinal)
                .LastOrDefault()
            : null;
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
