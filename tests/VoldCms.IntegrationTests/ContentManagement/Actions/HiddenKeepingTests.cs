using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Actions;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.ContentManagement.Results;
using VoldCms.IntegrationTests.Data;

namespace VoldCms.IntegrationTests.ContentManagement.Actions;

/// <summary>What an editor may not see survives when she reads an item, changes it and saves it back, however deep it lies.</summary>
public abstract class HiddenKeepingTests(StoreFixture store) : StoreTest(store)
{
    private static readonly Principal s_editor = Principal.User("u1", "kari", "Editor");

    [Fact]
    public async Task Secret_terms_and_hidden_picks_of_every_level_survive_being_read_and_saved_back()
    {
        var tenant = await StartAsync();
        var before = Stored(await tenant.LoadAsync(new("taxonomy")));
        var read = await ReadAsync(tenant, "taxonomy");

        Assert.DoesNotContain("secret", read.ToJsonString(), StringComparison.Ordinal);
        await SaveAsync(tenant, "taxonomy", read);

        Assert.Equal(before.ToJsonString(), Stored(await tenant.LoadAsync(new("taxonomy"))).ToJsonString());
    }

    [Fact]
    public async Task They_survive_where_the_term_that_holds_them_is_moved_below_another()
    {
        var tenant = await StartAsync();
        var read = await ReadAsync(tenant, "taxonomy");
        var terms = read["TaxonomyPart"]!["Terms"]!.AsArray();
        var moved = terms[0]!;
        terms.RemoveAt(0);
        terms[0]!["Terms"] = new JsonArray(moved);

        await SaveAsync(tenant, "taxonomy", read);

        var root = Stored(await tenant.LoadAsync(new("taxonomy")))["TaxonomyPart"]!["Terms"]!;
        Assert.Equal(["t2"], root.AsArray().Select(IdOf));
        Assert.Equal(["t11", "t12secret"], root[0]!["Terms"]![0]!["Terms"]!.AsArray().Select(IdOf));
        Assert.Equal("""["open","secret"]""", root[0]!["Terms"]![0]!["Terms"]![0]!["Term"]!["About"]!["ContentItemIds"]!.ToJsonString());
    }

    [Fact]
    public async Task What_she_may_not_see_is_not_lost_in_an_item_of_a_type_that_nobody_has_defined()
    {
        var tenant = await StartAsync();
        var before = Stored(await tenant.LoadAsync(new("taxonomy")));
        var read = await ReadAsync(tenant, "taxonomy");
        read["TaxonomyPart"]!["Terms"]![0]!["ContentType"] = "Nobody";

        var error = (
            await tenant.RunAsync<SaveDraft, ContentItem>(
                s_editor,
                (action, work) => action.RunAsync(work, new() { ContentItemId = new("taxonomy"), Changes = read }, Stop)
            )
        ).Error;

        Assert.Contains(
            "TaxonomyPart.Terms[0].ContentType: the type 'Nobody' is not defined",
            error?.Message ?? "",
            StringComparison.Ordinal
        );
        Assert.Equal(before.ToJsonString(), Stored(await tenant.LoadAsync(new("taxonomy"))).ToJsonString());
    }

    [Fact]
    public async Task A_recipe_is_told_of_such_an_item_and_keeps_it_as_given()
    {
        var tenant = await StartAsync();
        var given = (await tenant.LoadAsync(new("taxonomy"))).Latest!.Item.DeepClone() with { ContentItemVersionId = new("another") };
        given.Content["TaxonomyPart"]!["Terms"]![0]!["ContentType"] = "Nobody";
        var json = ContentItemJson.Write(given);

        var imported = await tenant.RunAsync<ImportContent, ImportedItem>(
            Principal.System,
            (action, work) => action.RunAsync(work, json, false, Stop)
        );

        var warning = Assert.Single(imported.Value.Warnings, warning => warning.Path == "TaxonomyPart.Terms[0].ContentType");
        Assert.Contains("'Nobody' is not defined", warning.Message, StringComparison.Ordinal);
        Assert.Equal("Nobody", Stored(await tenant.LoadAsync(new("taxonomy")))["TaxonomyPart"]!["Terms"]![0]!["ContentType"]!.ToString());
    }

    [Theory]
    [InlineData("""{ "Term": null }""")]
    [InlineData("""{ "Term": { "About": null } }""")]
    [InlineData("""{ "Term": { "About": { "ContentItemIds": null } } }""")]
    [InlineData("""{ "Term": { "About": { "ContentItemIds": [] } } }""")]
    public async Task A_hidden_pick_survives_however_the_others_are_taken_away(string changes)
    {
        var tenant = await StartAsync();

        await SaveAsync(tenant, "one", (JsonObject)JsonNode.Parse(changes)!);

        Assert.Equal("""["secret"]""", Stored(await tenant.LoadAsync(new("one")))["Term"]!["About"]!["ContentItemIds"]!.ToJsonString());
    }

    [Fact]
    public async Task A_version_above_her_level_is_not_brought_back_nor_gone_back_to()
    {
        var tenant = await StartAsync();
        var secret = await SaveAsync(tenant, "one", Level("secret"), Principal.System);
        var error = (await RestoreAsync(tenant, secret)).Error;
        await SaveAsync(tenant, "one", Level("public"), Principal.System);

        // Neither while the newest version is secret, nor when an older one is.
        Assert.IsType<NotFound>(error);
        Assert.IsType<NotFound>((await RestoreAsync(tenant, secret)).Error);
        var open = (await tenant.LoadAsync(new("one"))).Latest!.Item;
        Assert.True((await RestoreAsync(tenant, open)).IsSuccess);
    }

