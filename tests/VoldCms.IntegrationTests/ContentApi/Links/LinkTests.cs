using static VoldCms.IntegrationTests.ContentApi.ApiSample;

namespace VoldCms.IntegrationTests.ContentApi.Links;

/// <summary>Filters and orders that look at what an item names, and those of lists inside lists.</summary>
public abstract class LinkTests(ApiSite site) : ApiTest(site)
{
    [Fact]
    public async Task Items_are_filtered_by_what_they_name()
    {
        var tenant = await LinkedAsync();

        async Task Gives(string ids, string where, string field = "measure") =>
            Assert.Equal(
                $"{where} -> {ids}",
                $"{where} -> {await tenant.IdsAsync($"where: {{ {where} }}, orderBy: {{ contentItemId: ASC }}", field)}"
            );

        await Gives("m1 m2", """plan: { contentItem: { displayText: "plan a" } }""");
        await Gives("m3", """plan: { contentItem: { plan: { displayText_ends_with: "B" } } }""");
        await Gives("", """plan: { contentItem: { party: { displayText_contains: "a" } } }""");
        await Gives("m1 m3", """parties: { contentItem: { displayText_contains: "north" } }""");
        await Gives("m2 m4", """NOT: { parties: { contentItem: { displayText_contains: "north" } } }""");
        await Gives("m1", """parties: { contentItem: { displayText_contains: "north" } }, plan: { contentItem: { contentItemId: "a" } }""");
        await Gives(
            "m1 m2 m3",
            """OR: { parties: { contentItem: { displayText_contains: "north" } }, plan: { contentItem: { contentItemId: "a" } } }"""
        );
        await Gives("m1 m2 m3", "plan: { contentItem: { contentType: \"Plan\" } }");
        await Gives("", "plan: { contentItem: { contentType_not_in: [\"Plan\", \"Party\"] } }");
        await Gives("m1 m2 m3", "plan: { contentItem: {} }");
        await Gives(
            "p2",
            """related: { contentItem: { helpPage: { related: { contentItem: { displayText: "HelpPage p3" } } } } }""",
            "helpPage"
        );
        await Gives("p1", """topics: { term: { displayText: "nett" } }""", "helpPage");
        await Gives("p1 p2", """topics: { term: { topic: { displayText_in: ["Vold", "Nett"] } } }""", "helpPage");
        await Gives("", """topics: { term: { displayText: "Gone" } }""", "helpPage");
    }

    [Fact]
    public async Task Items_are_ordered_by_what_they_name_and_by_every_field()
    {
        var tenant = await LinkedAsync();

        async Task Gives(string ids, string order, string field = "measure") =>
            Assert.Equal($"{order} -> {ids}", $"{order} -> {await tenant.IdsAsync($"orderBy: {{ {order} }}", field)}");

        await Gives("m4 m2 m1 m3", "plan: { contentItem: { displayText: ASC } }, order: DESC");
        await Gives("m3 m1 m2 m4", "plan: { contentItem: { plan: { displayText: DESC } } }, order: ASC");
        await Gives("m4 m1 m3 m2", "leads: { contentItem: { displayText: ASC } }, contentItemId: ASC");
        await Gives("p3 p1 p2", "topics: { term: { displayText: ASC } }", "helpPage");
        await Gives("p2 p1 p3", "topics: { term: { displayText: DESC } }", "helpPage");
        await Gives("p3 p2 p1", "form: { url: ASC }", "helpPage");
        await Gives("p1 p2 p3", "audience: DESC, contentItemId: ASC", "helpPage");
        await Gives("p1 p2 p3", "modifiedUtc: DESC", "helpPage");
    }

    [Fact]
    public async Task The_flags_of_a_version_order_what_is_not_only_public()
    {
        var tenant = await LinkedAsync();

        Assert.Equal(
            "d1 p1 p2 p3",
            await tenant.IdsAsync("status: LATEST, orderBy: { published: ASC, contentItemId: ASC }", roles: "Editor")
        );
        Assert.Equal(
            "p3 p2 p1 d1",
            await tenant.IdsAsync("status: LATEST, orderBy: { published: DESC, contentItemId: DESC }", roles: "Editor")
        );
        await tenant.Content.SaveDraftAsync(Page("p2"));
        Assert.Equal("p2 p1 p3", await tenant.IdsAsync("orderBy: { latest: ASC, contentItemId: ASC }", roles: "Editor"));
        Assert.Equal("p3 p1 p2", await tenant.IdsAsync("orderBy: { latest: DESC, contentItemId: DESC }", roles: "Editor"));

        // That there is a draft is nothing to who may not read it.
        Assert.Equal("p1 p2 p3", await tenant.IdsAsync("orderBy: { latest: ASC, contentItemId: ASC }"));
    }

