using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Actions;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Recipes;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Storage;
using VoldCms.IntegrationTests.Data;

namespace VoldCms.IntegrationTests.ContentManagement.Actions;

/// <summary>The table of contract section 1.6, and what is ours: a recipe never overwrites a person.</summary>
public abstract class ImportContentTests(StoreFixture store) : StoreTest(store)
{
    private const string Id = "4qhs1tn7v0m3w2c9x8y5z6abcd";

    [Fact]
    public async Task The_same_item_again_changes_nothing()
    {
        var tenant = await StartAsync();

        Assert.Equal(RecipeOutcome.Created, await ImportAsync(tenant, Item("v1", "Ord")));
        Assert.Equal(RecipeOutcome.Same, await ImportAsync(tenant, Item("v1", "Ord")));
        Assert.Equal(RecipeOutcome.Same, await ImportAsync(tenant, Item("V1", "Ord", id: Id.ToUpperInvariant())));
        Assert.Single(await VersionsAsync(tenant));
    }

    [Fact]
    public async Task A_version_that_is_there_with_other_words_is_merged_into()
    {
        var tenant = await StartAsync();
        await ImportAsync(tenant, Item("v1", "Ord"));

        Assert.Equal(RecipeOutcome.Updated, await ImportAsync(tenant, Item("v1", "Andre ord")));

        Assert.Equal(["Andre ord"], await VersionsAsync(tenant));
    }

    [Fact]
    public async Task A_new_version_becomes_the_public_one_and_the_old_one_history()
    {
        var tenant = await StartAsync();
        await ImportAsync(tenant, Item("v1", "Ord"));

        Assert.Equal(RecipeOutcome.Updated, await ImportAsync(tenant, Item("v2", "Nye ord")));

        Assert.Equal(2, (await VersionsAsync(tenant)).Length);
        Assert.Equal("Nye ord", TextOf((await tenant.LoadAsync(new(Id))).Published!.Item));
    }

    [Fact]
    public async Task A_draft_leaves_the_public_version()
    {
        var tenant = await StartAsync();
        await ImportAsync(tenant, Item("v1", "Ord"));

        await ImportAsync(tenant, Item("v2", "Utkast", published: false));

        var live = await tenant.LoadAsync(new(Id));
        Assert.Equal("Ord", TextOf(live.Published!.Item));
        Assert.Equal("Utkast", TextOf(live.Latest!.Item));
    }

    [Fact]
    public async Task A_version_without_flags_is_history_and_told()
    {
        var tenant = await StartAsync();

        var imported = (await RunAsync(tenant, Item("v1", "Ord", latest: false, published: false))).Value;

        Assert.Contains(imported.Warnings, warning => warning.Path == "Latest");
        Assert.Null((await tenant.LoadAsync(new(Id))).Latest);
        Assert.Single(await VersionsAsync(tenant));
    }

    [Fact]
    public async Task Without_a_version_id_equal_words_add_no_version()
    {
        var tenant = await StartAsync();
        await ImportAsync(tenant, Item(null, "Ord"));

        Assert.Equal(RecipeOutcome.Same, await ImportAsync(tenant, Item(null, "Ord")));
        Assert.Equal(RecipeOutcome.Updated, await ImportAsync(tenant, Item(null, "Andre ord")));
        Assert.Equal(2, (await VersionsAsync(tenant)).Length);
    }

    [Fact]
    public async Task What_a_person_has_saved_is_kept_unless_the_recipe_may_overwrite()
    {
        var tenant = await StartAsync();
        await ImportAsync(tenant, Item("v1", "Oppskriftens ord"));
        await EditAsync(tenant, "Karis ord");

        Assert.Equal(RecipeOutcome.Same, await ImportAsync(tenant, Item("v1", "Oppskriftens ord")));
        Assert.Equal(RecipeOutcome.ChangedHere, await ImportAsync(tenant, Item("v1", "Oppskriftens nye ord")));
        Assert.Equal(RecipeOutcome.ChangedHere, await ImportAsync(tenant, Item("v2", "Oppskriftens nye ord")));
        Assert.Equal("Karis ord", TextOf((await tenant.LoadAsync(new(Id))).Latest!.Item));

        Assert.Equal(RecipeOutcome.Updated, await ImportAsync(tenant, Item("v1", "Oppskriftens nye ord"), overwrite: true));
        Assert.Equal("Oppskriftens nye ord", TextOf((await tenant.LoadAsync(new(Id))).Published!.Item));
        Assert.Contains("Karis ord", await VersionsAsync(tenant));
    }

    [Fact]
    public async Task What_a_person_has_removed_does_not_come_back()
    {
        var tenant = await StartAsync();
        await ImportAsync(tenant, Item("v1", "Ord"));
        await using (var scope = tenant.Scope(Principal.User("u", "kari", "Administrator")))
        await using (var work = await scope.ServiceProvider.GetRequiredService<IUnitOfWorkFactory>().BeginAsync(Stop))
        {
            Assert.True((await scope.ServiceProvider.GetRequiredService<Remove>().RunAsync(work, new(new(Id)), Stop)).IsSuccess);
            await work.CommitAsync(Stop);
        }

        Assert.Equal(RecipeOutcome.Same, await ImportAsync(tenant, Item("v1", "Ord")));
        Assert.Equal(RecipeOutcome.ChangedHere, await ImportAsync(tenant, Item("v2", "Ord")));
        Assert.Null((await tenant.LoadAsync(new(Id))).Latest);
    }

