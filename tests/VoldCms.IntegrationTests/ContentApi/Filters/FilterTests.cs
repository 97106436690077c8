using static VoldCms.IntegrationTests.ContentApi.ApiSample;

namespace VoldCms.IntegrationTests.ContentApi.Filters;

public abstract class FilterTests(ApiSite site) : ApiTest(site)
{
    [Fact]
    public async Task Every_operator_and_junction_answers_as_the_contract_says()
    {
        var tenant = await PagesAsync();

        async Task Gives(string ids, string where) =>
            Assert.Equal(
                $"{where} -> {ids}",
                $"{where} -> {await tenant.IdsAsync($"where: {{ {where} }}, orderBy: {{ contentItemId: ASC }}")}"
            );

        await Gives("p1", """contentItemId: "P1" """);
        await Gives("p2 p3 p4", """contentItemId_not: "p1" """);
        await Gives("p1 p3", """contentItemId_in: ["p1", "p3"]""");
        await Gives("p2 p4", """contentItemId_not_in: ["p1", "p3"]""");
        await Gives("p1", """ingress: "alpha one" """);
        await Gives("p2 p3", """ingress_not: "Alpha one" """);
        await Gives("p1 p2", """ingress_contains: "ALPHA" """);
        await Gives("p3", """ingress_not_contains: "alpha" """);
        await Gives("p1 p2", """ingress_starts_with: "alpha" """);
        await Gives("p2", """ingress_ends_with: "two" """);
        await Gives("p1 p3", """ingress_not_ends_with: "two" """);
        await Gives("p2 p3", "priority_gt: 1");
        await Gives("p1", "priority_lte: 1.0");
        await Gives("p2", "priority_gte: 2, priority_lt: 3");
        await Gives("p2", "priority_in: [2, 7]");
        await Gives("p1", "featured: true");
        // What nobody has answered is false.
        await Gives("p2 p3 p4", "featured: false");
        await Gives("p2 p3 p4", "featured_not: true");
        await Gives("p1", "featured_not: false");
        await Gives("p1 p2", "featured_exists: true");
        await Gives("p3 p4", "featured_exists: false");
        await Gives("p1 p2 p3", "ingress_exists: true");
        await Gives("p4", "ingress_exists: false");
        await Gives("p4", "ingress_exists: false, featured_exists: false");
        await Gives("p1 p2 p3", "NOT: { ingress_exists: false }");
        await Gives("p2", """reviewDate: "2026-05-02" """);
        await Gives("p1", """reviewDate_lt: "2026-05-02" """);
        await Gives("p4", """createdUtc_gte: "2026-01-04T00:00:00Z" """);
        await Gives("p1", """path: "Hjelp/p1" """);
        await Gives("p1 p2", """path_starts_with: "hjelp/" """);
        await Gives("p2", """alias: { alias: "to" }""");
        await Gives("p1", """localization: { culture: "NB" }""");
        await Gives("p1 p2", """localization: { localizationSet: "s1" }""");
        await Gives("p1 p2 p3 p4", "ingress: null");

        // Keys in any order, also after those of a part.
        await Gives("p1", """localization: { localizationSet: "s1" }, displayText_ends_with: "p1", path_contains: "p1" """);
        await Gives("p1 p3", """OR: { contentItemId: "p1", ingress: "beta" }""");
        await Gives("p1 p3", """OR: [{ contentItemId: "p1" }, { ingress: "beta" }]""");
        await Gives("p1 p2 p3", """OR: [{ ingress: "beta", featured: true }, { alias: { alias: "to" } }]""");
        await Gives("", """OR: [{ AND: { ingress: "beta", featured: true } }]""");
        await Gives("p1", """AND: [{ ingress_contains: "alpha" }, { featured: true }]""");
        await Gives("p3 p4", """NOT: { ingress_contains: "alpha" }""");
        await Gives("p2 p3 p4", """NOT: { ingress_contains: "alpha", featured: true }""");
        await Gives("p1 p2 p3 p4", "OR: [], AND: [], NOT: []");

        // What nothing is among: by itself, beside another key, as an alternative, and denied.
        await Gives("", "contentItemId_in: []");
        await Gives("", """contentItemId_in: [], displayText_contains: "p" """);
        await Gives("p1", """OR: { contentItemId_in: [], ingress: "alpha one" }""");
        await Gives("p2 p3 p4", """NOT: { OR: { ingress_in: [], contentItemId: "p1" } }""");
    }

