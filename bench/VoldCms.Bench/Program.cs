using VoldCms.Bench;
using VoldCms.Bench.ContentStore;
using VoldCms.Bench.Recipes;

// dotnet run -c Release --project bench/VoldCms.Bench -- [--large N] [--cap N] [--sqlite false] [--postgres "Host=..."]
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
    await RecipeBench.RunAsync("SQLite", SqliteSettings());
    await ContentStoreBench.RunAsync("SQLite", SqliteSettings(), options);
}

if (options.PostgreSql is { } connectionString)
{
    await ContentStoreBench.RunAsync("PostgreSQL", PostgreSqlSettings(connectionString), options);
}

static Dictionary<string, string?> SqliteSettings() => new()
{
    ["VoldCms:Database:Provider"] = "Sqlite",
    ["VoldCms:DataDirectory"] = Directory.CreateTempSubdirectory("voldcms-bench-").FullName,
};

static Dictionary<string, string?> PostgreSqlSettings(string connectionString) => new()
{
    ["VoldCms:Database:Provider"] = "PostgreSql",
    ["ConnectionStrings:VoldCms"] = connectionString,
};
