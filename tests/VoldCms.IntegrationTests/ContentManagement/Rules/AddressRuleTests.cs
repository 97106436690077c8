using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Actions;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Storage;
using VoldCms.IntegrationTests.Data;
using VoldCms.IntegrationTests.Recipes;
using Xunit;

namespace VoldCms.IntegrationTests.ContentManagement.Rules;

/// <summary>Addresses, whatever kind of field or part they stand in: a recipe is warned, a person is refused or helped.</summary>
public abstract class AddressRuleTests(RecipeStore store) : RecipeTest(store)
{
    private const string Definition = """
        { "name": "ContentDefinition",
          "ContentTypes": [ { "Name": "Note", "DisplayName": "Note",
            "Settings": { "ContentTypeSettings": { "Versionable": true, "Draftable": true } },
            "ContentTypePartDefinitionRecords": [ { "PartName": "TitlePart" }, { "PartName": "LinkMenuItemPart" },
              { "PartName": "SeoMetaPart" }, { "PartName": "BagPart" }, { "PartName": "Note" } ] } ],
          "ContentParts": [ { "Name": "Note", "ContentPartFieldDefinitionRecords": [
            { "FieldName": "LinkField", "Name": "Link" },
            { "FieldName": "TextField", "Name": "Web", "Settings": { "ContentPartFieldSettings": { "Editor": "Url" } } },
            { "FieldName": "TextField", "Name": "Words" },
            { "FieldName": "YoutubeField", "Name": "Film" } ] } ] }
        """;

    private static readonly string[] s_paths =
    [
        "LinkMenuItemPart.Url",
        "SeoMetaPart.Canonical",
        "Note.Link.Url",
        "Note.Web.Text",
        "Note.Film.RawAddress",
        "Note.Film.EmbeddedAddress",
        "BagPart.ContentItems[0].Note.Link.Url",
    ];

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("java\tscript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("//evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("https://a.no@evil.example")]
    [InlineData("ingen adresse")]
    public async Task A_person_is_refused_with_the_path_and_a_recipe_is_warned(string address)
    {
        var tenant = await Store.CreateTenantAsync();
        var report = await Store.RunTextAsync(tenant, Recipe(Definition, Content("a", "https://rvts.no"), Content("b", address)));

        Assert.Empty(report.Faults);
        Assert.Equal(s_paths.Length, report.WarningCount);
        Assert.All(
            s_paths,
            path =>
                Assert.Contains(
                    report.Warnings,
                    line =>
                        line.Contains($"data[0].{path}", StringComparison.Ordinal)
                        && line.Contains("is no address that a link may have", StringComparison.Ordinal)
                )
        );
        Assert.Equal(s_paths, await SaveAsync(tenant, "a", Values(address)));
        Assert.Equal(address, await ReadAsync(tenant, "b", "Link", "Url"));
        // What was imported so does not stand in the way of another change.
        Assert.Empty(await SaveAsync(tenant, "b", """{ "TitlePart": { "Title": "Ny" } }"""));
    }

    [Fact]
    public async Task An_address_without_a_scheme_is_completed_for_a_person_and_warned_of_in_a_recipe()
    {
        var tenant = await Store.CreateTenantAsync();
        var report = await Store.RunTextAsync(tenant, Recipe(Definition, Content("a", "www.rvts.no")));

        Assert.Equal(s_paths.Length, report.WarningCount);
        Assert.Contains(
            report.Warnings,
            line =>
                line.Contains("Note.Link.Url", StringComparison.Ordinal)
                && line.Contains("names no scheme; it is read as 'https://www.rvts.no'", StringComparison.Ordinal)
        );
        Assert.Equal("www.rvts.no", await ReadAsync(tenant, "a", "Link", "Url"));
        Assert.Empty(await SaveAsync(tenant, "a", """{ "Note": { "Web": { "Text": "rvts.no/kurs" } } }"""));
        Assert.Equal("https://www.rvts.no", await ReadAsync(tenant, "a", "Link", "Url"));
        Assert.Equal("https://rvts.no/kurs", await ReadAsync(tenant, "a", "Web", "Text"));
        Assert.Equal("www.rvts.no", await ReadAsync(tenant, "a", "Words", "Text"));
    }

    private static async Task<IEnumerable<string>> SaveAsync(TestTenant tenant, string id, string changes)
    {
        await using var scope = tenant.Scope(Principal.User("u1", "kari", Roles.Administrator));
        await using var work = await scope.ServiceProvider.GetRequiredService<IUnitOfWorkFactory>().BeginAsync(Stop);
        var request = new SaveRequest { ContentItemId = new ContentItemId(id), Changes = (JsonObject)JsonNode.Parse(changes)! };
        var result = await scope.ServiceProvider.GetRequiredService<SaveDraft>().RunAsync(work, request, Stop);
        if (result.IsSuccess)
        {
            await work.CommitAsync(Stop);
            return [];
        }

        return Assert.IsType<Invalid>(result.Error).Problems.Where(problem => !problem.IsWarning).Select(problem => problem.Path);
    }

    private static async Task<string?> ReadAsync(TestTenant tenant, string id, string field, string property) =>
        (string?)(await tenant.LoadAsync(new(id))).Latest!.Item.Content["Note"]![field]![property];

    private static string Recipe(params string[] steps) => $$"""{ "name": "R", "steps": [ {{string.Join(",\n", steps)}} ] }""";

    private static string Content(string id, string address) =>
        $$"""
            { "name": "content", "data": [ { "ContentItemId": "{{id}}", "ContentItemVersionId": "v{{id}}", "ContentType": "Note",
              "DisplayText": "{{id}}", "Latest": true, "Published": true,
              {{Values(address)[1..^1]}} } ] }
            """;

    private static string Values(string address)
    {
        var fields = new JsonObject
        {
            ["Link"] = new JsonObject { ["Url"] = address, ["Text"] = address },
            ["Web"] = new JsonObject { ["Text"] = address },
            ["Words"] = new JsonObject { ["Text"] = address },
            ["Film"] = new JsonObject { ["RawAddress"] = address, ["EmbeddedAddress"] = address },
        };
        return new JsonObject
        {
            ["LinkMenuItemPart"] = new JsonObject { ["Url"] = address },
            ["SeoMetaPart"] = new JsonObject { ["Canonical"] = address },
            ["BagPart"] = new JsonObject
            {
                ["ContentItems"] = new JsonArray(
                    new JsonObject
                    {
                        ["ContentItemId"] = "inner",
                        ["ContentType"] = "Note",
                        ["Note"] = new JsonObject { ["Link"] = new JsonObject { ["Url"] = address } },
                    }
                ),
            },
            ["Note"] = fields,
        }.ToJsonString();
    }
}

public sealed class SqliteAddressRuleTests(SqliteRecipes store) : AddressRuleTests(store), IClassFixture<SqliteRecipes>;

public sealed class PostgreSqlAddressRuleTests(PostgreSqlRecipes store) : AddressRuleTests(store), IClassFixture<PostgreSqlRecipes>;
