using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Actions;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.ContentManagement.Recipes;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Storage;
using VoldCms.IntegrationTests.Data;
using VoldCms.IntegrationTests.Recipes;
using Xunit;

namespace VoldCms.IntegrationTests.ContentManagement.Rules;

/// <summary>
/// Which values may be stored: those of closed lists, cultures that the site serves, paths that somebody can come to, ids of what is there.
/// A person who saves is refused, a recipe is warned or, where the form is wrong, refused before its first step.
/// </summary>
public abstract class StorableValueTests(RecipeStore store) : RecipeTest(store)
{
    private const string Settings = """
        { "name": "settings", "LocalizationSettings": { "DefaultCulture": "nb-NO", "SupportedCultures": [ "nb-NO", "nn-NO", "en-GB" ] } }
        """;

    private const string Definition = """
        { "name": "ContentDefinition",
          "ContentTypes": [
            { "Name": "Note", "Settings": { "ContentTypeSettings": { "Versionable": true, "Draftable": true } },
              "ContentTypePartDefinitionRecords": [ { "PartName": "TitlePart" }, { "PartName": "LocalizationPart" },
                { "PartName": "AutoroutePart" },
                { "PartName": "VisibilityPart" }, { "PartName": "BagPart",
                  "Settings": { "BagPartSettings": { "ContainedContentTypes": [ "Step" ] } } },
                { "PartName": "FlowPart" }, { "PartName": "Note" } ] },
            { "Name": "Step", "ContentTypePartDefinitionRecords": [ { "PartName": "Note" } ] },
            { "Name": "Fact", "Settings": { "ContentTypeSettings": { "Versionable": true } },
              "ContentTypePartDefinitionRecords": [ { "PartName": "TitlePart" }, { "PartName": "AutoroutePart" } ] },
            { "Name": "Folder", "ContentTypePartDefinitionRecords": [ { "PartName": "TitlePart" }, { "PartName": "ListPart",
              "Settings": { "ListPartSettings": { "ContainedContentTypes": [ "Note" ] } } } ] },
            { "Name": "Taxonomy", "ContentTypePartDefinitionRecords": [ { "PartName": "TitlePart" }, { "PartName": "TaxonomyPart" } ] },
            { "Name": "Term", "ContentTypePartDefinitionRecords": [ { "PartName": "TitlePart" }, { "PartName": "Note" } ] } ],
          "ContentParts": [
            { "Name": "VisibilityPart", "ContentPartFieldDefinitionRecords": [ { "FieldName": "TextField", "Name": "Level" } ] },
            { "Name": "Note", "ContentPartFieldDefinitionRecords": [
              { "FieldName": "TextField", "Name": "State", "Settings": { "ContentPartFieldSettings": { "Editor": "PredefinedList" },
                "TextFieldPredefinedListEditorSettings": { "Options": [ { "name": "Gjort", "value": "done" }, { "name": "Åpen",
                  "value": "open" } ] } } },
              { "FieldName": "MultiTextField", "Name": "Colours", "Settings": { "MultiTextFieldSettings": { "Options": [ { "name": "Rød",
                "value": "red" }, { "name": "Blå", "value": "blue" } ] } } },
              { "FieldName": "BooleanField", "Name": "Done" },
              { "FieldName": "TaxonomyField", "Name": "Topics",
                "Settings": { "TaxonomyFieldSettings": { "TaxonomyContentItemId": "tax" } } },
              { "FieldName": "TaxonomyField", "Name": "Any" },
              { "FieldName": "UserPickerField", "Name": "Contact" },
              { "FieldName": "MediaField", "Name": "Picture" },
              { "FieldName": "ContentPickerField", "Name": "See" },
              { "FieldName": "LocalizationSetContentPickerField", "Name": "Sets" } ] } ] }
        """;

    private const string Taxonomy = """
        { "ContentItemId": "tax", "ContentItemVersionId": "vtax", "ContentType": "Taxonomy", "DisplayText": "Emner",
          "Latest": true, "Published": true,
          "TaxonomyPart": { "TermContentType": "Term", "Terms": [ { "ContentItemId": "t1", "ContentType": "Term", "DisplayText": "En",
            "Terms": [ { "ContentItemId": "t2", "ContentType": "Term", "DisplayText": "To" } ] } ] } }
        """;

