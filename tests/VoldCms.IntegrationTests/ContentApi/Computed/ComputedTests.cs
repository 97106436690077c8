using static VoldCms.IntegrationTests.ContentApi.ApiSample;

namespace VoldCms.IntegrationTests.ContentApi.Computed;

/// <summary>What the modules compute, as the API gives it.</summary>
public abstract class ComputedTests(ApiSite site) : ApiTest(site)
{
    // A Wednesday at 10 in Norway, and the night after it.
    private const string Morning = "2026-11-18T09:00:00Z";
    private const string Night = "2026-11-19T02:00:00Z";

    [Fact]
    public async Task Channels_places_and_services_say_whether_they_are_open_and_when_that_changes()
    {
        var tenant = await Site.CreateServicesAsync();
        const string Query = """
            query ($at: DateTime) {
              channel(orderBy: { contentItemId: ASC }) { contentItemId openNow(at: $at) nextChange(at: $at) }
              place { openNow(at: $at) }
              service(where: { contentItemId_in: ["both", "post", "none"] },
                orderBy: { contentItemId: ASC }) { contentItemId openNow(at: $at) nextChange(at: $at) }
            }
            """;

        Assert.Equal(
            """{"channel":[{"contentItemId":"alarm","openNow":true,"nextChange":null},"""
                + """{"contentItemId":"always","openNow":true,"nextChange":null},"""
                + """{"contentItemId":"ask","openNow":null,"nextChange":null},"""
                + """{"contentItemId":"day","openNow":true,"nextChange":"2026-11-18T14:30:00Z"},"""
                + """{"contentItemId":"mail","openNow":null,"nextChange":null}],"place":[{"openNow":true}],"service":["""
                + """{"contentItemId":"both","openNow":true,"nextChange":"2026-11-18T14:30:00Z"},"""
                + """{"contentItemId":"none","openNow":null,"nextChange":null},"""
                + """{"contentItemId":"post","openNow":null,"nextChange":null}]}""",
            await tenant.DataAsync(Query, new { at = Morning })
        );
        Assert.Equal(
            """{"channel":[{"contentItemId":"alarm","openNow":true,"nextChange":null},"""
                + """{"contentItemId":"always","openNow":true,"nextChange":null},"""
                + """{"contentItemId":"ask","openNow":null,"nextChange":null},"""
                + """{"contentItemId":"day","openNow":false,"nextChange":"2026-11-19T07:00:00Z"},"""
                + """{"contentItemId":"mail","openNow":null,"nextChange":null}],"place":[{"openNow":false}],"service":["""
                + """{"contentItemId":"both","openNow":false,"nextChange":"2026-11-19T07:00:00Z"},"""
                + """{"contentItemId":"none","openNow":null,"nextChange":null},"""
                + """{"contentItemId":"post","openNow":null,"nextChange":null}]}""",
            await tenant.DataAsync(Query, new { at = Night })
        );
    }