    [Fact]
    public async Task Lists_inside_lists_are_filtered_and_ordered_too()
    {
        var tenant = await LinkedAsync();

        Assert.Equal(
            """{"measure":[{"parties":{"north":[{"contentItemId":"n"}],"down":[{"contentItemId":"s"},"""
                + """{"contentItemId":"n"}],"none":[],"skipped":[{"contentItemId":"n"}]}}]}""",
            await tenant.DataAsync(
                """
                { measure(where: { contentItemId: "m1" }) { parties {
                    north: contentItems(where: { displayText_contains: "north" }) { contentItemId } down: contentItems(orderBy: {
                      displayText: DESC }) { contentItemId }
                    none: contentItems(where: { plan: {} }) { contentItemId } skipped: contentItems(orderBy: { party: { displayText: DESC }
                      }, skip: 1) { contentItemId } } } }
                """
            )
        );
        Assert.Equal(
            """{"helpPage":[{"steps":{"ring":[{"text":"Ring nå"}],"down":[{"text":"Vent"},{"text":"Ring"""
                + """ nå"}]},"topics":{"termContentItems":[{"displayText":"Nett"}]}}]}""",
            await tenant.DataAsync(
                """
                { helpPage(where: { contentItemId: "p1" }) {
                    steps { ring: contentItems(where: { step: { text_starts_with: "ring" } }) { ... on Step { text } }
                      down: contentItems(orderBy: { step: { text: DESC } }) { ... on Step { text } } }
                    topics { termContentItems(where: { displayText_not: "Vold" }) { displayText } } } }
                """
            )
        );
        Assert.Equal(
            """{"helpCentre":[{"list":{"contentItems":[{"contentItemId":"p2"}],"down":[{"contentItemId":"p3"},"""
                + """{"contentItemId":"p2"}]}}]}""",
            await tenant.DataAsync(
                """
                { helpCentre { list { contentItems(where: { displayText_contains: "p2" }) { contentItemId } down: contentItems(orderBy: {
                  helpPage: { containedPart: { order: DESC } } }) { contentItemId } } } }
                """
            )
        );
        Assert.Equal(
            """{"plan":[{"measureByPlan":[{"contentItemId":"m1"}]}]}""",
            await tenant.DataAsync(
                """{ plan(where: { contentItemId: "a" }) { measureByPlan(where: { parties:"""
                    + """ { contentItem: { displayText_contains: "north" } } }) { contentItemId } } }"""
            )
        );
    }

    [Fact]
    public async Task What_the_reader_may_not_see_neither_filters_nor_orders()
    {
        var tenant = await LinkedAsync();
        await tenant.Content.PublishAsync(
            Item("Party", "hidden", level: "internal") with
            {
                DisplayText = "Abc",
            },
            Measure("m5", "a", 5, ["hidden"]),
            Measure("m6", "a", 6, ["draft"]),
            Page("noted", """{ "Note": { "Text": "hemmelig" } }"""),
            Page("names", """{ "Related": { "ContentItemIds": ["noted"] } }""")
        );
        await tenant.Content.SaveDraftAsync(Item("Party", "draft") with { DisplayText = "Abc" });
        const string ByParty = """where: { parties: { contentItem: { displayText: "Abc" } } }""";

        Assert.Equal("", await tenant.IdsAsync(ByParty, "measure"));
        Assert.Equal("m5", await tenant.IdsAsync(ByParty, "measure", "Editor"));
        Assert.Equal(
            "m4 m5 m6 m1 m3 m2",
            await tenant.IdsAsync("orderBy: { leads: { contentItem: { displayText: ASC } }, contentItemId: ASC }", "measure")
        );
        Assert.Equal(
            "m4 m6 m5 m1 m3 m2",
            await tenant.IdsAsync("orderBy: { leads: { contentItem: { displayText: ASC } }, contentItemId: ASC }", "measure", "Editor")
        );

        string[] queries =
        [
            """{ helpPage(where: { related: { contentItem: { helpPage: { note: "hemmelig" } } } }) { contentItemId } }""",
            "{ helpPage(orderBy: { related: { contentItem: { helpPage: { note: ASC } } } }) { contentItemId } }",
            """{ helpPage { related { contentItems(where: { helpPage: { note: "hemmelig" } }) { contentItemId } } } }""",
            "{ helpPage { related { contentItems(orderBy: { helpPage: { note: ASC } }) { contentItemId } } } }",
            """{ helpPage { steps { contentItems(where: { NOT: { helpPage: { note: "x" } } }) { contentItemId } } } }""",
            """{ helpCentre { list { contentItems(where: { helpPage: { note: "hemmelig" } }) { contentItemId } } } }""",
        ];
        foreach (var query in queries)
        {
            Assert.Contains("is not a path that can be filtered or ordered by", await tenant.ErrorAsync(query), StringComparison.Ordinal);
        }

        Assert.Equal("""{"helpPage":[{"contentItemId":"names"}]}""", await tenant.DataAsync(queries[0], roles: "Editor"));
    }