    public static TheoryData<string, string> OpenValues { get; } =
        new()
        {
            { """{ "Note": { "State": { "Text": "donee" } } }""", "Note.State.Text" },
            { """{ "Note": { "State": { "Text": "Done" } } }""", "Note.State.Text" },
            { """{ "Note": { "State": { "Text": " done" } } }""", "Note.State.Text" },
            { """{ "Note": { "Colours": { "Values": [ "red", "green" ] } } }""", "Note.Colours.Values[1]" },
            { """{ "Note": { "Done": { "Value": "perhaps" } } }""", "Note.Done.Value" },
            { """{ "VisibilityPart": { "Level": { "Text": "" } } }""", "VisibilityPart.Level.Text" },
            { """{ "VisibilityPart": { "Level": { "Text": "Internal" } } }""", "VisibilityPart.Level.Text" },
            { """{ "VisibilityPart": { "Level": { "Text": "1" } } }""", "VisibilityPart.Level.Text" },
            { """{ "LocalizationPart": { "Culture": "da" } }""", "LocalizationPart.Culture" },
            { """{ "LocalizationPart": { "Culture": "bokmål" } }""", "LocalizationPart.Culture" },
            {
                """{ "Note": { "Topics": { "TaxonomyContentItemId": "other", "TermContentItemIds": [ "t1" ] } } }""",
                "Note.Topics.TaxonomyContentItemId"
            },
            { """{ "Note": { "Topics": { "TermContentItemIds": [ "t1", "gone" ] } } }""", "Note.Topics.TermContentItemIds[1]" },
            {
                """{ "Note": { "Any": { "TaxonomyContentItemId": "nowhere", "TermContentItemIds": [ "t1" ] } } }""",
                "Note.Any.TermContentItemIds[0]"
            },
            { """{ "Note": { "Contact": { "UserIds": [ "nobody" ] } } }""", "Note.Contact.UserIds[0]" },
            { """{ "Note": { "Picture": { "Paths": [ "../gone.png" ] } } }""", "Note.Picture.Paths[0]" },
            { """{ "Note": { "See": { "ContentItemIds": [ "gone" ] } } }""", "Note.See.ContentItemIds[0]" },
            { """{ "Note": { "Sets": { "LocalizationSets": [ "no-set" ] } } }""", "Note.Sets.LocalizationSets[0]" },
            { """{ "ContainedPart": { "ListContentItemId": "gone", "ListContentType": "Folder" } }""", "ContainedPart.ListContentItemId" },
            {
                """{ "BagPart": { "ContentItems": [ { "ContentItemId": "i", "ContentType": "Fact" } ] } }""",
                "BagPart.ContentItems[0].ContentType"
            },
            {
                """{ "BagPart": { "ContentItems": [ { "ContentItemId": "i","""
                    + """ "ContentType": "Step", "Note": { "State": { "Text": "x" } } } ] } }""",
                "BagPart.ContentItems[0].Note.State.Text"
            },
            {
                """{ "BagPart": { "ContentItems": [ { "ContentItemId": "i", "ContentType": "Step","""
                    + """ "Note": { "Topics": { "TermContentItemIds": [ "gone" ] } } } ] } }""",
                "BagPart.ContentItems[0].Note.Topics.TermContentItemIds[0]"
            },
            {
                """{ "FlowPart": { "Widgets": [ { "ContentItemId": "i", "ContentType": "Step","""
                    + """ "Note": { "Contact": { "UserIds": [ "nobody" ] } } } ] } }""",
                "FlowPart.Widgets[0].Note.Contact.UserIds[0]"
            },
            { """{ "AutoroutePart": { "Path": "en/x" } }""", "AutoroutePart.Path" },
            { """{ "AutoroutePart": { "Path": "nb/planer/x" } }""", "AutoroutePart.Path" },
        };