    [Fact]
    public async Task More_than_the_contract_can_be_filtered_by()
    {
        var tenant = await PagesAsync();

        Assert.Equal("p1", await tenant.IdsAsync("""where: { audience: "young" }"""));
        Assert.Equal("p1", await tenant.IdsAsync("""where: { form: { url_contains: "example.no" } }"""));
        Assert.Equal("p2", await tenant.IdsAsync("""where: { related: { contentItemIds: "p1" } }"""));
        // A term that nobody can see is named by nothing.
        Assert.Equal("", await tenant.IdsAsync("""where: { topics: { termContentItemIds_in: ["t1"] } }, orderBy: { priority: DESC }"""));
        await tenant.Content.PublishAsync(
            Item(
                "Topics",
                "tx",
                """{ "TaxonomyPart": { "TermContentType": "Topic", "Terms": [{ "ContentItemId": "t1","""
                    + """ "ContentType": "Topic", "DisplayText": "Nett" }] } }"""
            )
        );
        Assert.Equal(
            "p2 p1",
            await tenant.IdsAsync("""where: { topics: { termContentItemIds_in: ["t1"] } }, orderBy: { priority: DESC }""")
        );
    }

    [Fact]
    public async Task Orders_count_as_written_and_the_newest_is_first_without_one()
    {
        var tenant = await PagesAsync();

        Assert.Equal("p4 p3 p2 p1", await tenant.IdsAsync(""));
        Assert.Equal("p1 p2 p3 p4", await tenant.IdsAsync("orderBy: { createdUtc: ASC }"));
        Assert.Equal("p3 p2 p1 p4", await tenant.IdsAsync("orderBy: { contentType: ASC, priority: DESC }"));
        Assert.Equal("p2 p3", await tenant.IdsAsync("orderBy: { createdUtc: ASC }, skip: 1, first: 2"));
        Assert.Equal("", await tenant.IdsAsync("orderBy: { createdUtc: ASC }, first: 0"));
    }

    [Fact]
    public async Task Filters_come_as_variables_too()
    {
        var tenant = await PagesAsync();

        var data = await tenant.DataAsync(
            "query ($where: HelpPageWhereInput, $first: Int) { helpPage(where: $where, first: $first) { contentItemId } }",
            new
            {
                where = new { OR = new object[] { new { ingress = "beta" }, new { priority_lt = 2 } }, displayText_not = (string?)null },
                first = 1,
            }
        );

        Assert.Equal("""{"helpPage":[{"contentItemId":"p3"}]}""", data);
    }