    [Fact]
    public async Task Open_services_are_named_local_ones_first_and_for_whom_they_are()
    {
        var tenant = await Site.CreateServicesAsync();

        Assert.Equal("both national", await tenant.IdsAsync($"at: \"{Morning}\"", "openServices"));
        Assert.Equal("national", await tenant.IdsAsync($"at: \"{Night}\"", "openServices"));
        Assert.Equal("both", await tenant.IdsAsync($"at: \"{Morning}\", audience: \"children\"", "openServices"));
        Assert.Equal("both national", await tenant.IdsAsync($"at: \"{Morning}\", audience: \"men\"", "openServices"));
        Assert.Equal("national", await tenant.IdsAsync($"at: \"{Morning}\", skip: 1, first: 5", "openServices"));
        foreach (var name in (string[])["audience", "situation"])
        {
            var refused = await tenant.AskAsync($"{{ openServices({name}: \"gone\") {{ contentItemId }} }}");
            Assert.StartsWith($"{name}: 'gone' names no term", refused.GetProperty("errors")[0].GetProperty("message").GetString());
        }
        Assert.Equal(
            """{"openServices":[{"contentItemId":"both-nn","localization":{"requestedCulture":"nn","isFallback":false}},"""
                + """{"contentItemId":"national","localization":null}]}""",
            await tenant.DataAsync(
                $"{{ openServices(at: \"{Morning}\", culture: \"nn\") {{ contentItemId localization {{ requestedCulture isFallback }} }} }}"
            )
        );
        foreach (var culture in (string[])["da", "nb-NO", "no", "ta-IN", "iw", "zh-Hant-TW"])
        {
            Assert.Equal("both national", await tenant.IdsAsync($"at: \"{Morning}\", culture: \"{culture}\"", "openServices"));
        }

        Assert.Equal("both-nn national", await tenant.IdsAsync($"at: \"{Morning}\", culture: \"nn-NO\"", "openServices"));
        Assert.Contains(
            "expected a language tag",
            await tenant.ErrorAsync("{ openServices(culture: \"*\") { contentItemId } }"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "U+0000",
            await tenant.ErrorAsync("query ($id: String) { openServices(situation: $id) { contentItemId } }", new { id = "a\0" }),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_answer_about_now_is_kept_until_the_clock_changes_it()
    {
        var tenant = await Site.CreateServicesAsync();
        const string Query = """{ channel(where: { contentItemId: "day" }) { openNow } openServices { contentItemId } }""";
        Site.Clock.Now = DateTimeOffset.Parse(Morning, System.Globalization.CultureInfo.InvariantCulture);
        try
        {
            var (first, kept) = ("", "");
            Assert.Equal(
                0,
                await CountStatementsAsync(
                    async () => first = await tenant.DataAsync(Query),
                    async () => kept = await tenant.DataAsync(Query)
                )
            );

            Site.Clock.Now = DateTimeOffset.Parse("2026-11-18T14:30:00Z", System.Globalization.CultureInfo.InvariantCulture);
            var later = await tenant.DataAsync(Query);

            Assert.Equal(
                """{"channel":[{"openNow":true}],"openServices":[{"contentItemId":"both"},{"contentItemId":"national"}]}""",
                first
            );
            Assert.Equal(first, kept);
            Assert.Equal("""{"channel":[{"openNow":false}],"openServices":[{"contentItemId":"national"}]}""", later);
        }
        finally
        {
            Site.Clock.Now = null;
        }
    }

    [Fact]
    public async Task A_service_tells_nothing_of_a_channel_that_the_reader_may_not_see()
    {
        var tenant = await Site.CreateServicesAsync();
        await tenant.Content.PublishAsync(
            ModulesSample.Channel("staff", "24/7", level: "internal"),
            ModulesSample.Service("hidden", ["staff"])
        );
        var query =
            $"{{ service(where: {{ contentItemId: \"hidden\" }}) {{ openNow(at: \"{Night}\") "
            + $"}} openServices(at: \"{Night}\") {{ contentItemId }} }}";

        Assert.Equal("""{"service":[{"openNow":null}],"openServices":[{"contentItemId":"national"}]}""", await tenant.DataAsync(query));
        Assert.Equal(
            """{"service":[{"openNow":true}],"openServices":[{"contentItemId":"hidden"},{"contentItemId":"national"}]}""",
            await tenant.DataAsync(query, roles: "Editor")
        );
    }

    [Fact]
    public async Task Plans_and_sections_count_their_measures_by_state_with_one_query()
    {
        var tenant = await Site.CreatePlansAsync();
        const string Query = """
            { plan(orderBy: { contentItemId: ASC }) { contentItemId progress { total states { state count } } }
              planSection { progress { total states { state count } } } }
            """;
        var data = "";

        var statements = await CountStatementsAsync(
            () => tenant.DataAsync("{ plan { contentItemId } planSection { contentItemId } measure { contentItemId } }"),
            async () => data = await tenant.DataAsync(Query)
        );

        Assert.Equal(
            """{"plan":[{"contentItemId":"a","progress":{"total":4,"states":[{"state":"ongoing","count":1},"""
                + """{"state":"done","count":2},{"state":"unknown","count":1}]}},{"contentItemId":"b","progress":{"total":1,"states":"""
                + """[{"state":"ongoing","count":1}]}},{"contentItemId":"c","progress":{"total":0,"states":[]}}],"planSection":["""
                + """{"progress":{"total":2,"states":[{"state":"done","count":2}]}}]}""",
            data
        );
        // Plans, sections, and the counts of either; beside them, which types are stored at all.
        Assert.Equal(4 + 1, statements);
    }

    [Fact]
    public async Task Progress_counts_only_what_the_reader_may_see()
    {
        var tenant = await Site.CreatePlansAsync();
        const string Query = """{ plan(where: { contentItemId: "b" }) { progress { total states { state count } } } }""";

        Assert.Equal("""{"plan":[{"progress":{"total":1,"states":[{"state":"ongoing","count":1}]}}]}""", await tenant.DataAsync(Query));
        Assert.Equal(
            """{"plan":[{"progress":{"total":2,"states":[{"state":"starting","count":1},{"state":"ongoing","count":1}]}}]}""",
            await tenant.DataAsync(Query, roles: "Editor")
        );
    }

    [Fact]
    public async Task Measures_are_overdue_from_the_day_after_their_last_one_unless_done_or_dropped()
    {
        var tenant = await Site.CreatePlansAsync();

        Assert.Equal("a1 b1 a3", await tenant.IdsAsync("""at: "2026-06-30T22:30:00Z" """, "overdueMeasures"));
        Assert.Equal("a1 b1", await tenant.IdsAsync("""at: "2026-06-30T12:00:00Z" """, "overdueMeasures"));
        Assert.Equal("a1 a3", await tenant.IdsAsync("""at: "2026-07-01T12:00:00Z", plan: "a" """, "overdueMeasures"));
        Assert.Equal("a1", await tenant.IdsAsync("""at: "2026-07-01T12:00:00Z", first: 1""", "overdueMeasures"));
        Assert.Equal("", await tenant.IdsAsync("""at: "2020-01-01T12:00:00Z" """, "overdueMeasures"));
        Assert.Equal("b2 a1 b1 a3", await tenant.IdsAsync("""at: "2026-07-01T12:00:00Z" """, "overdueMeasures", roles: "Editor"));
    }

    [Fact]
    public async Task What_is_asked_of_a_field_that_the_reader_may_not_see_is_refused_like_an_unknown_one()
    {
        var hidden = ModulesSample.Definitions.Replace(
            """{ "FieldName": "DateField", "Name": "DeadlineDate" }""",
            """{ "FieldName": "DateField", "Name": "DeadlineDate", "Settings": { "FieldVisibilitySettings": { "Level": "internal" } } }""",
            StringComparison.Ordinal
        );
        var tenant = await Site.CreateTenantAsync(hidden);
        await tenant.Content.PublishAsync(Item("Plan", "a"), ModulesSample.Measure("a1", "a", null, "ongoing", "2026-01-01"));

        Assert.Contains(
            "is not a path that can be filtered or ordered by",
            await tenant.ErrorAsync("{ overdueMeasures { contentItemId } }"),
            StringComparison.Ordinal
        );
        Assert.Equal("a1", await tenant.IdsAsync("first: 5", "overdueMeasures", roles: "Editor"));
    }

    [Fact]
    public async Task Where_the_types_are_not_there_the_fields_are_not_there()
    {
        var tenant = await Site.CreateTenantAsync(Contract);

        using var schema = await Site.Http.GetAsync($"{tenant.Address}/schema.graphql", Stop);
        var sdl = await schema.Content.ReadAsStringAsync(Stop);

        Assert.Contains("helpPage(", sdl, StringComparison.Ordinal);
        Assert.All(
            ["openServices", "overdueMeasures", "openNow", "progress"],
            name => Assert.DoesNotContain(name, sdl, StringComparison.OrdinalIgnoreCase)
        );
    }
}

public sealed class ComputedOnSqliteTests(ApiOnSqlite site) : ComputedTests(site), IClassFixture<ApiOnSqlite>;

public sealed class ComputedOnPostgreSqlTests(ApiOnPostgreSql site) : ComputedTests(site), IClassFixture<ApiOnPostgreSql>;