    [Theory]
    [MemberData(nameof(OpenValues))]
    public async Task A_person_is_refused_and_a_recipe_is_warned(string note, string path)
    {
        var tenant = await Store.CreateTenantAsync();
        var seeded = await Store.RunTextAsync(
            tenant,
            Recipe(Settings, Definition, Content(Taxonomy, Note("a", "{}"), Fact("f", "planer/x")))
        );
        Assert.Empty(seeded.Faults);
        Assert.Empty(seeded.Warnings);

        Assert.Equal([path], await SaveAsync(tenant, "a", note));

        var recipe = await Store.RunTextAsync(tenant, Recipe(Content(Note("b", note))));
        if (path == "Note.Done.Value")
        {
            Assert.Contains(path, Assert.Single(recipe.Faults), StringComparison.Ordinal);
            return;
        }

        Assert.Empty(recipe.Faults);
        Assert.Contains($"steps[0].data[0].{path}, line ", Assert.Single(recipe.Warnings), StringComparison.Ordinal);
        Assert.Empty(await SaveAsync(tenant, "b", """{ "TitlePart": { "Title": "Ny tittel" } }"""));
    }

    [Theory]
    [InlineData("""{ "Note": { "State": { "Text": "done" } } }""")]
    [InlineData("""{ "Note": { "State": { "Text": "" } } }""")]
    [InlineData("""{ "Note": { "State": null } }""")]
    [InlineData("""{ "Note": { "Colours": { "Values": [ "blue", "red" ] } } }""")]
    [InlineData("""{ "VisibilityPart": { "Level": { "Text": "internal" } } }""")]
    [InlineData("""{ "Note": { "Topics": { "TaxonomyContentItemId": "TAX", "TermContentItemIds": [ "T2", "t1" ] } } }""")]
    [InlineData("""{ "Note": { "Any": { "TaxonomyContentItemId": "tax", "TermContentItemIds": [ "t2" ] } } }""")]
    [InlineData("""{ "Note": { "Picture": { "Paths": [ "bilder/a.png" ] } } }""")]
    [InlineData("""{ "Note": { "Contact": { "UserIds": [ "u1" ] } } }""")]
    [InlineData("""{ "ContainedPart": { "ListContentItemId": "folder", "ListContentType": "Folder", "Order": 1 } }""")]
    [InlineData(
        """{ "BagPart": { "ContentItems": [ { "ContentItemId": "i","""
            + """ "ContentType": "Step", "Note": { "State": { "Text": "open" } } } ] } }"""
    )]
    public async Task What_is_there_and_of_the_list_is_taken_by_both(string note)
    {
        // Accounts are the installation's, which these tests share.
        var user = UniqueId.New();
        note = note.Replace("u1", user, StringComparison.Ordinal);
        var tenant = await Store.CreateTenantAsync();
        var seeded = await Store.RunTextAsync(
            tenant,
            Recipe(
                Settings,
                Definition,
                $$"""{ "name": "Users", "Users": [ { "UserId": "{{user}}", "UserName": "{{user}}" } ] }""",
                """{ "name": "media", "Files": [ { "TargetPath": "bilder/a.png", "Base64": "iVBORw0KGgo=" } ] }""",
                Content(Note("b", note)),
                Content(
                    Taxonomy,
                    Note("a", "{}"),
                    """{ "ContentItemId": "folder", "ContentItemVersionId": "vf", "ContentType": "Folder","""
                        + """ "DisplayText": "Mappe", "Latest": true, "Published": true }"""
                )
            )
        );

        Assert.Empty(seeded.Faults);
        Assert.Empty(seeded.Warnings);
        Assert.Empty(await SaveAsync(tenant, "a", note));
    }

