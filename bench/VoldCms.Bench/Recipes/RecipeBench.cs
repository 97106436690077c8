using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using VoldCms.Bench.ContentStore;
using VoldCms.ContentManagement;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Recipes;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Data;
using VoldCms.Data.Databases;
using VoldCms.Hosting.Configuration;
using VoldCms.Hosting.Media;
using VoldCms.Hosting.Modules;
using VoldCms.Hosting.Tenancy;
using VoldCms.Migrations;
using VoldCms.Recipes;
using VoldCms.Recipes.Harvesting;
using VoldCms.Recipes.Running;
using VoldCms.Users;

namespace VoldCms.Bench.Recipes;

/// <summary>A whole recipe of 5,000 items, as <c>recipe run</c> runs it: reading, checking, sanitizing, storing, committing.</summary>
internal static class RecipeBench
{
    private const int Count = 5_000;

    public static async Task RunAsync(string database, Dictionary<string, string?> settings)
    {
        Console.WriteLine($"\n### A recipe of {Count:N0} items on {database}\n");
        Console.WriteLine("| | time | items a second |");
        Console.WriteLine("|---|---|---|");
        await using var services = Build(settings);
        await services.GetRequiredService<DatabaseMigrator>().RunAsync(default);
        var directory = Directory.CreateTempSubdirectory("voldcms-recipe-");
        try
        {
            var path = Path.Combine(directory.FullName, "many.recipe.json");
            await File.WriteAllTextAsync(path, Recipe());
            await RunAsync(services, "warm", path, new());
            Write("the first run", await RunAsync(services, "measured", path, new()));
            Write("the same again: nothing changes", await RunAsync(services, "measured", path, new()));
            Write("the same as a dry run", await RunAsync(services, "dry", path, new(IsDryRun: true)));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static ServiceProvider Build(Dictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddLogging();
        services.AddContentManagement();
        services.AddModules(new RecipesModule(), new UsersModule());
        services.AddDataDirectory(DataDirectory.Prepare(configuration));
        services.AddSingleton(TenantDeclarations.Read(configuration));
        services.AddVoldCmsData(configuration, typeof(ContributedTables).Assembly);
        services.TryAddEnumerable(ContributedTables.All.Select(table => ServiceDescriptor.Singleton(table)));
        return services.BuildServiceProvider();
    }

    private static async Task<TimeSpan> RunAsync(IServiceProvider services, string name, string path, RecipeRunMode mode)
    {
        var tenants = services.GetRequiredService<ITenantStore>();
        var tenant =
            await tenants.FindAsync(name, default) ?? (await tenants.CreateAsync(new() { Id = default, Name = name }, default)).Value;
        var library = services.GetRequiredService<RecipeLibrary>();
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(tenant);
        var clock = Stopwatch.StartNew();
        var run = new RecipeRun(library.ReadFile(path).Value, library.HarvestBeside(path), library.EnvironmentOf(tenant), mode);
        var report = await scope.ServiceProvider.GetRequiredService<RecipeRunner>().RunAsync(run, default);
        clock.Stop();
        return report.Faults.Count == 0 ? clock.Elapsed : throw new InvalidOperationException(report.Faults[0]);
    }

    private static string Recipe()
    {
        var definitions = (JsonObject)JsonNode.Parse(SampleContent.Definitions)!;
        definitions["name"] = "ContentDefinition";
        definitions["ContentTypes"]![0]!["ContentTypePartDefinitionRecords"]!
            .AsArray()
            .Add(new JsonObject { ["PartName"] = "HtmlBodyPart", ["Name"] = "HtmlBodyPart" });
        return new JsonObject
        {
            ["name"] = "Many",
            ["steps"] = new JsonArray
            {
                definitions,
                new JsonObject { ["name"] = "content", ["data"] = new JsonArray([.. Enumerable.Range(0, Count).Select(Item)]) },
            },
        }.ToJsonString();
    }

    private static JsonObject Item(int number)
    {
        var item = ContentItemJson.Write(SampleContent.Item(number));
        item["HtmlBodyPart"] = new JsonObject
        {
            ["Html"] = $"<p>Dette er side {number} med <strong>litt</strong> tekst og <a href=\"/hjelp\">en lenke</a>.</p>",
        };
        return item;
    }

    private static void Write(string name, TimeSpan time) =>
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"| {name} | {time.TotalMilliseconds:0} ms | {Count / time.TotalSeconds:0} |")
        );
}
