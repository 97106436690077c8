using static VoldCms.IntegrationTests.ContentApi.ApiSample;

namespace VoldCms.IntegrationTests.ContentApi.Lists;

/// <summary>Counts by values.</summary>
public abstract class CountTests(ApiSite site) : ApiTest(site)
{
    [Fact]
    public async Task Items_are_counted_by_one_field_or_several()
    {
        var tenant = await CountedAsync();

        async Task Gives(string counts, string arguments, string field = "helpPage") =>
            Assert.Equal($"{arguments}: {counts}", $"{arguments}: {await CountsAsync(tenant, arguments, field)}");

        await Gives("Nett=2 -=1 Vold=1", "by: ingress");
        await Gives("false=2 true=2", "by: [featured]");
        await Gives("-=2 2026-05-01=2", "by: reviewDate");
        await Gives("-=2 2.5=1 7=1", "by: priority");
        await Gives("-=2 unge=2 alle=1", "by: audience");
        await Gives("nb=2 -=1 nn=1", "by: localization_culture");
        await Gives("-=3 https://example.no=1", "by: form");
        await Gives("Nett/true=2 -/false=1 Vold/false=1", "by: [ingress, featured]");
        await Gives("Nett=2", """by: ingress, where: { featured: true }""");
        await Gives("Vold=1", """by: ingress, where: { AND: { featured: false, ingress_contains: "vold" } }""");
        await Gives("-=1", "by: ingress, first: 1, skip: 1");
        await Gives("", """by: ingress, where: { contentItemId_in: [] }""");
        await Gives("2026-01-04T12:00:00Z=1", """by: createdUtc, where: { createdUtc_gt: "2026-01-04T00:00:00Z" }""");
        await Gives("-=1 nb=1 nn=1", """by: localization_culture, culture: "nn" """);
    }

    [Fact]
    public async Task What_a_value_names_is_given_with_one_query()
    {
        var tenant = await CountedAsync();
        await tenant.Content.PublishAsync(
            Item("Plan", "a"),
            Item("Plan", "b"),
            Item("Party", "x"),
            Measure("m1", "a", 1, ["x"]),
            Measure("m2", "a", 2, ["x"]),
            Measure("m3", "b", 3, []),
            Measure("m4", "gone", 3, [])
        );
        var data = "";

        var statements = await CountStatementsAsync(
            () => tenant.DataAsync("{ measure { contentItemId } plan { contentItemId } }"),
            async () =>
                data = await tenant.DataAsync("{ measureCounts(by: [plan]) { count keys { field value contentItem { displayText } } } }")
        );

        Assert.Equal(
            """{"measureCounts":[{"count":2,"keys":[{"field":"plan","value":"a","contentItem":{"displayText":"Plan"""
                + """ a"}}]},{"count":1,"keys":[{"field":"plan","value":null,"contentItem":null}]},"""
                + """{"count":1,"keys":[{"field":"plan","value":"b","contentItem":{"displayText":"Plan b"}}]}]}""",
            data
        );
        // The counts, and the items; beside them, which types are stored at all.
        Assert.Equal(2 + 1, statements);
    }