    [Theory]
    [InlineData("{ helpPage(first: 1001) { path } }", "\"first\" is 1001; it may be from 0 to 1000.")]
    [InlineData("{ helpPage(first: -1) { path } }", "\"first\" is -1")]
    [InlineData("{ helpPage(where: { ingress: \"a\\u0000\" }) { path } }", "U+0000")]
    [InlineData("{ helpPageConnection(after: \"no\") { totalCount } }", "no cursor")]
    [InlineData("{ helpPage(culture: \"'; --\") { path } }", "expected a language tag")]
    public async Task What_does_not_hold_is_said(string query, string message)
    {
        var tenant = await PagesAsync();

        Assert.Contains(message, await tenant.ErrorAsync(query), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_of_a_connection_are_the_list()
    {
        var tenant = await PagesAsync();

        var first = await tenant.AskAsync(
            "{ helpPageConnection(first: 3, orderBy: { createdUtc: ASC }) { totalCount nodes { contentItemId } "
                + "edges { cursor node { contentItemId } } pageInfo { hasNextPage hasPreviousPage endCursor } } }"
        );
        var page = first.GetProperty("data").GetProperty("helpPageConnection");
        var after = page.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        var second = await tenant.DataAsync(
            "query ($after: String) { helpPageConnection(first: 3, after: $after, orderBy: { "
                + "createdUtc: ASC }) { nodes { contentItemId } pageInfo { hasNextPage hasPreviousPage } } }",
            new { after }
        );

        Assert.Equal(4, page.GetProperty("totalCount").GetInt32());
        Assert.Equal(
            ["p1", "p2", "p3"],
            page.GetProperty("edges").EnumerateArray().Select(edge => edge.GetProperty("node").GetProperty("contentItemId").GetString()!)
        );
        Assert.True(page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());
        Assert.Equal(
            """{"helpPageConnection":{"nodes":[{"contentItemId":"p4"}],"pageInfo":{"hasNextPage":false,"hasPreviousPage":true}}}""",
            second
        );
    }

    [Fact]
    public async Task A_culture_is_answered_along_its_fallbacks_or_not_at_all()
    {
        var tenant = await PagesAsync();

        Assert.Equal("p4 p3 p2", await tenant.IdsAsync("""culture: "nn" """));
        Assert.Equal("p4 p3 p1", await tenant.IdsAsync("""culture: "en" """));
        Assert.Equal("p2", await tenant.IdsAsync("""culture: "nn", fallback: NONE"""));
        Assert.Equal("", await tenant.IdsAsync("""culture: "en", fallback: NONE"""));
        Assert.Equal(
            """{"en":[{"localization":{"culture":"nb","requestedCulture":"en","isFallback":true}}],"nb":[{"localization":"""
                + """{"culture":"nb","requestedCulture":"nb","isFallback":false}}]}""",
            await tenant.DataAsync(
                """
                query ($one: HelpPageWhereInput) {
                  en: helpPage(culture: "en", where: $one) { localization { culture requestedCulture isFallback } }
                    nb: helpPage(culture: "nb", where: $one) { localization { culture requestedCulture isFallback } } }
                """,
                new { one = new { contentItemId = "p1" } }
            )
        );
    }

    private async Task<ApiTenant> PagesAsync()
    {
        var tenant = await Site.CreateTenantAsync();
        await tenant.Content.PublishAsync(
            Page(
                "p1",
                """{ "Ingress": { "Text": "Alpha one" }, "Audience": { "Values": ["young", "old"] },"""
                    + """ "ReviewDate": { "Value": "2026-05-01T00:00:00Z" }, "Priority": { "Value": 1 }, "Featured": { "Value": true },"""
                    + """ "Form": { "Url": "https://example.no/a", "Text": "Skjema" }, "Topics": { "TermContentItemIds": ["t1"] } }""",
                parts: """{ "AutoroutePart": { "Path": "hjelp/p1" }, "LocalizationPart": { "Culture": "nb", "LocalizationSet": "s1" } }""",
                day: 1
            ),
            Page(
                "p2",
                """{ "Ingress": { "Text": "Alpha two" }, "ReviewDate": { "Value": "2026-05-02T00:00:00Z" },"""
                    + """ "Priority": { "Value": 2 }, "Featured": { "Value": false }, "Related": { "ContentItemIds": ["p1"] },"""
                    + """ "Topics": { "TermContentItemIds": ["t2", "t1"] } }""",
                parts: """{ "AutoroutePart": { "Path": "hjelp/p2" }, "AliasPart": { "Alias": "to" },"""
                    + """ "LocalizationPart": { "Culture": "nn", "LocalizationSet": "s1" } }""",
                day: 2
            ),
            Page("p3", """{ "Ingress": { "Text": "Beta" }, "Priority": { "Value": 3 } }""", day: 3),
            Page("p4", day: 4)
        );
        return tenant;
    }
}

public sealed class FilterOnSqliteTests(ApiOnSqlite site) : FilterTests(site), IClassFixture<ApiOnSqlite>;

public sealed class FilterOnPostgreSqlTests(ApiOnPostgreSql site) : FilterTests(site), IClassFixture<ApiOnPostgreSql>;
