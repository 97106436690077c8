using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Queries;
using VoldCms.IntegrationTests.ContentApi;
using Xunit;

namespace VoldCms.IntegrationTests.Data.Querying;

/// <summary>What is found with its variants: the items of its type and localization set, and no more than may be read.</summary>
public abstract class VariantTests(StoreFixture store) : StoreTest(store)
{
    [Theory]
    [InlineData("nb/hjelp", "nb1 nn1 en1")]
    [InlineData("NN/HJELP", "nb1 nn1 en1")]
    [InlineData("en/alone", "alone")]
    [InlineData("en/none", "none")]
    [InlineData("nb/to", "two-nb")] // its variant is not for everybody
    [InlineData("nb/hemmelig", "")] // the variant is, but it is not what was asked for
    [InlineData("nb/ikke", "")]
    public async Task A_path_finds_the_item_in_all_its_languages_with_as_many_statements_as_the_item_alone(string path, string expected)
    {
        var tenant = await CreateAsync();
        var query = ByPath(path);

        var page = await tenant.ListAsync(query with { CountTotal = true }, Principal.Anonymous);

        Assert.Equal(expected, string.Join(' ', page.Items.Select(item => item.ContentItemId.Value)));
        Assert.Equal(page.Items.Count, page.Total);
        Assert.Equal(await CountAsync(query with { WithVariants = false }), await CountAsync(query));

        // The least of several: now and then it is asked first whether the tenant has changed.
        async Task<int> CountAsync(ContentQuery asked)
        {
            var counts = new List<int>();
            for (var round = 0; round < 4; round++)
            {
                var counter = new StatementCounter();
                counter.CountHere();
                await tenant.ListAsync(asked, Principal.Anonymous);
                counts.Add(counter.Count);
            }

            return counts.Min();
        }
    }

    [Fact]
    public async Task Several_that_are_found_bring_theirs_and_each_item_comes_once()
    {
        var tenant = await CreateAsync();
        var query = ByPath("nb/hjelp", "nn/hjelp", "en/alone") with { CountTotal = true };

        var page = await tenant.ListAsync(query);
        var second = await tenant.ListAsync(query with { Skip = 1, Take = 2 });
        var beyond = await tenant.ListAsync(query with { Skip = 10 });

        Assert.Equal(["nb1", "nn1", "en1", "alone"], page.Items.Select(item => item.ContentItemId.Value));
        Assert.Equal(["nn1", "en1"], second.Items.Select(item => item.ContentItemId.Value));
        Assert.Equal((4, 4, 4), (page.Total, second.Total, beyond.Total));
    }

    [Fact]
    public async Task Any_filter_brings_variants_and_the_editor_s_are_the_newest()
    {
        var tenant = await CreateAsync();
        await tenant.SaveDraftAsync(Sample.Guide("de1", "Hilfe", "de", "ONE", "de/hilfe"));
        var byTitle = ContentQuery.For("Guide").Where(ContentFilter.Equal(ContentPaths.DisplayText, ContentValue.Of("Help"))) with
        {
            WithVariants = true,
        };

        Assert.Equal(["nb1", "nn1", "en1"], await tenant.IdsAsync(byTitle));
        Assert.Equal(["nb1", "nn1", "en1", "de1"], await tenant.IdsAsync(byTitle with { State = VersionState.Latest }));
        Assert.Equal(["en1"], await tenant.IdsAsync(byTitle with { WithVariants = false }));
    }

    [Fact]
    public async Task Where_nothing_has_a_set_the_item_comes_alone()
    {
        var tenant = await Store.CreateTenantAsync();
        await tenant.DefineAsync(Sample.Definitions);
        await tenant.PublishAsync(Sample.Guide("one", "Hjelp", null, null, "hjelp"));

        Assert.Equal(["one"], await tenant.IdsAsync(ByPath("hjelp")));
    }

    private static ContentQuery ByPath(params string[] paths) =>
        new() { Filter = ContentFilter.In(ContentPaths.Path, [.. paths.Select(ContentValue.Of)]), WithVariants = true };

    private async Task<TestTenant> CreateAsync()
    {
        var tenant = await Store.CreateTenantAsync();
        await tenant.DefineAsync(Sample.Definitions);
        await tenant.SupportAsync("nb", "nb", "nn", "en");
        await tenant.PublishAsync(
            Sample.Guide("nb1", "Hjelp", "nb", "one", "nb/hjelp"),
            Sample.Guide("nn1", "Hjelp (nynorsk)", "nn", "ONE", "nn/hjelp"),
            Sample.Guide("en1", "Help", "en", "one", "en/help"),
            Sample.Guide("alone", "Alone", "en", "alone", "en/alone"),
            Sample.Guide("none", "None", "en", null, "en/none"),
            Sample.Guide("two-nb", "To", "nb", "two", "nb/to"),
            Secret(Sample.Guide("two-nn", "To (nynorsk)", "nn", "two", "nn/to")),
            Secret(Sample.Guide("three-nb", "Hemmelig", "nb", "three", "nb/hemmelig")),
            Sample.Guide("three-nn", "Open", "nn", "three", "nn/open")
        );
        return tenant;
    }

    private static ContentItem Secret(ContentItem item)
    {
        item.Content["VisibilityPart"] = new JsonObject { ["Level"] = Sample.Text("secret") };
        return item;
    }
}

public sealed class VariantTestsOnSqlite(SqliteStore store) : VariantTests(store), IClassFixture<SqliteStore>;

public sealed class VariantTestsOnPostgreSql(PostgreSqlStore store) : VariantTests(store), IClassFixture<PostgreSqlStore>;
