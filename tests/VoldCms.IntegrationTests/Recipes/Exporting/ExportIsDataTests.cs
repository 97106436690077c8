using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Media;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Recipes;
using VoldCms.Hosting.Configuration;
using VoldCms.IntegrationTests.Data;
using VoldCms.Recipes.Exporting;
using VoldCms.Recipes.Expressions;
using VoldCms.Recipes.Running;

namespace VoldCms.IntegrationTests.Recipes.Exporting;

/// <summary>What an export holds are texts, whoever wrote them: run elsewhere they come out byte for byte and do nothing.</summary>
public abstract class ExportIsDataTests(RecipeStore store) : RecipeTest(store)
{
    private const int Texts = 40;

    private static readonly JsonSerializerOptions s_readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly string[] s_hostile =
    [
        "[js: uuid()]",
        "[js: 'a' + 'b']",
        "[file:text('r.recipe.json')]",
        "[file:base64('../secret')]",
        "[Utkast: plan]",
        "[[js: x]]",
        "[js: /*verbatim*/ \"x\" + ' ']",
        "[js: \"",
        "[]",
        "[js:]",
        "\u200F[js: עברית]",
        "[é: \u202Eabc]",
        "[js: 😀]",
        "[js: \r\n\t]",
        "[env: HOME]",
    ];

    // No surrogates: half a pair is refused when a file is read. No angle brackets: what HTML becomes is the sanitizer's affair.
    private static readonly Gen<string> s_text = Gen.OneOf(
        OneOf(s_hostile),
        Gen.String[Gen.Char["[]:js'\"\\+/* \n\r\t\u2028\u2029\u200F\u202E\uFEFF\u0001\u001Fåøæ`${}(),"], 0, 30],
        Gen.Select(OneOf("js", "file", "Merk"), Gen.String[Gen.Char["'\"\\[] abø\n"], 0, 20], (engine, text) => $"[{engine}:{text}]")
    );

    [Fact]
    public async Task Any_text_whatever_survives_export_and_import()
    {
        var texts = s_hostile.Concat(s_text.Array[Texts].Single()).ToArray();
        var (from, to, third) = (await Store.CreateTenantAsync(), await Store.CreateTenantAsync(), await Store.CreateTenantAsync());
        Succeeded(await RunAsync(from, (JsonObject)VerbatimText.Write(Recipe(texts))!, isDataOnly: true));

        var exported = await ExportAsync(from);
        Assert.Equal(texts, TextsOf(exported));
        AllSame(await RunAsync(from, exported));
        Succeeded(await RunAsync(to, exported));
        AllSame(await RunAsync(to, exported));
        Assert.Equal(Json(exported), Json(await ExportAsync(to)));

        var content = await ExportAsync(from, "Note");
        AllSame(await RunAsync(from, content, isDataOnly: true));
        AllSame(await RunAsync(to, content));
        content["steps"]!
            .AsArray()
            .Insert(
                0,
                exported["steps"]!.AsArray().First(step => step!["name"]!.GetValue<string>() == "ReplaceContentDefinition")!.DeepClone()
            );
        Succeeded(await RunAsync(third, content, isDataOnly: true));
        Assert.Equal(texts, TextsOf(await ExportAsync(third, "Note")));
    }

    [Fact]
    public async Task Settings_stand_after_the_features_and_files_go_along()
    {
        var (from, to) = (await Store.CreateTenantAsync(), await Store.CreateTenantAsync());
        Succeeded(
            await Store.RunTextAsync(
                from,
                """
                { "name": "R", "steps": [ { "name": "settings", "SiteName": "Fra" }, { "name": "feature", "enable": ["OrchardCore.Title"] },
                  { "name": "media", "Files": [ { "TargetPath": "plan/forside.png", "Base64": "iVBORw0KGgo=" } ] } ] }
                """
            )
        );

        var exported = await ExportAsync(from);

        Assert.Equal(
            ["feature", "settings", "ReplaceContentDefinition", "Roles", "media", "content"],
            exported["steps"]!.AsArray().Select(step => step!["name"]!.GetValue<string>()).Distinct()
        );
        Succeeded(await RunAsync(to, exported));
        Assert.True(MediaPath.TryParse("plan/forside.png", out var path));
        var bytes = Store.Services.GetRequiredService<IMediaLibrary>().Read(to.Tenant, path);
        Assert.Equal("iVBORw0KGgo=", Convert.ToBase64String(bytes));
    }

