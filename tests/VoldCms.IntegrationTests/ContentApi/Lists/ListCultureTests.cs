using static VoldCms.IntegrationTests.ContentApi.ApiSample;

namespace VoldCms.IntegrationTests.ContentApi.Lists;

/// <summary>Languages of what is named, found and lagging behind.</summary>
public abstract class ListCultureTests(ApiSite site) : ApiTest(site)
{
    private static string InEachLanguage { get; } =
        Definitions.Replace(
            """{ "FieldName": "ContentPickerField", "Name": "Related" }""",
            """{ "FieldName": "ContentPickerField", "Name": "Related" },"""
                + """ { "FieldName": "LocalizationSetContentPickerField", "Name": "SeeAlso" }""",
            StringComparison.Ordinal
        );

    [Fact]
    public async Task A_picker_of_localization_sets_gives_items_of_the_wanted_language()
    {
        var tenant = await LocalizedAsync();

        async Task Gives(string items, string page, string arguments = "") =>
            Assert.Equal(
                """{"helpPage":[{"seeAlso":{"contentItems":[""" + items + "]}}]}",
                await tenant.DataAsync(
                    $"{{ helpPage({page}) {{ seeAlso {{ contentItems{arguments} {{ contentItemId ... "
                        + $"on HelpPage {{ localization {{ culture requestedCulture isFallback }} }} }} }} }} }}"
                )
            );

        const string Nb = """{"contentItemId":"a-nb","localization":{"culture":"nb","requestedCulture":"nb","isFallback":false}}""";
        const string Nn = """{"contentItemId":"a-nn","localization":{"culture":"nn","requestedCulture":"nn","isFallback":false}}""";
        const string OnlyNb = """{"contentItemId":"b-nb","localization":{"culture":"nb","requestedCulture":"nb","isFallback":false}}""";
        const string ForNn = """{"contentItemId":"b-nb","localization":{"culture":"nb","requestedCulture":"nn","isFallback":true}}""";

        // In the language of the page, in the one that it was asked in, and in the one that is asked for here.
        await Gives($"{Nb},{OnlyNb}", """where: { contentItemId: "p-nb" }""");
        await Gives($"{Nn},{ForNn}", """where: { contentItemId: "p-nb" }""", """(culture: "nn")""");
        await Gives($"{Nn}", """where: { contentItemId: "p-nb" }""", """(culture: "nn", fallback: NONE)""");
        await Gives($"{Nn},{ForNn}", """where: { contentItemId: "p-nb" }, culture: "nn" """);
        await Gives($"{ForNn}", """where: { contentItemId: "p-nb" }""", """(culture: "nn", orderBy: { displayText: DESC }, first: 1)""");
        await Gives("", """where: { contentItemId: "p-nb" }""", """(culture: "nn", where: { displayText: "none" })""");
    }

    [Fact]
    public async Task A_picker_gives_what_answers_for_what_it_names()
    {
        var tenant = await LocalizedAsync();

        async Task Gives(string ids, string arguments)
        {
            var data = await tenant.DataAsync(
                $"{{ helpPage(where: {{ contentItemId: \"p-nb\" }}) {{ related {{ contentItems{arguments} {{ contentItemId }} }} }} }}"
            );
            var items = string.Join(',', ids.Split(' ').Select(id => $$"""{"contentItemId":"{{id}}"}"""));
            Assert.Equal("""{"helpPage":[{"related":{"contentItems":[""" + items + "]}}]}", data);
        }

        await Gives("a-nb a-nn b-nb fact", "");
        await Gives("a-nn b-nb fact", """(culture: "nn")""");
        await Gives("a-nn fact", """(culture: "nn", fallback: NONE)""");
        await Gives("a-nb b-nb fact", """(culture: "en")""");
        await Gives("fact", """(culture: "en", fallback: NONE)""");
    }

