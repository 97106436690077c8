using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using VoldCms.ContentManagement.Html;
using Xunit;

namespace VoldCms.UnitTests.Seeds;

/// <summary>
/// The help pages that every municipality begins with: whole in three languages, plain to read, and silent in a browser's history.
/// </summary>
public sealed class HelpPagesRecipeTests
{
    private static readonly string[] s_recipes = ["recipes/hjelpesider.recipe.json", "recipes/trygg-videre.recipe.json"];

    private static readonly string[] s_cultures = ["en", "nb", "nn"];

    private static readonly string[] s_addresses =
    [
        "hjelp/ansatte",
        "hjelp/ansatte/melding",
        "hjelp/ansatte/samtale",
        "hjelp/eldre",
        "hjelp/endre-seg",
        "hjelp/endre-seg/pause",
        "hjelp/for-andre",
        "hjelp/for-barn",
        "hjelp/for-deg",
        "hjelp/for-deg/den-du-er",
        "hjelp/for-deg/eget-liv",
        "hjelp/for-deg/foreldre",
        "hjelp/for-deg/menn",
        "hjelp/for-deg/tilrettelagt",
        "hjelp/hva-er-det",
        "hjelp/hva-er-det/sporsmal",
        "hjelp/hvor",
        "hjelp/hvor/forste-besok",
        "hjelp/hvor/ringe",
        "hjelp/na",
        "hjelp/nett",
        "hjelp/nett/mobil",
        "hjelp/rettigheter",
        "hjelp/rettigheter/advokat",
        "hjelp/rettigheter/opphold",
        "hjelp/rettigheter/vern",
        "hjelp/trygg",
        "hjelp/trygg/spor",
        "hjelp/ung",
        "hjelp/ung/barn",
        "hjelp/ung/grenser",
        "hjelp/ung/nettvett",
        "hjelp/ung/ungdom",
        "personvern",
        "skjul-besoket",
        "tilgjengelighet",
    ];

    // Emergency and national numbers that a text may hold; all other numbers stand on the services.
    private static readonly string[] s_numbers = ["110", "112", "113", "1412", "02800", "116006", "116111", "116117"];

    // What has a figure in its name.
    private static readonly string[] s_namesWithFigures = ["WCAG 2.1", "WCAG 2.2", "§ 53"];

    private static readonly string[] s_elements = ["p", "ul", "ol", "li", "h2", "h3", "a", "strong"];

    private static readonly IReadOnlyList<JsonElement> s_pages = [.. s_recipes.SelectMany(recipe => Seed.Items(recipe, "HelpPage"))];

    private static readonly IReadOnlyList<JsonElement> s_duties = [.. s_recipes.SelectMany(recipe => Seed.Items(recipe, "Duty"))];

    private static readonly Dictionary<string, JsonElement> s_own = s_pages
        .Concat(s_duties)
        .Concat(s_recipes.SelectMany(recipe => Seed.Items(recipe, "WebResource")))
        .ToDictionary(Seed.Id);

    public static TheoryData<string> SetupRecipes => [.. Tenant.SetupRecipes];

    [Fact]
    public void Every_page_stands_in_all_three_languages_of_one_set_at_one_address()
    {
        var sets = s_pages.GroupBy(Seed.LocalizationSet).ToList();

        Assert.Equal(s_addresses, sets.Select(set => set.First().Address()).Order(StringComparer.Ordinal));
        Assert.All(
            sets,
            set =>
            {
                Assert.Equal(s_cultures, set.Select(Seed.Culture).Order(StringComparer.Ordinal));
                Assert.Single(set.Select(Seed.Address).Distinct());
            }
        );
    }

    [Fact]
    public void Every_duty_stands_in_all_three_languages_of_one_set()
    {
        Assert.NotEmpty(s_duties);
        Assert.All(
            s_duties.GroupBy(Seed.LocalizationSet),
            set => Assert.Equal(s_cultures, set.Select(Seed.Culture).Order(StringComparer.Ordinal))
        );
    }

    [Fact]
    public void The_languages_of_a_page_have_the_same_shape_and_point_to_the_same_things() =>
        Assert.All(
            s_pages.GroupBy(Seed.LocalizationSet),
            set =>
            {
                Assert.Single(
                    set.Select(page =>
                            string.Join(' ', Parse(page).QuerySelectorAll("p, ul, ol, li, h2, h3").Select(element => element.LocalName))
                        )
                        .Distinct()
                );
                Assert.Single(
                    set.Select(page => string.Join(' ', Parse(page).QuerySelectorAll("a").Select(link => link.GetAttribute("href"))))
                        .Distinct()
                );
                Assert.Single(set.Select(page => page.Bag("Steps").Count()).Distinct());
                Assert.Single(
                    set.Select(page => string.Join(' ', page.PickedIds("Services").Concat(page.PickedIds("Resources")))).Distinct()
                );
                Assert.Single(
                    set.Select(page =>
                            string.Join(
                                ' ',
                                page.PickedIds("Related").Concat(page.PickedIds("Duties")).Select(id => s_own[id].LocalizationSet())
                            )
                        )
                        .Distinct()
                );
            }
        );

