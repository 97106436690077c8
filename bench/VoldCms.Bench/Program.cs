using VoldCms.Bench;
using VoldCms.Bench.ContentStore;
using VoldCms.Bench.Recipes;

// dotnet run -c Release --project bench/VoldCms.Bench -- [--large N] [--cap N] [--sqlite false] [--postgres "Host=..."] [--orders true]
// dotnet run -c Release --project bench/VoldCms.Bench -- serve FILE ADDRESS: the floor of bench/pages.sh
if (args is ["serve", var file, var address])
{
    await BytesFromMemory.ServeAsync(file, address);
    return;
}

var options = BenchOptions.Read(args);
Console.WriteLine($"# {Environment.ProcessorCount} cores, .NET {Environment.Version}, {DateTime.Today:yyyy-MM-dd}");
if (options.Sqlite)
{
    if (!options.OnlyOrders)
    {
        await OnSqliteAsync(settings => RecipeBench.RunAsync("SQLite", settings));
    }

    await OnSqliteAsync(settings => ContentStoreBench.RunAsync("SQLite", settings, options));
}

if (options.PostgreSql is { } connectionString)
{
    await ContentStoreBench.RunAsync("PostgreSQL", PostgreSqlSettings(connectionString), options);
}

static async Task OnSqliteAsync(Func<Dictionary<string, string?>, Task> run)
{
    var directory = Directory.CreateTempSubdirectory("voldcms-bench-");
    try
    {
        await run(new() { ["VoldCms:Database:Provider"] = "Sqlite", ["VoldCms:DataDirectory"] = directory.FullName });
    }
    finally
    {
        directory.Delete(recursive: true);
    }
}

static Dictionary<string, string?> PostgreSqlSettings(string connectionString) =>
    new() { ["VoldCms:Database:Provider"] = "PostgreSql", ["ConnectionStrings:VoldCms"] = connectionString };
