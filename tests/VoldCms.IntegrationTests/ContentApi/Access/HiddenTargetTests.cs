using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Items;
using static VoldCms.IntegrationTests.ContentApi.ApiSample;

namespace VoldCms.IntegrationTests.ContentApi.Access;

/// <summary>
/// What a visitor may not see is as if it were not there, also where something public names it: by every door she is answered the same
/// whether it is there or not, and its id is in no answer.
/// </summary>
public abstract class HiddenTargetTests(ApiSite site) : ApiTest(site)
{
    /// <summary>Everything hidden has it in its id.</summary>
    private const string Hidden = "4skjult";

    private static readonly string[] s_documents =
    [
        "helpPageCounts(by: related) { count keys { value contentItem { displayText } } }",
        "helpPageCounts(by: [related, ingress]) { count keys { value } }",
        "helpPageCounts(by: related, first: 1, skip: 1) { count keys { value } }",
        "helpPageCounts(by: topics) { count keys { value contentItem { displayText } } }",
        "helpPageCounts(by: sets) { count keys { value } }",
        "measureCounts(by: [plan, parties]) { count keys { value } }",
        .. Filters("related", "contentItemIds", $"{Hidden}-page"),
        .. Filters("topics", "termContentItemIds", $"{Hidden}-term"),
        .. Filters("sets", "localizationSets", $"{Hidden}-set"),
        .. Filters("containedPart", "listContentItemId", $"{Hidden}-list"),
        $$"""helpPage(where: { containedPart: { listContentItemId_starts_with: "{{Hidden[..4]}}" } }) { contentItemId }""",
        $$"""helpPage(where: { containedPart: { listContentItemId_not_starts_with: "{{Hidden[..4]}}" } }) { contentItemId }""",
        $$"""helpPage(where: { containedPart: { listContentItemId_contains: "skjul" } }) { contentItemId }""",
        $$"""helpPage(where: { OR: [{ related: { contentItemIds: "{{Hidden}}-page" } }, { ingress: "En" }] }) { contentItemId }""",
        $$"""helpPage(where: { NOT: { related: { contentItemIds: "{{Hidden}}-page" } } }) { contentItemId }""",
        $$"""helpPage(where: { related: { contentItem: { contentItemId: "{{Hidden}}-page" } } }) { contentItemId }""",
        $$"""helpPageConnection(where: { related: { contentItemIds: "{{Hidden}}-page" } }) { totalCount nodes { contentItemId } }""",
        "helpPageConnection(where: { related_exists: false }) { totalCount nodes { contentItemId } }",
        "helpPageConnection(orderBy: { related: { contentItem: { displayText: ASC } } }, "
            + "first: 2) { edges { cursor node { contentItemId } } pageInfo { endCursor } }",
        "helpPageConnection(orderBy: { topics: { term: { displayText: DESC } } }) { edges { cursor node { contentItemId } } }",
        "helpPageConnection(orderBy: { containedPart: { order: ASC } }) { edges { cursor node { contentItemId } } }",
        "helpPage { contentItemId related { contentItemIds contentItems { contentItemId } } topics { "
            + "termContentItemIds taxonomyContentItemId termContentItems { contentItemId } }"
            + " sets { localizationSets contentItems { contentItemId } } helpCentre { "
            + "listContentItemId listContentItem { contentItemId } } }",
        $$"""helpPage(where: { contentItemId: "outer" }) { related { contentItems(where: { helpPage:"""
            + $$""" { related: { contentItemIds: "{{Hidden}}-page" } } }) { contentItemId } } }""",
        """helpPage(where: { contentItemId: "outer" })"""
            + """ { related { contentItems(where: { helpPage: { related_exists: true } }) { contentItemId } } }""",
        """helpPage(where: { contentItemId: "outer" })"""
            + """ { related { contentItems(where: { helpPage: { topics_exists: false } }) { contentItemId } } }""",
        "measure { contentItemId plan { contentItemIds } }",
        $$"""measure(where: { plan: { contentItemIds_in: ["{{Hidden}}-plan", "open-plan"] } }) { contentItemId }""",
        "plan { contentItemId measureByPlan { contentItemId } }",
        $$"""contentItem(contentItemId: "{{Hidden}}-page") { displayText }""",
        $$"""helpPage(where: { contentItemId: "{{Hidden}}-page" }) { displayText }""",
    ];

