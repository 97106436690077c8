using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Actions;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Recipes;
using VoldCms.ContentManagement.Storage;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.IntegrationTests.Data;
using Xunit;

namespace VoldCms.IntegrationTests.Recipes.Running;

/// <summary>What a recipe leaves in the database, and what it does not.</summary>
public abstract class RecipeRunTests(RecipeStore store) : RecipeTest(store)
{
    private const string Definition = """
        { "name": "ContentDefinition", "ContentTypes": [ { "Name": "Note", "DisplayName": "Note",
            "Settings": { "ContentTypeSettings": { "Versionable": true, "Draftable": true } }, "ContentTypePartDefinitionRecords": [
              { "PartName": "TitlePart" }, { "PartName": "AutoroutePart" }, { "PartName": "Note" } ] } ],
          "ContentParts": [ { "Name": "Note", "ContentPartFieldDefinitionRecords": [
            { "FieldName": "TextField", "Name": "Body" }, { "FieldName": "NumericField", "Name": "Order" } ] } ] }
        """;

    [Theory]
    [InlineData(
        """{ "name": "ContentDefinition", "ContentTypes": [ { "Name": "Message","""
            + """ "ContentTypePartDefinitionRecords": [ { "Name": "TitlePart" } ] } ] }""",
        "the record has no PartName"
    )]
    [InlineData(
        """{ "name": "content", "data": [ { "ContentItemId": "b", "ContentType": "Nobody" } ] }""",
        "steps[2].data[0].ContentType, line 7: the type 'Nobody' is not defined"
    )]
    [InlineData(
        """{ "name": "content", "data": [ { "ContentItemId": "b", "ContentType": "Note", "Note": { "Order": { "Value": "many" } } } ] }""",
        "steps[2].data[0].Note.Order.Value, line 7: is a text; expected a number"
    )]
    public async Task A_wrong_shape_is_told_in_one_line_before_anything_is_stored(string step, string expected)
    {
        var tenant = await Store.CreateTenantAsync();
        var before = await VersionsAsync(tenant);

        var report = await Store.RunTextAsync(tenant, Recipe(Definition, Content(Item("a", "1", "En")), step));

        Assert.Contains(expected, Assert.Single(report.Faults));
        Assert.Equal(before, await VersionsAsync(tenant));
    }

    [Fact]
    public async Task A_duplicate_path_is_told_in_one_line_and_nothing_of_its_step_is_stored()
    {
        var tenant = await Store.CreateTenantAsync();
        var taken = Item("c", "1", "Tre").Replace("sti-c", "STI-a", StringComparison.Ordinal);

        var report = await Store.RunTextAsync(
            tenant,
            Recipe(Definition, Content(Item("a", "1", "En")), Content(Item("b", "1", "To"), taken))
        );
        var mended = await Store.RunTextAsync(
            tenant,
            Recipe(Definition, Content(Item("a", "1", "En")), Content(Item("b", "1", "To"), Item("c", "1", "Tre")))
        );

        Assert.Contains(
            "step 3 (content), steps[2].data[1].AutoroutePart.Path, line 8: the path 'STI-a' is taken by the item a",
            Assert.Single(report.Faults)
        );
        Assert.Equal((2, 2), (mended.Count(RecipeOutcome.Created), mended.Count(RecipeOutcome.Same)));
    }

    [Fact]
    public async Task A_rerun_changes_nothing_and_raises_no_version()
    {
        var tenant = await Store.CreateTenantAsync();
        await Store.RunTextAsync(tenant, Recipe(Definition, Content(Item("a", "1", "En"))));
        var before = await VersionsAsync(tenant);

        var again = await Store.RunTextAsync(tenant, Recipe(Definition, Content(Item("a", "1", "En"))));

        Assert.Equal(2, again.Count(RecipeOutcome.Same));
        Assert.Equal(before, await VersionsAsync(tenant));
    }

    [Fact]
    public async Task An_editors_saved_change_survives_a_rerun_and_an_updated_recipe_until_it_is_overwritten()
    {
        var tenant = await Store.CreateTenantAsync();
        await Store.RunTextAsync(tenant, Recipe(Definition, Content(Item("a", "1", "Recipe"))));
        await EditAsync(tenant, "Person");

        var again = await Store.RunTextAsync(tenant, Recipe(Definition, Content(Item("a", "1", "Recipe"))));
        var updated = await Store.RunTextAsync(tenant, Recipe(Definition, Content(Item("a", "2", "Newer"))));
        var kept = await BodyAsync(tenant);
        var overwritten = await Store.RunTextAsync(
            tenant,
            Recipe(Definition, Content(Item("a", "2", "Newer"))),
            new RecipeRunMode(Overwrite: true)
        );

        Assert.Equal(0, again.Count(RecipeOutcome.Updated));
        Assert.Equal(1, updated.Count(RecipeOutcome.ChangedHere));
        Assert.Equal("Person", kept);
        Assert.Equal(1, overwritten.Count(RecipeOutcome.Updated));
        Assert.Equal("Newer", await BodyAsync(tenant));
    }

    [Fact]
    public async Task A_dry_run_stores_nothing()
    {
        var tenant = await Store.CreateTenantAsync();
        var before = await VersionsAsync(tenant);

        var dry = await Store.RunTextAsync(tenant, Recipe(Definition, Content(Item("a", "1", "En"))), new RecipeRunMode(IsDryRun: true));

        Assert.Equal(1, dry.Count(RecipeOutcome.Created));
        Assert.Equal(before, await VersionsAsync(tenant));
        Assert.Null((await tenant.LoadAsync(new("a"))).Latest);
    }