    [Fact]
    public async Task One_item_is_given_in_the_wanted_language()
    {
        var tenant = await LocalizedAsync();

        Assert.Equal(
            """{"a":{"contentItemId":"a-nn"},"b":{"contentItemId":"b-nb"},"c":null,"d":{"contentItemId":"a-nn","localization":"""
                + """{"requestedCulture":"nn","isFallback":false}}}""",
            await tenant.DataAsync(
                """
                { a: contentItem(contentItemId: "a-nb", culture: "nn") { contentItemId } b: contentItem(contentItemId: "b-nb",
                  culture: "nn") { contentItemId }
                  c: contentItem(contentItemId: "b-nb", culture: "nn", fallback: NONE) { contentItemId }
                  d: contentItemByPath(path: "nb/a", culture: "nn") { contentItemId ... on HelpPage { localization {
                    requestedCulture isFallback } } } }
                """
            )
        );
        Assert.Contains(
            "expected a language tag",
            await tenant.ErrorAsync("""{ contentItem(contentItemId: "a-nb", culture: "?") { contentItemId } }"""),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_translation_is_outdated_when_its_original_is_published_anew()
    {
        var tenant = await LocalizedAsync();
        const string Query =
            """{ helpPage(where: { localization: { localizationSet: "a" } },"""
            + """ orderBy: { contentItemId: ASC }) { contentItemId localization { isOutdated } } }""";

        Assert.Equal(
            """{"helpPage":[{"contentItemId":"a-nb","localization":{"isOutdated":false}},"""
                + """{"contentItemId":"a-nn","localization":{"isOutdated":false}}]}""",
            await tenant.DataAsync(Query)
        );

        await tenant.Content.PublishAsync(Localized("a-nb", "nb", "a", day: 9));

        Assert.Equal(
            """{"helpPage":[{"contentItemId":"a-nb","localization":{"isOutdated":false}},"""
                + """{"contentItemId":"a-nn","localization":{"isOutdated":true}}]}""",
            await tenant.DataAsync(Query)
        );
    }

    [Fact]
    public async Task No_language_leads_to_what_the_reader_may_not_see()
    {
        var tenant = await LocalizedAsync();
        await tenant.Content.PublishAsync(Localized("b-nn", "nn", "b", level: "internal"));
        const string Query = """
            { helpPage(where: { contentItemId: "p-nb" }) { related { contentItems(culture: "nn") { contentItemId } } seeAlso {
              contentItems(culture: "nn") { contentItemId } } }
              contentItem(contentItemId: "b-nb", culture: "nn") { contentItemId } }
            """;

        Assert.DoesNotContain("b-nn", await tenant.DataAsync(Query), StringComparison.Ordinal);
        Assert.Contains("b-nn", await tenant.DataAsync(Query, roles: "Editor"), StringComparison.Ordinal);
    }

    /// <summary>ISO 639-1, names of before, and what phones and browsers send.</summary>
    private static string[] Tags { get; } =
        (
            "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy "
            + "da de dv dz ee el eo es et eu fa ff fi fj fo fr fy ga gd gl gu gv ha he hi ho hr ht "
            + "hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la "
            + "lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nd ne ng nl nr nv ny oc oj om "
            + "or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd sg si sk sl sm sn so sq sr ss st su sv sw ta "
            + "te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu "
            + "iw in ji jw mo sh rom fil kmr ckb prs sma smj se zh-Hant-TW zh-CN "
            + "pt-BR sr-Latn-RS es-419 ar-EG-u-nu-latn de-CH-1996 und x-mine"
        ).Split(' ');

    [Fact]
    public async Task Whatever_language_a_phone_has_somebody_answers_through_every_door()
    {
        var tenant = await LocalizedAsync();
        Assert.True(Tags.Length > 170);

        // Nothing of this site is in any of them, and what may stand before bokmål in their chains, English, is not there either.
        async Task EachAsync(string field, string expected)
        {
            foreach (var tags in Tags.Chunk(100))
            {
                var fields = tags.Select((tag, index) => $"a{index}: {field.Replace("$", tag, StringComparison.Ordinal)}");
                var data = System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(
                    await tenant.DataAsync($"{{ {string.Join(' ', fields)} }}")
                );
                for (var index = 0; index < tags.Length; index++)
                {
                    Assert.Equal(
                        $"{tags[index]}: {expected.Replace("$", tags[index], StringComparison.Ordinal)}",
                        $"{tags[index]}: {data.GetProperty($"a{index}").GetRawText()}"
                    );
                }
            }
        }

        const string Localization = """{"localization":{"culture":"nb","requestedCulture":"$","isFallback":true}}""";
        const string Asked = "{ localization { culture requestedCulture isFallback } }";
        await EachAsync($"helpPage(culture: \"$\", where: {{ contentItemId: \"b-nb\" }}, first: 1) {Asked}", $"[{Localization}]");
        await EachAsync(
            $"helpPageConnection(culture: \"$\", where: {{ contentItemId: \"b-nb\" }}, first: 1) {{ nodes {Asked} }}",
            $$"""{"nodes":[{{Localization}}]}"""
        );
        await EachAsync("helpPageCounts(culture: \"$\", by: [localization_culture], first: 3) { count }", """[{"count":3},{"count":1}]""");
        await EachAsync($"contentItem(contentItemId: \"b-nb\", culture: \"$\") {{ ... on HelpPage {Asked} }}", Localization);
        await EachAsync($"contentItemByPath(path: \"nb/b\", culture: \"$\") {{ ... on HelpPage {Asked} }}", Localization);
        foreach (var tag in Tags)
        {
            Assert.Contains(
                "b-nb",
                await tenant.DataAsync(
                    $"{{ helpPage(where: {{ contentItemId: \"p-nb\" }}) {{ related {{ "
                        + $"contentItems(culture: \"{tag}\") {{ contentItemId }} }} }} }}"
                ),
                StringComparison.Ordinal
            );
            var list = await Site.SendAsync("GET", tenant.At($"/api/content?type=HelpPage&culture={tag}"));
            Assert.Equal(4, list.Json.GetProperty("items").GetArrayLength());
            Assert.Empty(
                (await Site.SendAsync("GET", tenant.At($"/api/content?type=HelpPage&culture={tag}&fallback=none")))
                    .Json.GetProperty("items")
                    .EnumerateArray()
            );
        }
    }

    [Theory]
    [
        InlineData("NB", "a-nb"),
        InlineData("nb-NO", "a-nb"),
        InlineData("nb-Latn-NO", "a-nb"),
        InlineData("no", "a-nb"),
        InlineData("no-NO", "a-nb"),
        InlineData("no-bok", "a-nb")
    ]
    [InlineData("NN", "a-nn"), InlineData("nn-NO", "a-nn"), InlineData("no-nyn", "a-nn"), InlineData("nno", "a-nn")]
    [InlineData("nb_NO", "a-nb"), InlineData("NN_no", "a-nn"), InlineData("no_nyn", "a-nn")]
    public async Task Another_name_of_a_language_is_no_other_language(string culture, string id)
    {
        var tenant = await LocalizedAsync();
        var expected =
            $$$"""{"helpPage":[{"contentItemId":"{{{id}}}","localization":{"requestedCulture":"{{{culture}}}","isFallback":false}}]}""";

        async Task<string> AskAsync(string arguments) =>
            await tenant.DataAsync(
                $"{{ helpPage({arguments}, first: 9) {{ contentItemId localization {{ requestedCulture isFallback }} }} }}"
            );

        Assert.Equal(expected, await AskAsync($"culture: \"{culture}\", where: {{ localization: {{ localizationSet: \"a\" }} }}"));
        Assert.Equal(
            expected,
            await AskAsync($"culture: \"{culture}\", fallback: NONE, where: {{ localization: {{ localizationSet: \"a\" }} }}")
        );
        Assert.Contains(id, await tenant.IdsAsync($"where: {{ localization: {{ culture: \"{culture}\" }} }}"), StringComparison.Ordinal);
        Assert.Contains(
            id,
            await tenant.IdsAsync($"where: {{ localization: {{ culture_in: [\"{culture}\"] }} }}"),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            id,
            await tenant.IdsAsync($"where: {{ localization: {{ culture_not: \"{culture}\" }} }}"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"\"{id}\"",
            await tenant.DataAsync(
                $"{{ helpPage(where: {{ contentItemId: \"a-nb\" }}) {{ localization {{ "
                    + $"localizations(culture: \"{culture}\") {{ contentItemId }} }} }} }}"
            ),
            StringComparison.Ordinal
        );
        Assert.Contains(
            id,
            (await Site.SendAsync("GET", tenant.At($"/api/content?type=HelpPage&culture={culture}&fallback=none"))).Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            id,
            (await Site.SendAsync("GET", tenant.At($"/api/content?type=HelpPage&localization.culture={culture}"))).Text,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("?"), InlineData("nb_"), InlineData("*"), InlineData("nb,nn"), InlineData("nb "), InlineData("no-NO-NY"), InlineData("12")]
    public async Task What_is_no_language_tag_is_said_so_through_every_door(string culture)
    {
        var tenant = await LocalizedAsync();

        foreach (
            var field in (string[])
                [
                    "helpPage(culture: $c) { contentItemId }",
                    "helpPage(culture: $c, fallback: NONE) { contentItemId }",
                    "helpPageConnection(culture: $c) { totalCount }",
                    "helpPageCounts(culture: $c, by: [displayText]) { count }",
                    "contentItem(contentItemId: \"a-nb\", culture: $c) { contentItemId }",
                    "contentItemByPath(path: \"nb/a\", culture: $c) { contentItemId }",
                    "helpPage { related { contentItems(culture: $c) { contentItemId } } }",
                    "helpPage(where: { localization: { culture: $c } }) { contentItemId }",
                    "helpPage(where: { localization: { culture_not_in: [$c] } }) { contentItemId }",
                ]
        )
        {
            var answer = await tenant.AskAsync($"query ($c: String) {{ {field} }}", new { c = culture });
            Assert.Equal("culture.invalid", answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
        }

        foreach (var parameter in (string[])["culture", "localization.culture"])
        {
            var refused = await Site.SendAsync("GET", tenant.At($"/api/content?type=HelpPage&{parameter}={Uri.EscapeDataString(culture)}"));
            Assert.Equal(System.Net.HttpStatusCode.BadRequest, refused.Status);
            Assert.Contains("expected a language tag", refused.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_empty_language_is_none_through_every_door_and_a_null_asks_for_none()
    {
        var tenant = await LocalizedAsync();

        foreach (
            var field in (string[])
                [
                    "helpPage(culture: $c) { contentItemId }",
                    "helpPageConnection(culture: $c) { totalCount }",
                    "helpPageCounts(culture: $c, by: [displayText]) { count }",
                    "contentItem(contentItemId: \"a-nb\", culture: $c) { contentItemId }",
                    "contentItemByPath(path: \"nb/a\", culture: $c) { contentItemId }",
                    "helpPage { localization { localizations(culture: $c) { contentItemId } } }",
                    "helpPage { related { contentItems(culture: $c) { contentItemId } } }",
                    "helpPage { seeAlso { contentItems(culture: $c) { contentItemId } } }",
                ]
        )
        {
            var answer = await tenant.AskAsync($"query ($c: String) {{ {field} }}", new { c = "" });
            Assert.Equal("culture.invalid", answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
            Assert.Contains(
                "\"culture\" is ''; expected a language tag",
                answer.GetProperty("errors")[0].GetProperty("message").GetString(),
                StringComparison.Ordinal
            );
            Assert.False(
                (await tenant.AskAsync($"query ($c: String) {{ {field} }}", new { c = (string?)null })).TryGetProperty("errors", out _)
            );
        }

        var refused = await Site.SendAsync("GET", tenant.At("/api/content?type=HelpPage&culture="));
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("is ''; expected a language tag", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_s_default_language_answers_at_last()
    {
        var tenant = await LocalizedAsync();
        await tenant.Content.SupportAsync("nn", "nn", "nb", "se");
        await tenant.Content.PublishAsync(Localized("c-nn", "nn", "c"));

        // Nothing leads from bokmål to nynorsk but that it is the site's own language.
        Assert.Equal("c-nn", await tenant.IdsAsync("""culture: "nb", where: { localization: { localizationSet: "c" } }"""));
        Assert.Equal("a-nn", await tenant.IdsAsync("""culture: "da", where: { localization: { localizationSet: "a" } }"""));
        Assert.Equal("a-nb", await tenant.IdsAsync("""culture: "sma", where: { localization: { localizationSet: "a" } }"""));
    }

    private static VoldCms.ContentManagement.Items.ContentItem Localized(
        string id,
        string culture,
        string set,
        int day = 1,
        string? level = null,
        string fields = "{}"
    ) =>
        Page(
            id,
            fields,
            level,
            day,
            $$"""{ "LocalizationPart": { "Culture": "{{culture}}", "LocalizationSet": "{{set}}" },"""
                + $$""" "AutoroutePart": { "Path": "{{culture}}/{{set}}" } }"""
        );

    private async Task<ApiTenant> LocalizedAsync()
    {
        var tenant = await Site.CreateTenantAsync(InEachLanguage);
        await tenant.Content.PublishAsync(
            Localized("a-nb", "nb", "a"),
            Localized("a-nn", "nn", "a"),
            Localized("b-nb", "nb", "b"),
            Page("fact"),
            Localized(
                "p-nb",
                "nb",
                "p",
                fields: """{ "Related": { "ContentItemIds": ["a-nb", "a-nn", "b-nb", "fact"] },"""
                    + """ "SeeAlso": { "LocalizationSets": ["a", "b", "gone"] } }"""
            )
        );
        return tenant;
    }
}

public sealed class ListCultureOnSqliteTests(ApiOnSqlite site) : ListCultureTests(site), IClassFixture<ApiOnSqlite>;

public sealed class ListCultureOnPostgreSqlTests(ApiOnPostgreSql site) : ListCultureTests(site), IClassFixture<ApiOnPostgreSql>;