    private static readonly string[] s_addresses =
    [
        "?type=HelpPage&sort=contentItemId",
        "/only",
        "/holder",
        "/listed",
        $"?type=HelpPage&related.contentItemIds={Hidden}-page",
        $"?type=HelpPage&related.contentItemIds_not={Hidden}-page&count=true",
        "?type=HelpPage&related_exists=false&count=true",
        "?type=HelpPage&topics_exists=true&count=true",
        $"?type=HelpPage&containedPart.listContentItemId_starts_with={Hidden}",
        $"?type=HelpPage&sets.localizationSets={Hidden}-set",
        "?type=Measure",
        $"/{Hidden}-page",
        $"/{Hidden}-plan",
    ];

    [Theory]
    [InlineData("draft")]
    [InlineData("internal")]
    [InlineData("secret")]
    public async Task A_visitor_is_answered_the_same_whether_the_hidden_is_there_or_not(string how)
    {
        var (with, without) = (await TenantAsync(how), await TenantAsync(null));
        var differences = new List<string>();

        foreach (var document in s_documents)
        {
            await CompareAsync(document, tenant => tenant.DataAsync($"{{ {document} }}"));
        }

        foreach (var address in s_addresses)
        {
            await CompareAsync(
                address,
                async tenant =>
                    (await Site.SendAsync("GET", tenant.At($"/api/content{address}"))).Text.Replace(
                        tenant.Content.Tenant.RequestUrlPrefix ?? "-",
                        "",
                        StringComparison.Ordinal
                    )
            );
        }

        Assert.Empty(differences);

        async Task CompareAsync(string door, Func<ApiTenant, Task<string>> ask)
        {
            var (shown, expected) = (await ask(with), await ask(without));
            if (shown != expected)
            {
                differences.Add($"{door}: {shown} where it is there, {expected} where not");
            }

            // An address that asks for it repeats it; nothing else does.
            if (!door.StartsWith($"/{Hidden}", StringComparison.Ordinal) && (shown + expected).Contains(Hidden, StringComparison.Ordinal))
            {
                differences.Add($"{door}: {shown}");
            }
        }
    }

    [Fact]
    public async Task Who_may_see_it_finds_it()
    {
        var tenant = await TenantAsync("draft");

        Assert.Equal(
            "holder only",
            await tenant.IdsAsync(
                $$"""where: { related: { contentItemIds: "{{Hidden}}-page" } }, orderBy: { contentItemId: ASC }""",
                roles: "Editor"
            )
        );
        Assert.Equal(
            "holder only",
            await tenant.IdsAsync(
                $$"""where: { related: { contentItemIds: "{{Hidden}}-page" } }, orderBy: { contentItemId: ASC }""",
                roles: "Administrator"
            )
        );
        Assert.Contains(
            Hidden,
            await tenant.DataAsync("{ helpPageCounts(by: related) { count keys { value } } }", roles: "Editor"),
            StringComparison.Ordinal
        );
        Assert.Equal("holder outer", await tenant.IdsAsync("where: { related_exists: true }, orderBy: { contentItemId: ASC }"));
        Assert.Equal(
            "holder only outer",
            await tenant.IdsAsync("where: { related_exists: true }, orderBy: { contentItemId: ASC }", roles: "Editor")
        );
    }

    private static IEnumerable<string> Filters(string field, string ids, string id) =>
        [
            $$"""helpPage(where: { {{field}}: { {{ids}}: "{{id}}" } }) { contentItemId }""",
            $$"""helpPage(where: { {{field}}: { {{ids}}_not: "{{id}}" } }) { contentItemId }""",
            $$"""helpPage(where: { {{field}}: { {{ids}}_in: ["{{id}}", "open"] } }) { contentItemId }""",
            $$"""helpPage(where: { {{field}}: { {{ids}}_not_in: ["{{id}}", "x"] } }) { contentItemId }""",
            $$"""helpPage(where: { {{field}}_exists: true }) { contentItemId }""",
            $$"""helpPage(where: { {{field}}_exists: false }) { contentItemId }""",
        ];

