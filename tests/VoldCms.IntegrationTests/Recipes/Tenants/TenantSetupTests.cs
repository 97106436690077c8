using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Data.Databases;
using VoldCms.IntegrationTests.Data;
using VoldCms.Recipes.Tenants;
using Xunit;

namespace VoldCms.IntegrationTests.Recipes.Tenants;

/// <summary>The tenants that the configuration names: created, seeded once, gone on with, or refused alone.</summary>
public sealed class TenantSetupTests
{
    private const string Good = """
        { "name": "Good", "steps": [
          { "name": "ContentDefinition", "ContentTypes": [ { "Name": "Note", "DisplayName": "Note",
            "ContentTypePartDefinitionRecords": [ { "PartName": "TitlePart" } ] } ] },
          { "name": "content", "data": [ { "ContentItemId": "a", "ContentItemVersionId": "a1", "ContentType": "Note", "Latest": true,
            "Published": true, "TitlePart": { "Title": "[js: parameters('SiteName')]" } } ] } ] }
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Tenants_are_seeded_once_and_one_that_is_refused_stops_no_other(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var folder = Directory.CreateDirectory(Path.Combine(database.Directory, "recipes")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "good.recipe.json"), Good, Stop);
        await File.WriteAllTextAsync(
            Path.Combine(folder, "bad.recipe.json"),
            """{ "name": "Bad", "steps": [ { "name": "settings", "SiteName": 7 } ] }""",
            Stop
        );
        await using var services = RecipeStore.BuildServices(
            database,
            new Dictionary<string, string?>
            {
                ["Recipes:Directories:0"] = folder,
                ["Tenants:0:Name"] = "Wrong",
                ["Tenants:0:Prefix"] = "wrong",
                ["Tenants:0:Recipe"] = "Bad",
                ["Tenants:1:Name"] = "Right",
                ["Tenants:1:Prefix"] = "right",
                ["Tenants:1:Recipe"] = "Good",
            }
        );
        await services.GetRequiredService<DatabaseMigrator>().RunAsync(Stop);

        var first = await RunAsync(services);
        var afterFirst = await StatesAsync(services);
        var second = await RunAsync(services);
        await File.WriteAllTextAsync(Path.Combine(folder, "bad.recipe.json"), """{ "name": "Bad", "steps": [] }""", Stop);
        var third = await RunAsync(services);

        Assert.Equal(
            [
                "Wrong: its recipe 'Bad' is refused: bad.recipe.json: step 1 (settings), "
                    + "steps[0].SiteName, line 1: is a number; expected a text",
                "Right: step 1 of 2, ContentDefinition",
                "Right: step 2 of 2, content, 1 item",
                "Right: 1 created, 1 updated",
            ],
            first
        );
        Assert.Equal([("Right", TenantState.Running), ("Wrong", TenantState.Invalid)], afterFirst);
        Assert.StartsWith("Wrong: its recipe 'Bad' is refused", Assert.Single(second));
        Assert.Equal("Wrong: nothing to do", Assert.Single(third));
        Assert.Equal([("Right", TenantState.Running), ("Wrong", TenantState.Running)], await StatesAsync(services));
        Assert.Equal(["Right"], await TitlesAsync(services, "Right"));
    }

    private static async Task<string[]> RunAsync(IServiceProvider services)
    {
        await using var console = new StringWriter();
        await services.GetRequiredService<TenantSetup>().RunAsync(console, Stop);
        return console.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
    }

    private static async Task<(string, TenantState)[]> StatesAsync(IServiceProvider services) =>
        [.. (await services.GetRequiredService<ITenantStore>().ListAsync(Stop)).Select(tenant => (tenant.Name, tenant.State)).Order()];

    private static async Task<string[]> TitlesAsync(IServiceProvider services, string tenant)
    {
        var found = await services.GetRequiredService<ITenantStore>().FindAsync(tenant, Stop);
        var page = await new TestTenant(services, found!).ListAsync(new ContentQuery { State = VersionState.Latest, Take = 10 });
        return [.. page.Items.Select(item => item.DisplayText ?? "")];
    }
}