    [Fact]
    public void No_address_and_no_title_in_the_browser_gives_the_visit_away()
    {
        var seen = s_own
            .Values.Where(item => item.TryGetProperty("AutoroutePart", out _))
            .Select(item => item.GetProperty("AutoroutePart").GetProperty("Path").GetString()!)
            .Concat(s_pages.Select(page => page.Text("DiscreetTitle")));

        Assert.All(seen, Prose.AssertTellsNothing);
    }

    [Fact]
    public void Every_page_has_a_title_of_its_own_for_the_browser() =>
        Assert.All(
            s_cultures,
            culture =>
            {
                var titles = s_pages.Where(page => page.Culture() == culture).Select(page => page.Text("DiscreetTitle")).ToList();

                Assert.DoesNotContain("", titles);
                Assert.Equal(titles.Count, titles.Distinct().Count());
            }
        );

    [Fact]
    public void Bodies_are_clean_HTML_of_few_elements() =>
        Assert.All(
            s_pages,
            page =>
            {
                var body = Parse(page);

                Assert.Equal(HtmlOf(page), body.InnerHtml);
                Assert.Empty(HtmlSanitizer.Sanitize(HtmlOf(page)).Removed);
                Assert.Empty(body.QuerySelectorAll("*").Select(element => element.LocalName).Except(s_elements));
                Assert.Empty(
                    body.QuerySelectorAll("*")
                        .SelectMany(element => element.Attributes.Select(attribute => $"{element.LocalName} {attribute.Name}"))
                        .Except(["a href", "strong lang"])
                );
            }
        );

    [Fact]
    public void Numbers_in_the_text_are_known_and_can_be_called() =>
        Assert.All(
            s_pages,
            page =>
            {
                var body = Parse(page);
                foreach (var link in body.QuerySelectorAll("a").ToList())
                {
                    var number = string.Concat(link.TextContent.Where(char.IsAsciiDigit));
                    Assert.Contains(number, s_numbers);
                    Assert.Equal($"tel:{number}", link.GetAttribute("href"));
                    link.Remove();
                }

                var rest = string.Join(
                    '\n',
                    [body.TextContent, page.Title(), page.Text("Ingress"), page.Text("DiscreetTitle"), .. StepsOf(page)]
                );
                Assert.DoesNotMatch(
                    "[0-9]",
                    s_namesWithFigures.Aggregate(rest, (left, name) => left.Replace(name, "", StringComparison.Ordinal))
                );
            }
        );

    [Fact]
    public void Nothing_is_pointed_to_that_a_municipality_may_lack()
    {
        var known = s_own.Values.Concat(Seed.Items("recipes/nasjonale-tilbud.recipe.json", "Service")).ToDictionary(Seed.Id);

        Assert.All(
            s_pages,
            page =>
            {
                Assert.All(
                    page.PickedIds("Services").Concat(page.PickedIds("Resources")),
                    id => Assert.True(known[id].GetProperty("Published").GetBoolean())
                );
                Assert.All(
                    page.PickedIds("Related").Concat(page.PickedIds("Duties")),
                    id => Assert.Equal(page.Culture(), known[id].Culture())
                );
                Assert.DoesNotContain(page.Id(), page.PickedIds("Related"));
            }
        );
    }

    [Theory, MemberData(nameof(SetupRecipes))]
    public void Every_municipality_begins_with_the_help_pages(string setupRecipe)
    {
        var tenant = Tenant.Load(setupRecipe).Items.Select(Seed.Id).ToHashSet();

        Assert.All(s_pages, page => Assert.Contains(page.Id(), tenant));
    }

    [Fact]
    public void Norwegian_texts_are_easy_to_read() =>
        Assert.All(
            s_pages.Concat(s_duties).Where(item => item.Culture() != "en"),
            item => Assert.InRange(Prose.Readability(BlocksOf(item)), 1, 35)
        );

    [Fact]
    public void Sentences_are_short() => Assert.All(s_pages.Concat(s_duties).SelectMany(BlocksOf), Prose.AssertShortSentences);

    [Fact]
    public void Nobody_is_shouted_at() =>
        Assert.DoesNotContain(s_pages.Concat(s_duties).SelectMany(BlocksOf), block => block.Contains('!', StringComparison.Ordinal));

    [Fact]
    public void Nynorsk_holds_no_bokmal_and_one_form_of_the_infinitive() =>
        Assert.All(s_pages.Concat(s_duties).Where(item => item.Culture() == "nn").SelectMany(BlocksOf), Prose.AssertNynorsk);

    private static string HtmlOf(JsonElement page) => page.GetProperty("HelpPage").GetProperty("Body").GetProperty("Html").GetString()!;

    private static IElement Parse(JsonElement page) => new HtmlParser().ParseDocument($"<!doctype html><body>{HtmlOf(page)}</body>").Body!;

    private static IEnumerable<string> StepsOf(JsonElement page) => page.Bag("Steps").Select(step => step.Text("Text"));

    /// <summary>
    /// What is read as a whole: heading, ingress, each paragraph, list entry and step of a page; title and words of a duty.
    /// </summary>
    private static IReadOnlyList<string> BlocksOf(JsonElement item) =>
        item.GetProperty("ContentType").GetString() == "Duty"
            ? [item.Title(), item.Text("Text"), item.Text("AppliesTo"), item.Text("ReportTo")]
            :
            [
                item.Title(),
                item.Text("Ingress"),
                .. Parse(item).QuerySelectorAll("p, li, h2, h3").Select(element => element.TextContent),
                .. StepsOf(item),
            ];
}