    /// <summary>Pages and measures that name what is hidden, beside what is not.</summary>
    /// <param name="how">Why it is hidden; null when it is not there at all.</param>
    private async Task<ApiTenant> TenantAsync(string? how)
    {
        var definitions = ApiSample
            .Definitions.Replace(
                """{ "FieldName": "TextField", "Name": "Note",""",
                """{ "FieldName": "LocalizationSetContentPickerField", "Name": "Sets" }, { "FieldName": "TextField", "Name": "Note",""",
                StringComparison.Ordinal
            )
            .Replace(
                """[{ "PartName": "TitlePart", "Name": "TitlePart" }] }""",
                """[{ "PartName": "TitlePart", "Name": "TitlePart" }, { "PartName": "VisibilityPart", "Name": "VisibilityPart" }] }""",
                StringComparison.Ordinal
            );
        var tenant = await Site.CreateTenantAsync(definitions);
        var term = how is null
            ? ""
            : $$""", { "ContentItemId": "{{Hidden}}-term", "ContentType": "Topic","""
                + $$""" "DisplayText": "Skjult", "VisibilityPart": { "Level": { "Text": "secret" } } }""";
        const string Everything = """
            "Topics": { "TaxonomyContentItemId": "tx", "TermContentItemIds": ["4skjult-term"] },
              "Sets": { "LocalizationSets": ["4skjult-set"] }
            """;
        await PublishAsync(
            Item(
                "Topics",
                "tx",
                $$"""{ "TaxonomyPart": { "TermContentType": "Topic", "Terms": [{ "ContentItemId": "t1","""
                    + $$""" "ContentType": "Topic", "DisplayText": "Vold" }{{term}}] } }"""
            ),
            Page(
                "open",
                """{ "Ingress": { "Text": "En" }, "Related": { "ContentItemIds": [] } }""",
                parts: """{ "LocalizationPart": { "Culture": "nb", "LocalizationSet": "open-set" } }"""
            ),
            Page("only", $$"""{ "Ingress": { "Text": "To" }, "Related": { "ContentItemIds": ["{{Hidden}}-page"] }, {{Everything}} }"""),
            Page(
                "holder",
                $$"""
                { "Ingress": { "Text": "To" }, "Related": { "ContentItemIds": ["{{Hidden}}-page", "open"] },
                  "Topics": { "TaxonomyContentItemId": "{{Hidden}}-taxonomy", "TermContentItemIds": ["{{Hidden}}-term", "t1"] },
                    "Sets": { "LocalizationSets": ["open-set", "{{Hidden}}-set"] } }
                """
            ),
            Page(
                "listed",
                parts: $$"""{ "ContainedPart": { "ListContentItemId": "{{Hidden}}-list", "ListContentType": "HelpCentre", "Order": 1 } }"""
            ),
            Page("outer", """{ "Related": { "ContentItemIds": ["only", "holder", "open"] } }"""),
            Item("Plan", "open-plan"),
            Measure("m1", $"{Hidden}-plan", 1, [$"{Hidden}-party"]),
            Measure("m2", "open-plan", 2, [])
        );
        ContentItem[] hidden =
        [
            Page($"{Hidden}-page", parts: $$"""{ "LocalizationPart": { "Culture": "nb", "LocalizationSet": "{{Hidden}}-set" } }"""),
            Item("Plan", $"{Hidden}-plan"),
            Item("Party", $"{Hidden}-party"),
            Item("HelpCentre", $"{Hidden}-list"),
            Item("Topics", $"{Hidden}-taxonomy", """{ "TaxonomyPart": { "TermContentType": "Topic", "Terms": [] } }"""),
        ];
        foreach (var item in how is null ? [] : hidden)
        {
            // What has no levels is hidden as a draft.
            if (how == "draft" || item.ContentType is "HelpCentre")
            {
                await tenant.Content.SaveDraftAsync(item);
            }
            else
            {
                item.Content["VisibilityPart"] = new JsonObject { ["Level"] = new JsonObject { ["Text"] = how } };
                await tenant.Content.PublishAsync(item);
            }
        }

        return tenant;

        // Two tenants' answers are compared word for word.
        Task PublishAsync(params ContentItem[] items) =>
            tenant.Content.PublishAsync([.. items.Select(item => item with { ContentItemVersionId = new($"v-{item.ContentItemId}") })]);
    }
}

public sealed class HiddenTargetOnSqliteTests(ApiOnSqlite site) : HiddenTargetTests(site), IClassFixture<ApiOnSqlite>;

public sealed class HiddenTargetOnPostgreSqlTests(ApiOnPostgreSql site) : HiddenTargetTests(site), IClassFixture<ApiOnPostgreSql>;
