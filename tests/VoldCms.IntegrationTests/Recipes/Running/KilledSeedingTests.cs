using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Data.Databases;
using VoldCms.IntegrationTests.Data;
using VoldCms.IntegrationTests.Web;
using Xunit;

namespace VoldCms.IntegrationTests.Recipes.Running;

/// <summary>The program itself, killed without warning in the middle of a seeding, and started again.</summary>
public sealed class KilledSeedingTests
{
    private const int Steps = 12;
    private const int ItemsAStep = 50;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Nothing_is_doubled_or_half_written(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var folder = Directory.CreateDirectory(Path.Combine(database.Directory, "recipes")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "big.recipe.json"), Recipe(), Stop);

        var killedAt = await StartAndKillAsync(database, folder, line => line.Contains("step 6 of ", StringComparison.Ordinal));
        await using var services = RecipeStore.BuildServices(database);
        var (stateThen, itemsThen) = await ReadAsync(services);
        var finished = await StartAndKillAsync(database, folder, line => line.StartsWith("Ready: ", StringComparison.Ordinal));
        var (state, items) = await ReadAsync(services);

        Assert.NotNull(killedAt);
        Assert.Equal(TenantState.Initializing, stateThen);
        Assert.Equal(0, itemsThen.Count % ItemsAStep);
        Assert.InRange(itemsThen.Count, ItemsAStep, (Steps * ItemsAStep) - 1);
        Assert.NotNull(finished);
        Assert.Equal(TenantState.Running, state);
        Assert.Equal(Steps * ItemsAStep, items.Count);
        Assert.Equal(items.Count, items.Distinct(StringComparer.Ordinal).Count());
    }

    /// <summary>Starts the program, waits for a line on its console, and kills it as kill -9 does.</summary>
    private static async Task<string?> StartAndKillAsync(TestDatabase database, string recipes, Func<string, bool> isIt)
    {
        using var process = HostProgram.Start(
            database,
            [
                new("Recipes:Directories:0", recipes),
                new("Tenants:0:Name", "big"),
                new("Tenants:0:Prefix", "big"),
                new("Tenants:0:Recipe", "Big"),
            ],
            "--urls",
            "http://127.0.0.1:0"
        );
        var errors = process.StandardError.ReadToEndAsync(Stop);
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
            patience.CancelAfter(TimeSpan.FromSeconds(60));
            while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            {
                if (isIt(line))
                {
                    return line;
                }
            }
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(Stop);
        }

        Assert.Fail($"The program ended: {await errors}");
        return null;
    }

    private static async Task<(TenantState State, List<string> Items)> ReadAsync(IServiceProvider services)
    {
        var tenant = await services.GetRequiredService<ITenantStore>().FindAsync("big", Stop);
        var items = new List<string>();
        while (true)
        {
            var page = await new TestTenant(services, tenant!).ListAsync(
                new ContentQuery
                {
                    State = VersionState.Latest,
                    Skip = items.Count,
                    Take = 100,
                }
            );
            items.AddRange(page.Items.Select(item => item.ContentItemId.Value));
            if (page.Items.Count < 100)
            {
                return (tenant!.State, items);
            }
        }
    }

    private static string Recipe()
    {
        var content = Enumerable
            .Range(0, Steps)
            .Select(step =>
                $$"""
                    { "name": "content", "data": [ {{string.Join(
                        ", ",
                        Enumerable.Range(0, ItemsAStep).Select(item => Item((step * ItemsAStep) + item))
                    )}} ] }
                    """
            );
        return $$"""
            { "name": "Big", "steps": [
              { "name": "ContentDefinition", "ContentTypes": [
                { "Name": "Note", "ContentTypePartDefinitionRecords": [ { "PartName": "TitlePart" } ] } ] },
              {{string.Join(", ", content)}} ] }
            """;
    }

    private static string Item(int number) =>
        $$"""{ "ContentItemId": "i{{number}}", "ContentItemVersionId": "v{{number}}", "ContentType": "Note","""
        + $$""" "Latest": true, "Published": true, "TitlePart": { "Title": "{{number}}" } }""";
}