    [Fact]
    public async Task Users_come_with_their_hashes_and_are_matched_on_their_id()
    {
        var tenant = await Store.CreateTenantAsync();
        var hash = new Microsoft.AspNetCore.Identity.PasswordHasher<object>().HashPassword(new(), "correct horse battery");
        string Users(string name) =>
            Recipe(
                $$"""{ "name": "Users", "Users": [ { "UserId": "4u", "UserName": "{{name}}", "Email": "a@b.no","""
                    + $$""" "PasswordHash": "{{hash}}", "RoleNames": [ "Editor" ], "ResetToken": "secret" } ] }"""
            );

        var first = await Store.RunTextAsync(tenant, Users("kari"));
        var again = await Store.RunTextAsync(tenant, Users("kari"));
        var renamed = await Store.RunTextAsync(tenant, Users("Karianne"));

        await using var scope = tenant.Scope();
        var accounts = scope.ServiceProvider.GetRequiredService<VoldCms.Users.Accounts.AccountStore>();
        var account = await accounts.FindByNameAsync("KARIANNE", Stop);
        Assert.Equal(
            (1, 1, 1),
            (first.Count(RecipeOutcome.Created), again.Count(RecipeOutcome.Same), renamed.Count(RecipeOutcome.Updated))
        );
        Assert.True(accounts.Verify(account!, "correct horse battery"));
        Assert.False(accounts.Verify(account!, "wrong horse battery"));
        Assert.Null(await accounts.FindByNameAsync("kari", Stop));
    }

    [Theory]
    [InlineData("""{ "UserName": "kari" }""", "Users[0].UserId, line 1: is missing")]
    [InlineData("""{ "UserId": "u", "UserName": "ka ri" }""", "is no user name")]
    [InlineData("""{ "UserId": "u", "UserName": "kari", "PasswordHash": "secret" }""", "is no password hash")]
    [InlineData("""{ "UserId": "u", "UserName": "kari", "RoleNames": "Editor" }""", "is a text; expected a list of names")]
    public async Task A_user_of_another_shape_is_refused(string user, string expected)
    {
        var tenant = await Store.CreateTenantAsync();

        Assert.Contains(
            expected,
            Assert.Single((await Store.RunTextAsync(tenant, Recipe($$"""{ "name": "Users", "Users": [ {{user}} ] }"""))).Faults)
        );
    }

    [Fact]
    public async Task An_account_is_created_once_with_roles_that_exist()
    {
        var tenant = await Store.CreateTenantAsync();
        await using var scope = tenant.Scope();
        var accounts = scope.ServiceProvider.GetRequiredService<VoldCms.Users.Accounts.AccountStore>();

        Assert.Equal("ok", await CreateAsync("kari", "long enough for us", "Administrator"));
        Assert.Equal("user.name-taken", await CreateAsync("Kari", "long enough for us", "Administrator"));
        Assert.Equal("user.password", await CreateAsync("per", "short", "Administrator"));
        Assert.Equal("user.role", await CreateAsync("per", "long enough for us", "Nobody"));

        Task<string> CreateAsync(string name, string password, string role) =>
            tenant.WriteAsync(async work => (await accounts.CreateAsync(work, name, "", password, [role], Stop)).Error?.Code ?? "ok");
    }

    private async Task<TenantVersions> VersionsAsync(TestTenant tenant) =>
        await Store.Services.GetRequiredService<ITenantStore>().ReadVersionsAsync(tenant.Tenant.Id, Stop);

    private static async Task<string?> BodyAsync(TestTenant tenant) =>
        (await tenant.LoadAsync(new("a"))).Published?.Item.FindField("Note", "Body")?["Text"]?.GetValue<string>();

    private static async Task EditAsync(TestTenant tenant, string text)
    {
        await using var scope = tenant.Scope(Principal.User("u1", "kari", Roles.Administrator));
        await using var work = await scope.ServiceProvider.GetRequiredService<IUnitOfWorkFactory>().BeginAsync(Stop);
        var request = new SaveRequest
        {
            ContentItemId = new ContentItemId("a"),
            ContentType = "Note",
            DisplayText = "a",
            Changes = (JsonObject)JsonNode.Parse($$"""{ "Note": { "Body": { "Text": "{{text}}" } } }""")!,
        };
        Assert.True((await scope.ServiceProvider.GetRequiredService<SaveDraft>().RunAsync(work, request, Stop)).IsSuccess);
        Assert.True((await scope.ServiceProvider.GetRequiredService<Publish>().RunAsync(work, new(new("a")), Stop)).IsSuccess);
        await work.CommitAsync(Stop);
    }

    private static string Recipe(params string[] steps) => $$"""{ "name": "R", "steps": [ {{string.Join(",\n", steps)}} ] }""";

    private static string Content(params string[] items) => $$"""{ "name": "content", "data": [ {{string.Join(",\n", items)}} ] }""";

    private static string Item(string id, string version, string text) =>
        $$"""{ "ContentItemId": "{{id}}", "ContentItemVersionId": "v{{id}}{{version}}","""
        + $$""" "ContentType": "Note", "DisplayText": "{{id}}", "Latest": true, "Published": true,"""
        + $$""" "Note": { "Body": { "Text": "{{text}}" } }, "AutoroutePart": { "Path": "sti-{{id}}" } }""";
}

public sealed class SqliteRecipeRunTests(SqliteRecipes store) : RecipeRunTests(store), IClassFixture<SqliteRecipes>;

public sealed class PostgreSqlRecipeRunTests(PostgreSqlRecipes store) : RecipeRunTests(store), IClassFixture<PostgreSqlRecipes>;