    [Fact]
    public async Task A_draft_beside_what_she_may_not_see_is_not_discarded_for_it()
    {
        var tenant = await StartAsync();
        await SaveAsync(tenant, "one", Level("secret"), Principal.System);
        await tenant.RunAsync<Publish, ContentItem>(Principal.System, (action, work) => action.RunAsync(work, new(new("one")), Stop));
        await SaveAsync(tenant, "one", Level("public"), Principal.System);

        var error = (
            await tenant.RunAsync<DiscardDraft, ContentItem>(s_editor, (action, work) => action.RunAsync(work, new(new("one")), Stop))
        ).Error;

        Assert.Equal("content.never-published", error?.Code);
    }

    private static Task<Result<ContentItem>> RestoreAsync(TestTenant tenant, ContentItem version) =>
        tenant.RunAsync<Restore, ContentItem>(
            s_editor,
            (action, work) => action.RunAsync(work, version.ContentItemId, version.ContentItemVersionId, Stop)
        );

    private static JsonObject Level(string level) =>
        new() { ["VisibilityPart"] = new JsonObject { ["Level"] = new JsonObject { ["Text"] = level } } };

    private static string IdOf(JsonNode? item) => item!["ContentItemId"]!.GetValue<string>();

    private static JsonObject Stored(VoldCms.ContentManagement.Storage.LiveVersions live) => live.Latest!.Item.Content;

    // As REST gives an item: without what she may not see, and without the picks of it.
    private static async Task<JsonObject> ReadAsync(TestTenant tenant, string id)
    {
        await using var scope = tenant.Scope(s_editor);
        var found = await scope.ServiceProvider.GetRequiredService<ContentReader>().FindAsync(new(id), Stop, VersionState.Latest);
        var seen = await scope.ServiceProvider.GetRequiredService<VisiblePicks>().StripHiddenAsync([found!], Stop);
        return seen[0].DeepClone().Content;
    }

    private static async Task<ContentItem> SaveAsync(TestTenant tenant, string id, JsonObject changes, Principal? principal = null) =>
        (
            await tenant.RunAsync<SaveDraft, ContentItem>(
                principal ?? s_editor,
                (action, work) => action.RunAsync(work, new() { ContentItemId = new(id), Changes = changes }, Stop)
            )
        ).Value;

    private async Task<TestTenant> StartAsync()
    {
        var tenant = await Store.CreateTenantAsync();
        await tenant.DefineAsync(
            """
            { "ContentTypes": [
              { "Name": "Taxonomy", "DisplayName": "Emner", "ContentTypePartDefinitionRecords": [ { "PartName": "TaxonomyPart" } ] },
              { "Name": "Term", "DisplayName": "Emne", "Settings": { "ContentTypeSettings": { "Versionable": true } },
                "ContentTypePartDefinitionRecords": [ { "PartName": "VisibilityPart" }, { "PartName": "Term" } ] } ],
              "ContentParts": [
              { "Name": "VisibilityPart", "ContentPartFieldDefinitionRecords": [ { "FieldName": "TextField", "Name": "Level" } ] },
              { "Name": "Term", "ContentPartFieldDefinitionRecords": [ { "FieldName": "ContentPickerField", "Name": "About" } ] } ] }
            """
        );
        await tenant.RunAsync<ChangeRoles, bool>(
            Principal.System,
            (action, work) => action.RunAsync(work, [new("Editor", null, [], PermissionBehavior.Replace)], Stop)
        );
        await tenant.PublishAsync(
            Item("secret", "Term", Level("secret")),
            Item("open", "Term", []),
            Item("one", "Term", Picks("open", "secret")),
            Item(
                "taxonomy",
                "Taxonomy",
                new()
                {
                    ["TaxonomyPart"] = new JsonObject
                    {
                        ["Terms"] = new JsonArray(
                            Term("t1", [], Term("t11", Picks("open", "secret")), Term("t12secret", Level("secret"))),
                            Term("t2", [])
                        ),
                    },
                }
            )
        );
        return tenant;
    }

    private static JsonObject Picks(params string[] ids) =>
        new()
        {
            ["Term"] = new JsonObject
            {
                ["About"] = new JsonObject { ["ContentItemIds"] = new JsonArray([.. ids.Select(id => JsonValue.Create(id))]) },
            },
        };

    private static JsonObject Term(string id, JsonObject parts, params JsonNode[] below)
    {
        var term = ContentItemJson.Write(Item(id, "Term", parts));
        if (below.Length > 0)
        {
            term["Terms"] = new JsonArray(below);
        }

        return term;
    }

    private static ContentItem Item(string id, string contentType, JsonObject parts) =>
        new()
        {
            ContentItemId = new(id),
            ContentItemVersionId = ContentItemVersionId.New(),
            ContentType = contentType,
            Content = parts,
        };
}

public sealed class SqliteHiddenKeepingTests(SqliteStore store) : HiddenKeepingTests(store), IClassFixture<SqliteStore>;

public sealed class PostgreSqlHiddenKeepingTests(PostgreSqlStore store) : HiddenKeepingTests(store), IClassFixture<PostgreSqlStore>;