    [Fact]
    public async Task Nothing_is_counted_that_the_reader_may_not_see()
    {
        var tenant = await CountedAsync();
        await tenant.Content.PublishAsync(
            Page("i", """{ "Ingress": { "Text": "Hemmelig" }, "Note": { "Text": "notat" } }""", "internal"),
            Page("s", """{ "Ingress": { "Text": "Nett" } }""", "secret")
        );
        await tenant.Content.SaveDraftAsync(Page("d", """{ "Ingress": { "Text": "Utkast" } }"""));
        var other = await Site.CreateTenantAsync();
        await other.Content.PublishAsync(Page("elsewhere", """{ "Ingress": { "Text": "Nett" } }"""));

        Assert.Equal("Nett=2 -=1 Vold=1", await CountsAsync(tenant, "by: ingress"));
        Assert.Equal("Nett=2 -=1 Hemmelig=1 Vold=1", await CountsAsync(tenant, "by: ingress", roles: "Editor"));
        Assert.Equal("Nett=3 -=1 Hemmelig=1 Vold=1", await CountsAsync(tenant, "by: ingress", roles: "Administrator"));
        Assert.Contains(
            "is not a path that can be filtered or ordered by",
            await tenant.ErrorAsync("{ helpPageCounts(by: note) { count } }"),
            StringComparison.Ordinal
        );
        Assert.Equal("-=4 notat=1", await CountsAsync(tenant, "by: note", roles: "Editor"));
        Assert.Contains(
            "needs the permission PreviewContent or EditContent",
            await tenant.ErrorAsync("{ helpPageCounts(by: ingress, status: DRAFT) { count } }"),
            StringComparison.Ordinal
        );
        Assert.Equal("Utkast=1", await CountsAsync(tenant, "by: ingress, status: DRAFT", roles: "Editor"));
        Assert.Contains(
            "not their stored versions",
            await tenant.ErrorAsync("{ helpPageCounts(by: ingress, status: ALL) { count } }", roles: "Editor"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("{ helpPageCounts(by: []) { count } }")]
    [InlineData("{ helpPageCounts(by: [ingress, featured, priority, audience]) { count } }")]
    public async Task From_one_to_three_fields_are_counted_by(string query)
    {
        var tenant = await CountedAsync();

        Assert.Contains("from 1 to 3 fields", await tenant.ErrorAsync(query), StringComparison.Ordinal);
    }

    private static async Task<string> CountsAsync(ApiTenant tenant, string arguments, string field = "helpPage", string? roles = null)
    {
        var answer = System
            .Text.Json.JsonDocument.Parse(
                await tenant.DataAsync($"{{ {field}Counts({arguments}) {{ count keys {{ value }} }} }}", roles: roles)
            )
            .RootElement;
        return string.Join(
            ' ',
            answer
                .GetProperty($"{field}Counts")
                .EnumerateArray()
                .Select(group => $"{string.Join('/', ValuesOf(group))}={group.GetProperty("count").GetInt32()}")
        );
    }

    private static IEnumerable<string> ValuesOf(System.Text.Json.JsonElement group) =>
        group.GetProperty("keys").EnumerateArray().Select(key => key.GetProperty("value").GetString() ?? "-");

    private async Task<ApiTenant> CountedAsync()
    {
        var tenant = await Site.CreateTenantAsync();
        await tenant.Content.PublishAsync(
            Page(
                "p1",
                """{ "Ingress": { "Text": "Nett" }, "Featured": { "Value": true },"""
                    + """ "ReviewDate": { "Value": "2026-05-01T00:00:00Z" }, "Priority": { "Value": 2.5 },"""
                    + """ "Audience": { "Values": ["unge", "alle"] }, "Form": { "Url": "https://example.no" } }""",
                parts: """{ "LocalizationPart": { "Culture": "nb", "LocalizationSet": "s1" } }""",
                day: 1
            ),
            Page(
                "p2",
                """{ "Ingress": { "Text": "nett" }, "Featured": { "Value": true },"""
                    + """ "ReviewDate": { "Value": "2026-05-01T00:00:00Z" },"""
                    + """ "Priority": { "Value": 7 }, "Audience": { "Values": ["unge"] } }""",
                parts: """{ "LocalizationPart": { "Culture": "nn", "LocalizationSet": "s1" } }""",
                day: 2
            ),
            Page(
                "p3",
                """{ "Ingress": { "Text": "Vold" }, "Featured": { "Value": false } }""",
                parts: """{ "LocalizationPart": { "Culture": "nb", "LocalizationSet": "s3" } }""",
                day: 3
            ),
            Page("p4", day: 4)
        );
        return tenant;
    }
}

public sealed class CountOnSqliteTests(ApiOnSqlite site) : CountTests(site), IClassFixture<ApiOnSqlite>;

public sealed class CountOnPostgreSqlTests(ApiOnPostgreSql site) : CountTests(site), IClassFixture<ApiOnPostgreSql>;