    [Fact]
    public async Task A_filter_looks_at_what_is_named_a_bounded_number_of_times()
    {
        var tenant = await LinkedAsync();
        string Nested(int depth) =>
            depth == 0 ? "displayText: \"x\"" : $"related: {{ contentItem: {{ helpPage: {{ {Nested(depth - 1)} }} }} }}";
        string Ordered(int depth) =>
            depth == 0 ? "displayText: ASC" : $"related: {{ contentItem: {{ helpPage: {{ {Ordered(depth - 1)} }} }} }}";

        Assert.Equal("", await tenant.IdsAsync($"where: {{ {Nested(5)} }}"));
        Assert.Contains(
            "10 times at most",
            await tenant.ErrorAsync($"{{ helpPage(where: {{ {Nested(11)} }}) {{ contentItemId }} }}"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "10 times at most",
            await tenant.ErrorAsync($"{{ helpPage(orderBy: {{ {Ordered(11)} }}) {{ contentItemId }} }}"),
            StringComparison.Ordinal
        );
    }

    private async Task<ApiTenant> LinkedAsync()
    {
        var tenant = await Site.CreateTenantAsync();
        await tenant.Content.PublishAsync(
            Item("Plan", "a") with
            {
                DisplayText = "Plan A",
            },
            Item("Plan", "b") with
            {
                DisplayText = "Plan B",
            },
            Item("Party", "n") with
            {
                DisplayText = "North",
            },
            Item("Party", "s") with
            {
                DisplayText = "South",
            },
            Measure("m1", "a", 1, ["n", "s"]),
            Measure("m2", "a", 2, ["s"]),
            Measure("m3", "b", 3, ["n"]),
            Measure("m4", "gone", 4, []),
            Item("HelpCentre", "c1"),
            Item(
                "Topics",
                "tx",
                """
                { "TaxonomyPart": { "TermContentType": "Topic", "Terms": [
                  { "ContentItemId": "t1", "ContentType": "Topic", "DisplayText": "Vold", "Terms": [{ "ContentItemId": "t2",
                    "ContentType": "Topic", "DisplayText": "Nett" }] }] } }
                """
            ),
            Page(
                "p1",
                """{ "Topics": { "TaxonomyContentItemId": "tx", "TermContentItemIds": ["t2", "t1"] },"""
                    + """ "Form": { "Url": "https://c.example" }, "Audience": { "Values": ["unge","""
                    + """ "alle"] }, "Related": { "ContentItemIds": ["p3"] } }""",
                parts: """
                { "Steps": { "ContentItems": [
                    { "ContentItemId": "s1", "ContentType": "Step", "Step": { "Text": { "Text": "Ring nå" } } }, { "ContentItemId": "s2",
                      "ContentType": "Step", "Step": { "Text": { "Text": "Vent" } } }] } }
                """,
                day: 3
            ),
            Page(
                "p2",
                """{ "Topics": { "TaxonomyContentItemId": "tx", "TermContentItemIds": ["t1"] },"""
                    + """ "Form": { "Url": "https://b.example" }, "Related": { "ContentItemIds": ["p1"] } }""",
                parts: """{ "ContainedPart": { "ListContentItemId": "c1", "ListContentType": "HelpCentre", "Order": 1 } }""",
                day: 2
            ),
            Page("p3", parts: """{ "ContainedPart": { "ListContentItemId": "c1", "ListContentType": "HelpCentre", "Order": 2 } }""", day: 1)
        );
        await tenant.Content.SaveDraftAsync(Page("d1"));
        return tenant;
    }
}

public sealed class LinkOnSqliteTests(ApiOnSqlite site) : LinkTests(site), IClassFixture<ApiOnSqlite>;

public sealed class LinkOnPostgreSqlTests(ApiOnPostgreSql site) : LinkTests(site), IClassFixture<ApiOnPostgreSql>;