    [Theory]
    [InlineData("""{ "ContentType": "Page", "ContentItemVersionId": "v" }""", "ContentItemId")]
    [InlineData("""{ "ContentType": "Nobody", "ContentItemId": "x" }""", "'Nobody' is not defined")]
    [InlineData("""{ "ContentItemId": "x" }""", "ContentType")]
    [InlineData(
        """{ "ContentType": "Page", "ContentItemId": "x", "Latest": true, "Published": true, "Page": { "Text": { "Text": [] } } }""",
        "Page.Text.Text: is a list; expected a text"
    )]
    [InlineData(
        """{ "ContentType": "Page", "ContentItemId": "x", "Latest": true, "Published": true, "AutoroutePart": { "Path": "/a" } }""",
        "begins with a slash"
    )]
    public async Task What_is_wrong_is_one_clear_line_and_nothing_is_stored(string json, string message)
    {
        var tenant = await StartAsync();

        var error = (await RunAsync(tenant, (JsonObject)JsonNode.Parse(json)!)).Error;

        Assert.Contains(message, error?.Message, StringComparison.Ordinal);
        Assert.Empty(await tenant.IdsAsync(new ContentQuery { State = VersionState.All }));
    }

    [Fact]
    public async Task Two_items_of_one_set_and_culture_are_refused()
    {
        var tenant = await StartAsync();
        JsonObject Localized(string id) =>
            (JsonObject)
                JsonNode.Parse(
                    $$"""
                    { "ContentItemId": "{{id}}", "ContentType": "Prose", "Latest": true, "Published": true,
                      "LocalizationPart": { "LocalizationSet": "set", "Culture": "nb" } }
                    """
                )!;
        await ImportAsync(tenant, Localized("a"));

        var error = (await RunAsync(tenant, Localized("b"))).Error;

        Assert.Contains("expected one item a culture", error?.Message, StringComparison.Ordinal);
    }

    private async Task<TestTenant> StartAsync()
    {
        var tenant = await Store.CreateTenantAsync();
        await tenant.DefineAsync(
            """
            { "ContentTypes": [
              { "Name": "Page", "DisplayName": "Side", "Settings": { "ContentTypeSettings": { "Versionable": true, "Draftable": true } },
                "ContentTypePartDefinitionRecords": [ { "PartName": "AutoroutePart" }, { "PartName": "Page" } ] },
              { "Name": "Prose", "DisplayName": "Tekst", "ContentTypePartDefinitionRecords": [ { "PartName": "LocalizationPart" } ] } ],
              "ContentParts": [
              { "Name": "Page", "ContentPartFieldDefinitionRecords": [ { "FieldName": "TextField", "Name": "Text" } ] } ] }
            """
        );
        return tenant;
    }

    private static JsonObject Item(string? version, string text, bool latest = true, bool published = true, string id = Id)
    {
        var item = new JsonObject { ["ContentItemId"] = id };
        if (version is not null)
        {
            item["ContentItemVersionId"] = version;
        }

        item["ContentType"] = "Page";
        item["Latest"] = latest;
        item["Published"] = published;
        item["Page"] = new JsonObject { ["Text"] = new JsonObject { ["Text"] = text } };
        return item;
    }

    private static async Task<RecipeOutcome> ImportAsync(TestTenant tenant, JsonObject item, bool overwrite = false) =>
        (await RunAsync(tenant, item, overwrite)).Value.Outcome;

    private static async Task<Result<ImportedItem>> RunAsync(TestTenant tenant, JsonObject item, bool overwrite = false)
    {
        await using var scope = tenant.Scope();
        await using var work = await scope.ServiceProvider.GetRequiredService<IUnitOfWorkFactory>().BeginAsync(Stop);
        var result = await scope.ServiceProvider.GetRequiredService<ImportContent>().RunAsync(work, item, overwrite, Stop);
        if (result.IsSuccess)
        {
            await work.CommitAsync(Stop);
        }

        return result;
    }

    private static async Task EditAsync(TestTenant tenant, string text)
    {
        await using var scope = tenant.Scope(Principal.User("u", "kari", "Administrator"));
        await using var work = await scope.ServiceProvider.GetRequiredService<IUnitOfWorkFactory>().BeginAsync(Stop);
        var request = new SaveRequest
        {
            ContentItemId = new(Id),
            Changes = new JsonObject { ["Page"] = new JsonObject { ["Text"] = new JsonObject { ["Text"] = text } } },
        };
        Assert.True((await scope.ServiceProvider.GetRequiredService<SaveDraft>().RunAsync(work, request, Stop)).IsSuccess);
        await work.CommitAsync(Stop);
    }

    private static async Task<string[]> VersionsAsync(TestTenant tenant) =>
        [
            .. (
                await tenant.ListAsync(
                    new ContentQuery
                    {
                        State = VersionState.All,
                        Filter = ContentFilter.Equal(ContentPaths.ContentItemId, ContentValue.Of(Id)),
                    }
                )
            ).Items.Select(item => TextOf(item) ?? ""),
        ];

    private static string? TextOf(ContentItem item) => item.FindField("Page", "Text")?["Text"]?.GetValue<string>();
}

public sealed class SqliteImportContentTests(SqliteStore store) : ImportContentTests(store), IClassFixture<SqliteStore>;

public sealed class PostgreSqlImportContentTests(PostgreSqlStore store) : ImportContentTests(store), IClassFixture<PostgreSqlStore>;
