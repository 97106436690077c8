using System.Text.Json;
using static VoldCms.IntegrationTests.ContentApi.ApiSample;

namespace VoldCms.IntegrationTests.ContentApi.Schema;

public abstract class SurfaceTests(ApiSite site) : ApiTest(site)
{
    [Fact]
    public async Task What_lies_in_other_items_alone_is_asked_there_or_listed_whole()
    {
        var tenant = await Site.CreateTenantAsync();
        await tenant.Content.PublishAsync(
            Page(
                "p1",
                parts: """{ "Steps": { "ContentItems": [{ "ContentItemId": "s1","""
                    + """ "ContentType": "Step", "Step": { "Text": { "Text": "Ring" } } }] } }"""
            )
        );

        Assert.Equal(
            """{"helpPage":[{"steps":{"contentItems":[{"contentItemId":"s1","contentItemVersionId":null,"text":"Ring"}]}}]}""",
            await tenant.DataAsync("{ helpPage { steps { contentItems { contentItemId contentItemVersionId ... on Step { text } } } } }")
        );
        Assert.Equal("""{"step":[{"text":"Ring"}]}""", await tenant.DataAsync("{ step { text } }"));
        Assert.Equal("""{"step":[{"text":"Ring"}]}""", await tenant.DataAsync("""{ step(where: { text_contains: "ri" }) { text } }"""));
        Assert.Equal("""{"step":[]}""", await tenant.DataAsync("""{ step(where: { text: "Skriv" }) { text } }"""));
        Assert.Equal("""{"step":[]}""", await tenant.DataAsync("{ step(skip: 1) { text } }"));
        var root = (
            await tenant.AskAsync(
                "{ __schema { queryType { fields(includeDeprecated: true) { name isDeprecated } } mutationType { fields { name } } } }"
            )
        )
            .GetProperty("data")
            .GetProperty("__schema");
        Assert.Equal(
            ["step False"],
            root.GetProperty("queryType")
                .GetProperty("fields")
                .EnumerateArray()
                .Select(field => $"{field.GetProperty("name").GetString()} {field.GetProperty("isDeprecated").GetBoolean()}")
                .Where(field => field.StartsWith("step", StringComparison.Ordinal))
        );
        Assert.DoesNotContain(
            root.GetProperty("mutationType").GetProperty("fields").EnumerateArray(),
            field => field.GetProperty("name").GetString()!.Contains("Step", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_help_page_shows_every_part_and_field_of_the_contract()
    {
        var tenant = await Site.CreateTenantAsync();
        await tenant.Content.PublishAsync(
            Item("HelpCentre", "c1", """{ "AutoroutePart": { "Path": "senter" } }"""),
            Item(
                "Topics",
                "tx",
                """{ "TaxonomyPart": { "TermContentType": "Topic", "Terms": [{ "ContentItemId": "t1", "ContentType": "Topic","""
                    + """ "DisplayText": "Vold", "Terms": [{ "ContentItemId": "t2","""
                    + """ "ContentType": "Topic", "DisplayText": "Nett" }] }] } }"""
            ),
            Page("p2", parts: """{ "LocalizationPart": { "Culture": "nn", "LocalizationSet": "s1" } }"""),
            Page(
                "p1",
                """
                { "Ingress": { "Text": "Kort" }, "Audience": { "Values": ["barn"] }, "ReviewDate": { "Value": "2026-05-01T00:00:00Z" },
                  "Priority": { "Value": 2.5 }, "Featured": { "Value": true },
                  "Form": { "Url": "https://example.no", "Text": "Skjema", "Target": "_blank" }, "Topics": { "TaxonomyContentItemId": "tx",
                    "TermContentItemIds": ["t2", "t1"] },
                  "Related": { "ContentItemIds": ["p2", "gone"] }, "Illustration": { "Paths": ["bilder/en å.png"],
                    "MediaTexts": ["Et bilde"] } }
                """,
                parts: """
                { "AutoroutePart": { "Path": "hjelp/p1" }, "AliasPart": { "Alias": "p-en" }, "LocalizationPart": { "Culture": "nb",
                  "LocalizationSet": "s1" }, "HtmlBodyPart": { "Html": "<p>Hei</p>" },
                  "ContainedPart": { "ListContentItemId": "c1", "ListContentType": "HelpCentre", "Order": 3 },
                  "Steps": { "ContentItems": [
                    { "ContentItemId": "s1", "ContentType": "Step", "Step": { "Text": { "Text": "Ring" } } }, { "ContentItemId": "s2",
                      "ContentType": "Step", "Step": { "Text": { "Text": "Spør" } } }] } }
                """
            )
        );

        var data = await tenant.DataAsync(
            """
            { helpPage(where: { contentItemId: "p1" }) {
                contentItemId displayText published latest createdUtc modifiedUtc owner render path alias { alias } htmlBody { html }
                localization { culture localizationSet localizations { contentItemId } en: localizations(culture: "nn") { contentItemId } }
                steps { contentItems(first: 1) { contentItemId ... on Step { text } } last: contentItems(last: 1) { contentItemId } }
                helpCentre { listContentItemId listContentType order listContentItem { displayText ... on HelpCentre { path list {
                  contentItems { contentItemId } } } } }
                ingress audience reviewDate priority featured form { url text target }
                topics { termContentItemIds taxonomyContentItemId termContentItems { displayText } taxonomyContentItem {
                  contentItemId ... on Topics { taxonomy { termContentType contentItems { displayText } } } } }
                related { contentItemIds contentItems { contentItemId } }
                illustration { files { fileName path url mediaText resizeUrl(width: 600, mode: "crop") } paths }
              } }
            """
        );

        var root = $"/{tenant.Content.Tenant.RequestUrlPrefix}";
        Assert.Equal(
            Compact(
                $$"""
                { "helpPage": [{
                    "contentItemId": "p1", "displayText": "HelpPage p1", "published": true, "latest": true,
                      "createdUtc": "2026-01-01T12:00:00Z", "modifiedUtc": "2026-02-01T12:00:00Z",
                    "owner": "", "render": null, "path": "hjelp/p1", "alias": { "alias": "p-en" }, "htmlBody": { "html": "<p>Hei</p>" },
                    "localization": { "culture": "nb", "localizationSet": "s1", "localizations": [{ "contentItemId": "p1" },
                      { "contentItemId": "p2" }], "en": [{ "contentItemId": "p2" }] },
                    "steps": { "contentItems": [{ "contentItemId": "s1", "text": "Ring" }], "last": [{ "contentItemId": "s2" }] },
                    "helpCentre": { "listContentItemId": "c1", "listContentType": "HelpCentre", "order": 3,
                      "listContentItem": { "displayText": "HelpCentre c1", "path": "senter",
                      "list": { "contentItems": [{ "contentItemId": "p1" }] } } },
                    "ingress": "Kort", "audience": ["barn"], "reviewDate": "2026-05-01", "priority": 2.5, "featured": true,
                      "form": { "url": "https://example.no", "text": "Skjema", "target": "_blank" },
                    "topics": { "termContentItemIds": ["t2", "t1"], "taxonomyContentItemId": "tx",
                      "termContentItems": [{ "displayText": "Nett" }, { "displayText": "Vold" }],
                      "taxonomyContentItem": { "contentItemId": "tx", "taxonomy": { "termContentType": "Topic",
                        "contentItems": [{ "displayText": "Vold" }] } } },
                    "related": { "contentItemIds": ["p2"], "contentItems": [{ "contentItemId": "p2" }] },
                    "illustration": { "files": [{ "fileName": "en å.png", "path": "bilder/en å.png",
                      "url": "{{root}}/media/bilder/en%20%C3%A5.png", "mediaText": "Et bilde",
                      "resizeUrl": "{{root}}/media/bilder/en%20%C3%A5.png?width=600&rmode=crop" }], "paths": ["bilder/en å.png"] }
                  }] }
                """
            ),
            Compact(data)
        );
    }

    [Fact]
    public async Task Items_are_found_by_id_and_by_path_of_any_type()
    {
        var tenant = await Site.CreateTenantAsync();
        await tenant.Content.PublishAsync(Item("HelpCentre", "c1", """{ "AutoroutePart": { "Path": "senter" } }"""));

        var data = await tenant.DataAsync(
            """
            { a: contentItem(contentItemId: "c1") { contentType ... on HelpCentre { path } }
              b: contentItemByPath(path: "SENTER") { contentItemId }
              c: contentItem(contentItemId: "gone") { contentType } d: contentItemByPath(path: "gone") { contentType } me { userId }
                siteCultures { culture default } }
            """
        );

        Assert.Equal(
            Compact(
                """{ "a": { "contentType": "HelpCentre", "path": "senter" }, "b": { "contentItemId": "c1" },"""
                    + """ "c": null, "d": null, "me": null, "siteCultures": [{ "culture": "nb", "default": true },"""
                    + """ { "culture": "nn", "default": false }, { "culture": "en", "default": false }] }"""
            ),
            Compact(data)
        );
    }

    [Fact]
    public async Task A_plan_gives_its_measures_back_with_one_query_a_level()
    {
        var tenant = await Site.CreateTenantAsync();
        await tenant.Content.PublishAsync([
            Item("Plan", "plan1"),
            Item("Plan", "plan2"),
            .. Enumerable.Range(0, 7).Select(each => Item("Party", $"party{each}")),
            .. Enumerable
                .Range(0, 45)
                .Select(each => Measure($"m{each:00}", "plan1", each, [$"party{each % 7}", $"party{(each + 1) % 7}"])),
            Measure("other", "plan2", 1, ["party1"]),
        ]);
        const string Query = """
            { plan(where: { contentItemId: "plan1" }) { displayText
                measureByPlan(orderBy: { order: ASC }, first: 100) { displayText order plan { contentItems { displayText } } parties {
                  contentItems { displayText } } leads { contentItems { displayText } } } } }
            """;
        JsonElement data = default;

        var statements = await CountStatementsAsync(
            () => tenant.DataAsync("{ plan { contentItemId } }"),
            async () => data = JsonSerializer.Deserialize<JsonElement>(await tenant.DataAsync(Query))
        );

        var measures = data.GetProperty("plan")[0].GetProperty("measureByPlan");
        Assert.Equal(45, measures.GetArrayLength());
        Assert.Equal(
            "Party party3",
            measures[44].GetProperty("parties").GetProperty("contentItems")[1].GetProperty("displayText").GetString()
        );
        Assert.Equal(
            "Party party2",
            measures[44].GetProperty("leads").GetProperty("contentItems")[0].GetProperty("displayText").GetString()
        );

        // Plans; measures; and one for plans, parties and leads together. Beside them, which types are stored at all.
        Assert.Equal(3 + 1, statements);
    }

    [Fact]
    public async Task A_list_of_twenty_with_bags_and_pickers_costs_two_queries_and_again_none()
    {
        var tenant = await Site.CreateTenantAsync();
        await tenant.Content.PublishAsync([
            .. Enumerable
                .Range(0, 25)
                .Select(each =>
                    Page(
                        $"p{each:00}",
                        $$"""{ "Related": { "ContentItemIds": ["p{{(each + 1) % 25:00}}"] } }""",
                        parts: """{ "Steps": { "ContentItems": [{ "ContentItemId": "s1","""
                            + """ "ContentType": "Step", "Step": { "Text": { "Text": "Ring" } } }] } }"""
                    )
                ),
        ]);
        const string Query =
            "{ helpPage(first: 20) { displayText steps { contentItems { ... "
            + "on Step { text } } } related { contentItems { displayText } } } }";
        var (first, second) = ("", "");

        var cold = await CountStatementsAsync(
            () => tenant.DataAsync("{ plan { contentItemId } }"),
            async () => first = await tenant.DataAsync(Query)
        );
        var warm = await CountStatementsAsync(() => Task.CompletedTask, async () => second = await tenant.DataAsync(Query));

        // Pages, and what they name; beside them, which types are stored at all. The second time comes from memory.
        Assert.Equal(2 + 1, cold);
        Assert.Equal(0, warm);
        Assert.Equal(first, second);
        Assert.Equal(20, JsonSerializer.Deserialize<JsonElement>(first).GetProperty("helpPage").GetArrayLength());
    }

    [Fact]
    public async Task Help_pages_with_services_and_channels_cost_a_statement_a_level()
    {
        var tenant = await Site.CreateTenantAsync(
            ModulesSample
                .Definitions.Replace(
                    """{ "Name": "Channel", "DisplayName": "Kanal",""",
                    """
                    { "Name": "HelpPage", "DisplayName": "Hjelpeside", "ContentTypePartDefinitionRecords": [
                        { "PartName": "TitlePart", "Name": "TitlePart" }, { "PartName": "LocalizationPart", "Name": "LocalizationPart" },
                          { "PartName": "HelpPage", "Name": "HelpPage" }] },
                    { "Name": "Channel", "DisplayName": "Kanal",
                    """,
                    StringComparison.Ordinal
                )
                .Replace(
                    """
                    "ContentParts": [
                    """,
                    """
                    "ContentParts": [ { "Name": "HelpPage",
                      "ContentPartFieldDefinitionRecords": [{ "FieldName": "ContentPickerField", "Name": "Services" }] },
                    """,
                    StringComparison.Ordinal
                )
        );
        await tenant.Content.PublishAsync([
            .. Enumerable.Range(0, 8).Select(each => ModulesSample.Channel($"c{each}", "Mo-Fr 08:00-15:30")),
            .. Enumerable.Range(0, 6).Select(each => ModulesSample.Service($"s{each}", [$"c{each}", $"c{each + 2}"])),
            .. Enumerable
                .Range(0, 10)
                .Select(each => Page($"p{each}", $$"""{ "Services": { "ContentItemIds": ["s{{each % 6}}", "s{{(each + 1) % 6}}"] } }""")),
        ]);
        const string Query = """
            { helpPage(culture: "nb", first: 10, orderBy: { displayText: ASC }) { displayText
                services { contentItems { displayText ... on Service { openNow(at: "2026-11-18T09:00:00Z") channels { contentItems {
                  ... on Channel { displayText openingHours openNow(at: "2026-11-18T09:00:00Z") } } } } } } } }
            """;
        JsonElement data = default;

        var statements = await CountStatementsAsync(
            () => tenant.DataAsync("{ helpPage { contentItemId } }"),
            async () => data = JsonSerializer.Deserialize<JsonElement>(await tenant.DataAsync(Query)).GetProperty("helpPage")
        );

        Assert.Equal(10, data.GetArrayLength());
        var service = data[9].GetProperty("services").GetProperty("contentItems")[1];
        Assert.Equal("Service s4", service.GetProperty("displayText").GetString());
        Assert.True(service.GetProperty("channels").GetProperty("contentItems")[1].GetProperty("openNow").GetBoolean());

        // Pages; services; the channels that their hours hang on; channels. Beside them, which types are stored at all.
        Assert.Equal(4 + 1, statements);
    }

    [Fact]
    public async Task Lists_of_several_parents_are_paged_for_each()
    {
        var tenant = await Site.CreateTenantAsync();
        await tenant.Content.PublishAsync([
            Item("Plan", "a", day: 2),
            Item("Plan", "b", day: 1),
            .. Enumerable.Range(0, 4).Select(each => Measure($"a{each}", "a", each, [])),
            .. Enumerable.Range(0, 3).Select(each => Measure($"b{each}", "b", each, [])),
        ]);

        var data = await tenant.DataAsync("{ plan { measureByPlan(orderBy: { order: DESC }, first: 2, skip: 1) { contentItemId } } }");

        Assert.Equal(
            """{"plan":[{"measureByPlan":[{"contentItemId":"a2"},{"contentItemId":"a1"}]},"""
                + """{"measureByPlan":[{"contentItemId":"b1"},{"contentItemId":"b0"}]}]}""",
            data
        );
    }

    private static string Compact(string json) => JsonSerializer.Serialize(JsonSerializer.Deserialize<JsonElement>(json));
}

public sealed class SurfaceOnSqliteTests(ApiOnSqlite site) : SurfaceTests(site), IClassFixture<ApiOnSqlite>;

public sealed class SurfaceOnPostgreSqlTests(ApiOnPostgreSql site) : SurfaceTests(site), IClassFixture<ApiOnPostgreSql>;