    [Theory]
    [InlineData("nb-NO", "nb")]
    [InlineData("no", "nb")]
    [InlineData("NB", "nb")]
    [InlineData("nn-NO", "nn")]
    [InlineData("en-GB", "en")]
    public async Task A_culture_is_stored_as_the_site_writes_it_and_its_item_is_in_the_list(string given, string stored)
    {
        var tenant = await Store.CreateTenantAsync();
        var recipe = Recipe(
            Settings,
            Definition,
            Content(Note("b", $$"""{ "LocalizationPart": { "Culture": "{{given}}", "LocalizationSet": "s" } }"""))
        );

        var report = await Store.RunTextAsync(tenant, recipe);
        var again = await Store.RunTextAsync(tenant, recipe);

        Assert.Empty(report.Faults);
        Assert.Empty(report.Warnings);
        Assert.Equal(0, again.Count(RecipeOutcome.Updated) + again.Count(RecipeOutcome.Created));
        var found = await tenant.ListAsync(ContentQuery.For("Note") with { Culture = stored, Take = 5 });
        Assert.Equal(stored, ContentItemParts.CultureOf(Assert.Single(found.Items)));
        Assert.StartsWith($"{stored}/", ContentItemParts.PathOf(found.Items[0]), StringComparison.Ordinal);
        Assert.Contains(
            "has an item in",
            Assert.Single(
                (
                    await Store.RunTextAsync(
                        tenant,
                        Recipe(Content(Note("c", $$"""{ "LocalizationPart": { "Culture": "{{stored}}", "LocalizationSet": "s" } }""")))
                    )
                ).Faults
            ),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_path_is_stored_composed_and_found_by_either_spelling()
    {
        var tenant = await Store.CreateTenantAsync();
        var decomposed = "nb/få-hjelp".Normalize(NormalizationForm.FormD);
        await Store.RunTextAsync(
            tenant,
            Recipe(Settings, Definition, Content(Note("b", $$"""{ "AutoroutePart": { "Path": "{{decomposed}}" } }""")))
        );

        await using var scope = tenant.Scope(Principal.System);
        var reader = scope.ServiceProvider.GetRequiredService<ContentReader>();
        foreach (var spelling in new[] { decomposed, "nb/få-hjelp", "NB/Få-hjelp" })
        {
            Assert.Equal("nb/få-hjelp", ContentItemParts.PathOf((await reader.FindByPathAsync(spelling, Stop))!));
        }

        Assert.Contains(
            "is taken by the item b",
            Assert.Single(
                (await Store.RunTextAsync(tenant, Recipe(Content(Note("c", """{ "AutoroutePart": { "Path": "nb/FÅ-hjelp" } }"""))))).Faults
            ),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("nb/hjelp/x/")]
    [InlineData("/nb/hjelp")]
    [InlineData("nb//hjelp")]
    [InlineData("nb/hjelp\\u202E")]
    [InlineData("nb/hjelp#x")]
    public async Task A_path_that_nobody_can_come_to_is_refused_by_both_and_stays_where_it_was_stored_before(string path)
    {
        var tenant = await Store.CreateTenantAsync();
        await Store.RunTextAsync(tenant, Recipe(Settings, Definition, Content(Note("a", "{}"))));
        var written = $$"""{ "AutoroutePart": { "Path": "{{path}}" } }""";

        Assert.Equal(["AutoroutePart.Path"], await SaveAsync(tenant, "a", written));
        var refused = await Store.RunTextAsync(tenant, Recipe(Settings, Content(Note("b", written))));
        Assert.Contains("steps[1].data[0].AutoroutePart.Path, line ", Assert.Single(refused.Faults), StringComparison.Ordinal);
        Assert.Empty(refused.Steps);

        await StoreAsync(tenant, "a", (JsonObject)JsonNode.Parse(written)!["AutoroutePart"]!);
        Assert.Empty(await SaveAsync(tenant, "a", """{ "TitlePart": { "Title": "Ny tittel" } }"""));
    }

    [Theory]
    [InlineData("???", "nb/b")]
    [InlineData("سلام", "nb/سلام")]
    [InlineData("ሓገዝ", "nb/ሓገዝ")]
    [InlineData("Straße", "nb/strasse")]
    [InlineData("planer x", "nb/planer-x")]
    public async Task Every_title_gets_an_address(string title, string path)
    {
        var tenant = await Store.CreateTenantAsync();
        var report = await Store.RunTextAsync(
            tenant,
            Recipe(
                Settings,
                Definition,
                Content(
                    $$"""{ "ContentItemId": "b", "ContentItemVersionId": "vb", "ContentType": "Note", "DisplayText": "{{title}}","""
                        + $$""" "Latest": true, "Published": true, "LocalizationPart": { "Culture": "nb" }, "AutoroutePart": {} }"""
                )
            )
        );

        Assert.Empty(report.Faults);
        await using var scope = tenant.Scope(Principal.System);
        Assert.Equal(
            path,
            ContentItemParts.PathOf((await scope.ServiceProvider.GetRequiredService<ContentReader>().FindAsync(new("b"), Stop))!)
        );
    }

    private static async Task<IEnumerable<string>> SaveAsync(TestTenant tenant, string id, string changes)
    {
        await using var scope = tenant.Scope(Principal.User("u1", "kari", Roles.Administrator));
        await using var work = await scope.ServiceProvider.GetRequiredService<IUnitOfWorkFactory>().BeginAsync(Stop);
        var request = new SaveRequest { ContentItemId = new ContentItemId(id), Changes = (JsonObject)JsonNode.Parse(changes)! };
        var result = await scope.ServiceProvider.GetRequiredService<SaveDraft>().RunAsync(work, request, Stop);
        return result.IsSuccess
            ? []
            : Assert.IsType<Invalid>(result.Error).Problems.Where(problem => !problem.IsWarning).Select(problem => problem.Path);
    }

    // As a version before the rule would have.
    private static async Task StoreAsync(TestTenant tenant, string id, JsonObject autoroute)
    {
        await using var scope = tenant.Scope(Principal.System);
        await using var work = await scope.ServiceProvider.GetRequiredService<IUnitOfWorkFactory>().BeginAsync(Stop);
        var live = await work.Content.LoadAsync(new(id), Stop);
        var item = live.Latest!.Item.DeepClone() with { ContentItemVersionId = ContentItemVersionId.New() };
        item.Content["AutoroutePart"] = autoroute.DeepClone();
        var version = new StoredVersion { Item = item, WrittenBy = PrincipalKind.System };
        await work.Content.SaveAsync(live, live with { Latest = version, Published = version }, Stop);
        await work.CommitAsync(Stop);
    }

    private static string Recipe(params string[] steps) => $$"""{ "name": "R", "steps": [ {{string.Join(",\n", steps)}} ] }""";

    private static string Content(params string[] items) => $$"""{ "name": "content", "data": [ {{string.Join(",\n", items)}} ] }""";

    private static string Fact(string id, string path) =>
        $$"""{ "ContentItemId": "{{id}}", "ContentItemVersionId": "v{{id}}", "ContentType": "Fact","""
        + $$""" "DisplayText": "{{id}}", "Latest": true, "Published": true, "AutoroutePart": { "Path": "{{path}}" } }""";

    // The parts given, laid over an item that has all it needs.
    private static string Note(string id, string parts)
    {
        var item = (JsonObject)
            JsonNode.Parse(
                $$"""
                { "ContentItemId": "{{id}}", "ContentItemVersionId": "v{{id}}", "ContentType": "Note", "DisplayText": "{{id}}",
                  "Latest": true, "Published": true,
                  "TitlePart": { "Title": "{{id}}" }, "LocalizationPart": { "LocalizationSet": "set-{{id}}",
                    "Culture": "nb" }, "AutoroutePart": {} }
                """
            )!;
        foreach (var (name, value) in (JsonObject)JsonNode.Parse(parts)!)
        {
            item[name] =
                value is JsonObject part && item[name] is JsonObject before ? ContentMerge.Merge(before, part) : value?.DeepClone();
        }

        return item.ToJsonString();
    }
}

public sealed class SqliteStorableValueTests(SqliteRecipes store) : StorableValueTests(store), IClassFixture<SqliteRecipes>;

public sealed class PostgreSqlStorableValueTests(PostgreSqlRecipes store) : StorableValueTests(store), IClassFixture<PostgreSqlRecipes>;
