using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Actions;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Recipes;
using VoldCms.ContentManagement.Storage;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Data.Tenancy;
using VoldCms.IntegrationTests.Data;
using VoldCms.Users.Accounts;
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

    /// <summary>Accounts belong to their persons: what the installation knows is left as it is, and told.</summary>
    [Fact]
    public async Task Users_come_with_their_hashes_where_nobody_has_their_id_name_or_address()
    {
        var (tenant, other) = (await Store.CreateTenantAsync(), await Store.CreateTenantAsync());
        await tenant.SetAsync(Roles.DocumentName, Roles.Default.With(new("Editor", "", [])).ToJson());
        var key = Guid.NewGuid().ToString("N");
        string Users(string name, string password) =>
            Recipe(
                $$"""{ "name": "Users", "Users": [ { "UserId": "{{key}}", "UserName": "{{name}}", "Email": "{{key}}@b.no","""
                    + $$""" "PasswordHash": "{{Passwords.Hash(password)}}", "RoleNames": [ "Editor" ], "ResetToken": "secret" } ] }"""
            );

        var first = await Store.RunTextAsync(tenant, Users($"kari{key}", "correct horse battery"));
        var again = await Store.RunTextAsync(tenant, Users($"karianne{key}", "the importer's own"));
        var elsewhere = await Store.RunTextAsync(other, Users($"kari{key}", "the importer's own"));

        Assert.Equal(
            (1, 1, 1),
            (first.Count(RecipeOutcome.Created), again.Count(RecipeOutcome.Same), elsewhere.Count(RecipeOutcome.Created))
        );
        Assert.Empty(first.Warnings);
        Assert.Contains("its person has accepted", Assert.Single(elsewhere.Warnings), StringComparison.Ordinal);
        await using var context = Store.Services.GetRequiredService<IInstallationDbContexts>().Create();
        var account = (await context.Set<AccountRow>().SingleAsync(row => row.AccountId == key, Stop)).ToAccount();
        Assert.Equal($"kari{key}", account.UserName);
        Assert.True(Passwords.Verify(account, "correct horse battery", out _));
        Assert.False(Passwords.Verify(account, "the importer's own", out _));
        var memberships = await Store.Services.GetRequiredService<Memberships>().ListAsync(key, Stop);
        Assert.Equal(
            [(tenant.Tenant.Id.Value, true), (other.Tenant.Id.Value, false)],
            memberships.Select(membership => (membership.TenantId, membership.IsAccepted))
        );
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
        var accounts = scope.ServiceProvider.GetRequiredService<AccountStore>();

        var name = $"kari{Guid.NewGuid():N}";
        Assert.Equal("ok", await CreateAsync(name, "long enough for us all", "Administrator"));
        Assert.Equal("user.name-taken", await CreateAsync(name.ToUpperInvariant(), "long enough for us all", "Administrator"));
        Assert.Equal("user.password", await CreateAsync("per", "short", "Administrator"));
        Assert.Equal("user.password", await CreateAsync("per", "passord12345", "Administrator"));
        Assert.Equal("user.role", await CreateAsync("per", "long enough for us all", "Nobody"));

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