    [Fact]
    public async Task What_is_left_out_is_named()
    {
        var tenant = await Store.CreateTenantAsync();
        var data = Store.Services.GetRequiredService<DataDirectory>();
        var library = Directory.CreateDirectory(data.Combine("media", tenant.Tenant.Name)).FullName;
        await File.WriteAllTextAsync(Path.Combine(library, "program.exe"), "x", Stop);
        await using (var large = File.Create(Path.Combine(library, "film.mp4")))
        {
            large.SetLength(25 * 1024 * 1024);
        }

        await using var scope = tenant.Scope(Principal.System);
        var exported = (await scope.ServiceProvider.GetRequiredService<TenantExport>().ExportAsync(Stop)).Value;

        Assert.Contains(exported.LeftOut, line => line.Contains("former addresses", StringComparison.Ordinal));
        Assert.Contains(exported.LeftOut, line => line.Contains("'film.mp4' (25600 kB)", StringComparison.Ordinal));
        Assert.Contains(exported.LeftOut, line => line.Contains("'program.exe'", StringComparison.Ordinal));
        Assert.DoesNotContain(exported.Recipe["steps"]!.AsArray(), step => step!["name"]!.GetValue<string>() == "media");
    }

    [Theory]
    [InlineData(""" { "name": "settings", "SiteName": "a\u0000b" } """, "steps[0].SiteName")]
    [InlineData(
        """ { "name": "Roles", "Roles": [ { "Name": "X", "Description": "[js: '\\0']", "Permissions": [] } ] } """,
        "steps[0].Roles[0].Description"
    )]
    [InlineData(""" { "name": "settings", "SiteName": "[js: 'a\\u0000']" } """, "steps[0].SiteName")]
    public async Task The_character_that_no_database_stores_is_refused_in_one_line(string step, string path)
    {
        var report = await Store.RunTextAsync(await Store.CreateTenantAsync(), $$"""{ "name": "R", "steps": [ {{step}} ] }""");

        var fault = Assert.Single(report.Faults);
        Assert.Contains(path, fault, StringComparison.Ordinal);
        Assert.Contains("U+0000", fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Titles_paths_and_aliases_are_made_by_their_patterns()
    {
        var tenant = await Store.CreateTenantAsync();
        Succeeded(
            await Store.RunTextAsync(
                tenant,
                """
                { "name": "TitlePatterns", "steps": [
                 { "name": "ContentDefinition", "ContentTypes": [
                  { "Name": "Person", "DisplayName": "Person", "Settings": { "ContentTypeSettings": {} },
                    "ContentTypePartDefinitionRecords": [
                    { "PartName": "TitlePart", "Name": "TitlePart", "Settings": { "TitlePartSettings": { "Options": 1,
                      "Pattern": "{{ ContentItem.Content.Person.First.Text }} {{ ContentItem.Content.Person.Last.Text }}" } } },
                    { "PartName": "AliasPart", "Name": "AliasPart",
                      "Settings": { "AliasPartSettings": { "Pattern": "{{ ContentItem.DisplayText | slugify }}" } } },
                    { "PartName": "AutoroutePart", "Name": "AutoroutePart",
                      "Settings": { "AutoroutePartSettings": {
                      "Pattern": "{{ ContentItem | container | display_text | slugify }}/{{ ContentItem.DisplayText | slugify }}" } } },
                    { "PartName": "Person", "Name": "Person", "Settings": {} } ] },
                  { "Name": "Team", "DisplayName": "Team", "Settings": { "ContentTypeSettings": {} }, "ContentTypePartDefinitionRecords": [
                    { "PartName": "TitlePart", "Name": "TitlePart", "Settings": { "TitlePartSettings": { "Options": 3 } } },
                    { "PartName": "AliasPart", "Name": "AliasPart", "Settings": {} },
                    { "PartName": "ListPart", "Name": "ListPart",
                      "Settings": { "ListPartSettings": { "ContainedContentTypes": ["Person"] } } },
                    { "PartName": "BagPart", "Name": "People",
                      "Settings": { "BagPartSettings": { "ContainedContentTypes": ["Person"] } } } ] } ],
                  "ContentParts": [ { "Name": "Person", "Settings": {}, "ContentPartFieldDefinitionRecords": [
                    { "FieldName": "TextField", "Name": "First", "Settings": {} }, { "FieldName": "TextField", "Name": "Last",
                      "Settings": {} } ] } ] },
                 { "name": "content", "data": [
                  { "ContentItemId": "4team", "ContentItemVersionId": "4teamv", "ContentType": "Team", "Latest": true, "Published": true,
                    "TitlePart": { "Title": "Vårt lag" }, "AliasPart": {},
                    "People": { "ContentItems": [ { "ContentItemId": "4in", "ContentType": "Person",
                      "Person": { "First": { "Text": "Ada" }, "Last": { "Text": "Inne" } } } ] } },
                  { "ContentItemId": "4one", "ContentItemVersionId": "4onev", "ContentType": "Person", "Latest": true, "Published": true,
                    "TitlePart": {}, "AliasPart": {}, "AutoroutePart": {},
                    "ContainedPart": { "ListContentItemId": "4team" }, "Person": { "First": { "Text": "Kari" },
                      "Last": { "Text": "Nordmann" } } },
                  { "ContentItemId": "4two", "ContentItemVersionId": "4twov", "ContentType": "Person", "Latest": true, "Published": true,
                    "TitlePart": {}, "AliasPart": {}, "AutoroutePart": {},
                    "ContainedPart": { "ListContentItemId": "4team" }, "Person": { "First": { "Text": "Kari" },
                      "Last": { "Text": "Nordmann" } } } ] } ] }
                """
            )
        );

        var items = (await ExportAsync(tenant, "Person", "Team"))["steps"]![0]!["data"]!
            .AsArray()
            .ToDictionary(item => item!["ContentItemId"]!.GetValue<string>());

        Assert.Equal("vart-lag", items["4team"]!["AliasPart"]!["Alias"]!.GetValue<string>());
        var inside = items["4team"]!["People"]!["ContentItems"]![0]!;
        Assert.Equal(
            ("Ada Inne", "Ada Inne"),
            (inside["DisplayText"]!.GetValue<string>(), inside["TitlePart"]!["Title"]!.GetValue<string>())
        );
        Assert.Equal("Kari Nordmann", items["4one"]!["DisplayText"]!.GetValue<string>());
        Assert.Equal(
            ["kari-nordmann", "vart-lag/kari-nordmann", "kari-nordmann-1", "vart-lag/kari-nordmann-1"],
            new[] { "4one", "4two" }
                .SelectMany(id => new[] { items[id]!["AliasPart"]!["Alias"]!, items[id]!["AutoroutePart"]!["Path"]! })
                .Select(text => text.GetValue<string>())
        );
    }

    [Theory]
    [InlineData("{{ ContentItem | nobody }}", "the filter 'nobody'")]
    [InlineData("{% for i in (1..100000000) %}x{% endfor %}", "a range")]
    public async Task A_pattern_that_cannot_be_rendered_is_refused_before_the_first_step(string pattern, string expected)
    {
        var report = await Store.RunTextAsync(
            await Store.CreateTenantAsync(),
            $$$"""
            { "name": "R", "steps": [ { "name": "settings", "SiteName": "X" }, { "name": "ContentDefinition", "ContentTypes": [
              { "Name": "Person", "DisplayName": "Person", "Settings": {}, "ContentTypePartDefinitionRecords": [
                { "PartName": "AutoroutePart", "Name": "AutoroutePart",
                  "Settings": { "AutoroutePartSettings": { "Pattern": "{{{pattern}}}" } } } ] } ] } ] }
            """
        );

        Assert.Empty(report.Steps);
        Assert.Contains(expected, Assert.Single(report.Faults), StringComparison.Ordinal);
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    private static JsonObject Recipe(string[] texts)
    {
        var (first, second) = (texts[0], texts[^1]);
        return new JsonObject
        {
            ["name"] = "R",
            ["steps"] = new JsonArray(
                new JsonObject { ["name"] = "feature", ["enable"] = new JsonArray("OrchardCore.Title") },
                new JsonObject
                {
                    ["name"] = "settings",
                    ["SiteName"] = first,
                    ["Odd"] = new JsonObject { ["Text"] = second, ["List"] = List(texts) },
                },
                new JsonObject
                {
                    ["name"] = "Roles",
                    ["Roles"] = new JsonArray(
                        new JsonObject
                        {
                            ["Name"] = "X",
                            ["Description"] = first,
                            ["Permissions"] = new JsonArray(),
                        }
                    ),
                },
                new JsonObject
                {
                    ["name"] = "Templates",
                    ["Templates"] = new JsonObject { ["T"] = new JsonObject { ["Content"] = first } },
                },
                new JsonObject
                {
                    ["name"] = "ContentDefinition",
                    ["ContentTypes"] = new JsonArray(
                        new JsonObject
                        {
                            ["Name"] = "Note",
                            ["DisplayName"] = first,
                            ["Settings"] = new JsonObject { ["ContentTypeSettings"] = new JsonObject { ["Description"] = second } },
                            ["ContentTypePartDefinitionRecords"] = new JsonArray(Part("TitlePart"), Part("Note")),
                        }
                    ),
                    ["ContentParts"] = new JsonArray(
                        new JsonObject
                        {
                            ["Name"] = "Note",
                            ["Settings"] = new JsonObject(),
                            ["ContentPartFieldDefinitionRecords"] = new JsonArray(
                                Field("TextField", "Text", first),
                                Field("HtmlField", "Html", second),
                                Field("MarkdownField", "Markdown", first)
                            ),
                        }
                    ),
                },
                new JsonObject
                {
                    ["name"] = "content",
                    ["data"] = new JsonArray([
                        .. texts.Select(
                            (text, index) =>
                                new JsonObject
                                {
                                    ["ContentItemId"] = $"4note{index:000}",
                                    ["ContentItemVersionId"] = $"4vers{index:000}",
                                    ["ContentType"] = "Note",
                                    ["DisplayText"] = text,
                                    ["Latest"] = true,
                                    ["Published"] = true,
                                    ["TitlePart"] = new JsonObject { ["Title"] = text },
                                    ["Note"] = new JsonObject
                                    {
                                        ["Text"] = new JsonObject { ["Text"] = text },
                                        ["Html"] = new JsonObject { ["Html"] = text },
                                        ["Markdown"] = new JsonObject { ["Markdown"] = text },
                                    },
                                }
                        ),
                    ]),
                }
            ),
        };

        static JsonArray List(string[] texts) => [.. texts.Select(text => JsonValue.Create(text))];

        static JsonObject Part(string name) =>
            new()
            {
                ["PartName"] = name,
                ["Name"] = name,
                ["Settings"] = new JsonObject(),
            };

        static JsonObject Field(string kind, string name, string hint) =>
            new()
            {
                ["FieldName"] = kind,
                ["Name"] = name,
                ["Settings"] = new JsonObject
                {
                    ["ContentPartFieldSettings"] = new JsonObject { ["DisplayName"] = hint },
                    [$"{kind}Settings"] = new JsonObject { ["Hint"] = hint, ["SanitizeHtml"] = false },
                },
            };
    }

    // As the reader of a recipe gives them, which is what the texts mean.
    private static IEnumerable<string> TextsOf(JsonObject exported)
    {
        var content = exported["steps"]!.AsArray().Last(step => step!["name"]!.GetValue<string>() == "content")!;
        foreach (var item in content["data"]!.AsArray().OrderBy(item => item!["ContentItemId"]!.GetValue<string>(), StringComparer.Ordinal))
        {
            var text = Meant(item!["Note"]!["Text"]!["Text"]?.GetValue<string>() ?? "");
            Assert.Equal(text, Meant(item["Note"]!["Html"]!["Html"]?.GetValue<string>() ?? ""));
            Assert.Equal(text, Meant(item["Note"]!["Markdown"]!["Markdown"]?.GetValue<string>() ?? ""));
            Assert.Equal(text, Meant(item["TitlePart"]!["Title"]?.GetValue<string>() ?? ""));
            yield return text;
        }

        static string Meant(string text) => VerbatimText.TryRead(text, out var meant) ? meant : text;
    }

    private static void Succeeded(RecipeReport report) => Assert.True(report.IsSuccess, string.Join('\n', report.Faults));

    private static void AllSame(RecipeReport report)
    {
        Succeeded(report);
        Assert.All(
            report.Steps.SelectMany(step => step.Things),
            thing => Assert.Equal((RecipeOutcome.Same, thing.What), (thing.Outcome, thing.What))
        );
    }

    private static string Json(JsonObject recipe)
    {
        var copy = (JsonObject)recipe.DeepClone();
        copy.Remove("name");
        copy.Remove("displayName");
        return copy.ToJsonString(s_readable);
    }

    private static async Task<JsonObject> ExportAsync(TestTenant tenant, params string[] types)
    {
        await using var scope = tenant.Scope(Principal.System);
        var export = scope.ServiceProvider.GetRequiredService<TenantExport>();
        var exported = types.Length == 0 ? await export.ExportAsync(Stop) : await export.ExportContentAsync(types, Stop);
        return exported.Value.Recipe;
    }

    private async Task<RecipeReport> RunAsync(TestTenant tenant, JsonObject recipe, bool isDataOnly = false)
    {
        var path = Path.Combine(Store.NewFolder(), "r.recipe.json");
        await File.WriteAllTextAsync(path, recipe.ToJsonString(s_readable), Stop);
        return await Store.RunAsync(tenant, path, isDataOnly: isDataOnly);
    }
}

public sealed class SqliteExportIsDataTests(SqliteRecipes store) : ExportIsDataTests(store), IClassFixture<SqliteRecipes>;

public sealed class PostgreSqlExportIsDataTests(PostgreSqlRecipes store) : ExportIsDataTests(store), IClassFixture<PostgreSqlRecipes>;
