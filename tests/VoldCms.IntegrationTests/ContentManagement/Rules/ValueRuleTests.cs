using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Actions;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Recipes;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Storage;
using VoldCms.IntegrationTests.Data;
using VoldCms.IntegrationTests.Recipes;
using Xunit;

namespace VoldCms.IntegrationTests.ContentManagement.Rules;

/// <summary>Picked items that are not there, and values that break a module's rule: a recipe is warned, a person is refused.</summary>
public abstract class ValueRuleTests(RecipeStore store) : RecipeTest(store)
{
    private const string Definition = """
        { "name": "ContentDefinition",
          "ContentTypes": [ { "Name": "Note", "DisplayName": "Note",
            "Settings": { "ContentTypeSettings": { "Versionable": true, "Draftable": true } },
            "ContentTypePartDefinitionRecords": [ { "PartName": "TitlePart" }, { "PartName": "LocalizationPart" },
              { "PartName": "BagPart" }, { "PartName": "Note" } ] } ],
          "ContentParts": [ { "Name": "Note", "ContentPartFieldDefinitionRecords": [
            { "FieldName": "TextField", "Name": "Body", "Settings": { "ContentPartFieldSettings": { "Editor": "Quiet" } } },
            { "FieldName": "ContentPickerField", "Name": "See" },
            { "FieldName": "LocalizationSetContentPickerField", "Name": "Sets" } ] } ] }
        """;

    [Fact]
    public async Task A_target_that_comes_later_is_no_problem_and_one_that_never_comes_is_told_at_the_end()
    {
        var tenant = await Store.CreateTenantAsync();

        var report = await Store.RunTextAsync(
            tenant,
            Recipe(
                Definition,
                Content(
                    Item("a", """{ "See": { "ContentItemIds": [ "B", "gone" ] }, "Sets": { "LocalizationSets": [ "set-b", "no-set" ] } }""")
                ),
                Content(Item("b", "{}"))
            )
        );

        Assert.Empty(report.Faults);
        Assert.Equal(2, report.Warnings.Count());
        Assert.Contains(
            report.Warnings,
            line =>
                line.Contains("steps[1].data[0].Note.See.ContentItemIds[1]", StringComparison.Ordinal)
                && line.Contains("is 'gone', and there is no such content item", StringComparison.Ordinal)
        );
        Assert.Contains(
            report.Warnings,
            line =>
                line.Contains("Note.Sets.LocalizationSets[1]", StringComparison.Ordinal)
                && line.Contains("'no-set'", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Many_warnings_are_counted_and_the_first_hundred_told()
    {
        var tenant = await Store.CreateTenantAsync();
        var items = string.Join(
            ",\n",
            Enumerable.Range(0, 250).Select(number => Item($"i{number}", """{ "See": { "ContentItemIds": [ "gone" ] } }"""))
        );

        var report = await Store.RunTextAsync(tenant, Recipe(Definition, Content(items)));

        Assert.Equal((250, 101), (report.WarningCount, report.Warnings.Count()));
        Assert.EndsWith("step 2 (content): 150 more warnings in this step", report.Warnings.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contained_items_are_looked_at_and_a_dry_run_tells_the_same()
    {
        var tenant = await Store.CreateTenantAsync();
        var recipe = Recipe(
            Definition,
            Content(
                """
                { "ContentItemId": "a", "ContentItemVersionId": "va", "ContentType": "Note", "Latest": true, "Published": true,
                  "BagPart": { "ContentItems": [ { "ContentItemId": "inner", "ContentType": "Note", "Note": { "Body": { "Text": "Hør!" },
                    "See": { "ContentItemIds": [ "gone" ] } } } ] } }
                """
            )
        );

        var dry = await Store.RunTextAsync(tenant, recipe, new(IsDryRun: true));
        var real = await Store.RunTextAsync(tenant, recipe);

        Assert.Equal(dry.Warnings, real.Warnings);
        Assert.Contains(real.Warnings, line => line.Contains("BagPart.ContentItems[0].Note.Body.Text", StringComparison.Ordinal));
        Assert.Contains(
            real.Warnings,
            line => line.Contains("BagPart.ContentItems[0].Note.See.ContentItemIds[0]", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_person_is_refused_with_the_path()
    {
        var tenant = await Store.CreateTenantAsync();
        await Store.RunTextAsync(tenant, Recipe(Definition, Content(Item("a", "{}"))));

        Assert.Equal(
            ["Note.Body.Text", "Note.See.ContentItemIds[1]"],
            await SaveAsync(tenant, """{ "Note": { "Body": { "Text": "Hør!" }, "See": { "ContentItemIds": [ "a", "gone" ] } } }""")
        );
        Assert.Empty(await SaveAsync(tenant, """{ "Note": { "Body": { "Text": "Hør." }, "See": { "ContentItemIds": [ "a" ] } } }"""));
    }

    [Fact]
    public async Task What_was_imported_so_does_not_stand_in_the_way_of_another_change()
    {
        var tenant = await Store.CreateTenantAsync();
        await Store.RunTextAsync(
            tenant,
            Recipe(Definition, Content(Item("a", """{ "Body": { "Text": "Hør!" }, "See": { "ContentItemIds": [ "gone" ] } }""")))
        );

        Assert.Empty(await SaveAsync(tenant, """{ "TitlePart": { "Title": "Ny" } }"""));
        Assert.Equal(
            ["Note.See.ContentItemIds[1]"],
            await SaveAsync(tenant, """{ "Note": { "See": { "ContentItemIds": [ "gone", "away" ] } } }""")
        );
    }

    private static async Task<IEnumerable<string>> SaveAsync(TestTenant tenant, string changes)
    {
        await using var scope = tenant.Scope(Principal.User("u1", "kari", Roles.Administrator));
        await using var work = await scope.ServiceProvider.GetRequiredService<IUnitOfWorkFactory>().BeginAsync(Stop);
        var request = new SaveRequest { ContentItemId = new ContentItemId("a"), Changes = (JsonObject)JsonNode.Parse(changes)! };
        var result = await scope.ServiceProvider.GetRequiredService<SaveDraft>().RunAsync(work, request, Stop);
        if (result.IsSuccess)
        {
            await work.CommitAsync(Stop);
            return [];
        }

        return Assert.IsType<Invalid>(result.Error).Problems.Where(problem => !problem.IsWarning).Select(problem => problem.Path);
    }

    private static string Recipe(params string[] steps) => $$"""{ "name": "R", "steps": [ {{string.Join(",\n", steps)}} ] }""";

    private static string Content(string item) => $$"""{ "name": "content", "data": [ {{item}} ] }""";

    private static string Item(string id, string note) =>
        $$"""
            { "ContentItemId": "{{id}}", "ContentItemVersionId": "v{{id}}", "ContentType": "Note", "DisplayText": "{{id}}",
              "Latest": true, "Published": true,
              "LocalizationPart": { "LocalizationSet": "set-{{id}}", "Culture": "nb" }, "Note": {{note}} }
            """;
}

public sealed class SqliteValueRuleTests(SqliteRecipes store) : ValueRuleTests(store), IClassFixture<SqliteRecipes>;

public sealed class PostgreSqlValueRuleTests(PostgreSqlRecipes store) : ValueRuleTests(store), IClassFixture<PostgreSqlRecipes>;
