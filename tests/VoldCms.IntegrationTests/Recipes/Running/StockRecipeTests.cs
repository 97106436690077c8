using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Settings;
using VoldCms.IntegrationTests.Data;
using VoldCms.UnitTests.Recipes.Running;
using Xunit;

namespace VoldCms.IntegrationTests.Recipes.Running;

/// <summary>Orchard Core's own recipes, each in a fresh tenant; what they say is read back from the database and compared.</summary>
public abstract class StockRecipeTests(RecipeStore store) : RecipeTest(store)
{
    public static TheoryData<string> Running => [.. StockRecipe.Running];

    public static TheoryData<string, string> Refused => [.. StockRecipe.Refused];

    [Theory]
    [MemberData(nameof(Running))]
    public async Task It_runs_and_what_it_says_is_there(string file)
    {
        Assert.SkipUnless(StockRecipe.AreAtHand, StockRecipe.Absent);
        var tenant = await Store.CreateTenantAsync();

        var report = await Store.RunAsync(tenant, StockRecipe.Stage(file, Store.NewFolder()));

        Assert.Empty(report.Faults);
        Assert.Empty(StockRecipe.FindDifferences(file, await ReadAsync(tenant)));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task It_is_refused_with_one_line_and_stores_nothing(string file, string expected)
    {
        Assert.SkipUnless(StockRecipe.AreAtHand, StockRecipe.Absent);
        var tenant = await Store.CreateTenantAsync();

        var report = await Store.RunAsync(tenant, StockRecipe.Stage(file, Store.NewFolder()));
        var stored = await ReadAsync(tenant);

        Assert.Contains(expected, Assert.Single(report.Faults));
        Assert.Empty(stored.Documents);
        Assert.Empty(stored.Items);
    }

    private async Task<StoredTenant> ReadAsync(TestTenant tenant)
    {
        var documents = await Store.Services.GetRequiredService<ITenantDocumentReader>().ReadAsync(tenant.Tenant.Id, Stop);
        var items = new List<JsonObject>();
        while (true)
        {
            var page = await tenant.ListAsync(
                new ContentQuery
                {
                    State = VersionState.Latest,
                    Skip = items.Count,
                    Take = 100,
                }
            );
            items.AddRange(page.Items.Select(ContentItemJson.Write));
            if (page.Items.Count < 100)
            {
                return new(documents.Documents, items);
            }
        }
    }
}

public sealed class SqliteStockRecipeTests(SqliteRecipes store) : StockRecipeTests(store), IClassFixture<SqliteRecipes>;

public sealed class PostgreSqlStockRecipeTests(PostgreSqlRecipes store) : StockRecipeTests(store), IClassFixture<PostgreSqlRecipes>;
