using static VoldCms.IntegrationTests.ContentApi.ApiSample;

namespace VoldCms.IntegrationTests.ContentApi;

/// <summary>Languages of what is named, found and lagging behind.</summary>
public abstract class CultureTests(ApiSite site) : ApiTest(site)
{
    private static string InEachLanguage { get; } = Definitions.Replace(
        """{ "FieldName": "ContentPickerField", "Name": "Related" }""",
        """{ "FieldName": "ContentPickerField", "Name": "Related" }, { "FieldName": "LocalizationSetContentPickerField", "Name": "SeeAlso" }""",
        StringComparison.Ordinal);

    [Fact]
    public async Task A_picker_of_localization_sets_gives_items_of_the_wanted_language()
    {
        var tenant = await LocalizedAsync();

        async Task Gives(string items, string page, string arguments = "") => Assert.Equal(
            """{"helpPage":[{"seeAlso":{"contentItems":[""" + items + "]}}]}",
            await tenant.DataAsync($"{{ helpPage({page}) {{ seeAlso {{ contentItems{arguments} {{ contentItemId ... on HelpPage {{ localization {{ culture requestedCulture isFallback }} }} }} }} }} }}"));

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
            var data = await tenant.DataAsync($"{{ helpPage(where: {{ contentItemId: \"p-nb\" }}) {{ related {{ contentItems{arguments} {{ contentItemId }} }} }} }}");
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
            """{"a":{"contentItemId":"a-nn"},"b":{"contentItemId":"b-nb"},"c":null,"d":{"contentItemId":"a-nn","localization":{"requestedCulture":"nn","isFallback":false}}}""",
            await tenant.DataAsync("""
                { a: contentItem(contentItemId: "a-nb", culture: "nn") { contentItemId } b: contentItem(contentItemId: "b-nb", culture: "nn") { contentItemId }
                  c: contentItem(contentItemId: "b-nb", culture: "nn", fallback: NONE) { contentItemId }
                  d: contentItemByPath(path: "nb/a", culture: "nn") { contentItemId ... on HelpPage { localization { requestedCulture isFallback } } } }
                """));
        Assert.Contains("name of a language", await tenant.ErrorAsync("""{ contentItem(contentItemId: "a-nb", culture: "?") { contentItemId } }"""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_translation_is_outdated_when_its_original_is_published_anew()
    {
        var tenant = await LocalizedAsync();
        const string Query = """{ helpPage(where: { localization: { localizationSet: "a" } }, orderBy: { contentItemId: ASC }) { contentItemId localization { isOutdated } } }""";

        Assert.Equal(
            """{"helpPage":[{"contentItemId":"a-nb","localization":{"isOutdated":false}},{"contentItemId":"a-nn","localization":{"isOutdated":false}}]}""",
            await tenant.DataAsync(Query));

        await tenant.Content.PublishAsync(Localized("a-nb", "nb", "a", day: 9));

        Assert.Equal(
            """{"helpPage":[{"contentItemId":"a-nb","localization":{"isOutdated":false}},{"contentItemId":"a-nn","localization":{"isOutdated":true}}]}""",
            await tenant.DataAsync(Query));
    }

    [Fact]
    public async Task No_language_leads_to_what_the_reader_may_not_see()
    {
        var tenant = await LocalizedAsync();
        await tenant.Content.PublishAsync(Localized("b-nn", "nn", "b", level: "internal"));
        const string Query =
            """
            { helpPage(where: { contentItemId: "p-nb" }) { related { contentItems(culture: "nn") { contentItemId } } seeAlso { contentItems(culture: "nn") { contentItemId } } }
              contentItem(contentItemId: "b-nb", culture: "nn") { contentItemId } }
            """;

        Assert.DoesNotContain("b-nn", await tenant.DataAsync(Query), StringComparison.Ordinal);
        Assert.Contains("b-nn", await tenant.DataAsync(Query, roles: "Editor"), StringComparison.Ordinal);
    }

    private static ContentManagement.Items.ContentItem Localized(string id, string culture, string set, int day = 1, string? level = null, string fields = "{}") => Page(
        id, fields, level, day, $$"""{ "LocalizationPart": { "Culture": "{{culture}}", "LocalizationSet": "{{set}}" }, "AutoroutePart": { "Path": "{{culture}}/{{set}}" } }""");

    private async Task<ApiTenant> LocalizedAsync()
    {
        var tenant = await Site.CreateTenantAsync(InEachLanguage);
        await tenant.Content.PublishAsync(
            Localized("a-nb", "nb", "a"), Localized("a-nn", "nn", "a"), Localized("b-nb", "nb", "b"), Page("fact"),
            Localized("p-nb", "nb", "p", fields: """{ "Related": { "ContentItemIds": ["a-nb", "a-nn", "b-nb", "fact"] }, "SeeAlso": { "LocalizationSets": ["a", "b", "gone"] } }"""));
        return tenant;
    }
}

public sealed class CultureOnSqliteTests(ApiOnSqlite site) : CultureTests(site), IClassFixture<ApiOnSqlite>;

public sealed class CultureOnPostgreSqlTests(ApiOnPostgreSql site) : CultureTests(site), IClassFixture<ApiOnPostgreSql>;
