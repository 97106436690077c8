using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace VoldCms.IntegrationTests.Services.Finding;

/// <summary>What an answer says of itself, and in whose words.</summary>
[Collection(FinderMunicipalities.Name)]
public sealed class FinderWordsTests(FinderSite site) : FinderTest(site)
{
    private static readonly Dictionary<string, (string Known, string[] Unknown)> s_interpreter = new()
    {
        ["nb"] = ("Du kan få tolk", ["Spør om tolk når du ringer", "Spør om tolk"]),
        ["nn"] = ("Du kan få tolk", ["Spør om tolk når du ringer", "Spør om tolk"]),
        ["en"] = ("You can have an interpreter", ["Ask about an interpreter when you call", "Ask about an interpreter"]),
    };

    /// <summary>Whoever needs an interpreter is told of each service what is known, or that she has to ask.</summary>
    [Theory]
    [MemberData(nameof(Sites))]
    public async Task Each_card_says_whether_there_is_an_interpreter_where_that_is_asked(string municipality, string culture)
    {
        var (known, unknown) = s_interpreter[culture];
        foreach (var query in new[] { "?i=1", "?h=2&i=1", "?h=3&t=1&i=1", "?h=6&i=1", "?h=9&k=5&i=1", "?h=2&g=3&t=6&i=1" })
        {
            var page = await ParseAsync(municipality, culture, query);
            var cards = page.QuerySelectorAll("#treff .card");

            Assert.NotEmpty(cards);
            Assert.All(
                cards,
                card =>
                {
                    var why = card.QuerySelectorAll(".why li").Select(reason => reason.TextContent).ToList();
                    Assert.True(why.Contains(known) || why.Exists(unknown.Contains), $"{query}: {card.TextContent}");
                }
            );
        }

        if (Shelters.TryGetValue(municipality, out var shelter))
        {
            var card = (await ParseAsync(municipality, culture, "?h=2&i=1")).QuerySelector($"#treff a[href='{shelter}']")!.Closest(".card");
            Assert.Contains(known, card!.TextContent, StringComparison.Ordinal);
        }
    }

    /// <summary>Nobody who has said nothing of interpreters is left out, and what is chosen is named for what it is.</summary>
    [Theory]
    [InlineData("nb", "Jeg trenger tolk")]
    [InlineData("nn", "Eg treng tolk")]
    [InlineData("en", "I need an interpreter")]
    public async Task An_interpreter_is_asked_for_and_nobody_is_left_out(string culture, string label)
    {
        foreach (var query in new[] { "?h=3", "?h=2", "?h=2&g=5", "?h=7", "?h=6" })
        {
            var without = NumbersOf(await ParseAsync("tonsberg", culture, query));
            var page = await ParseAsync("tonsberg", culture, $"{query}&i=1");

            Assert.Empty(without.Except(NumbersOf(page)));
            Assert.Equal(label, page.QuerySelector("label[for=i]")!.TextContent);
        }
    }

    /// <summary>What a document says in Norwegian is marked and named as its own on pages in other languages.</summary>
    [Theory]
    [InlineData("porsgrunn", "en", "In the source's words:")]
    [InlineData("porsgrunn", "nn", "Slik står det i kjelda:")]
    [InlineData("tonsberg", "en", "In the source's words:")]
    [InlineData("tonsberg", "nn", "Slik står det i kjelda:")]
    [InlineData("mosseregionen", "en", "In the source's words:")]
    [InlineData("mosseregionen", "nn", "Slik står det i kjelda:")]
    public async Task On_a_page_in_another_language_a_sources_words_are_named_as_such(string municipality, string culture, string label)
    {
        foreach (var path in new[] { "", "/tilbud", "/tilbud?h=2", "/hjelp/hvor", "/hjelp/ung", "/utskrift/plakat" })
        {
            var page = await new HtmlParser().ParseDocumentAsync(
                await Site.GetPageAsync($"/{municipality}/{culture}{path}"),
                TestContext.Current.CancellationToken
            );
            Assert.All(
                page.QuerySelectorAll(
                    "main .card__text[lang=nb], main .card__text [lang=nb], .line > p > [lang=nb], .call p > span[lang=nb]"
                ),
                words => Assert.Fail($"{path}: {words.TextContent}")
            );
            Assert.All(
                page.QuerySelectorAll("main .opening [lang=nb]"),
                words => Assert.Contains(label, words.ParentElement!.TextContent, StringComparison.Ordinal)
            );
        }
    }

    /// <summary>So are a number's note, the way into a place, and a comment on hours, on the service's own page.</summary>
    [Theory]
    [InlineData("en", "In the source's words:")]
    [InlineData("nn", "Slik står det i kjelda:")]
    public async Task On_a_services_page_in_another_language_notes_are_named_as_the_sources_words(string culture, string label)
    {
        var named = 0;
        foreach (var municipality in Names)
        {
            var list = await ParseAsync(municipality, culture, "");
            foreach (var href in list.QuerySelectorAll("#treff h3 a").Select(link => link.GetAttribute("href")!).Distinct())
            {
                var page = await new HtmlParser().ParseDocumentAsync(await Site.GetPageAsync(href), TestContext.Current.CancellationToken);
                Assert.All(
                    page.QuerySelectorAll(".channels--full div[lang=nb], .channels--full .opening [lang=nb], .channels--full q[lang=nb]"),
                    words =>
                    {
                        named++;
                        var before = words.LocalName == "div" ? words.PreviousElementSibling : words.ParentElement;
                        Assert.Contains(label, before?.TextContent ?? "", StringComparison.Ordinal);
                    }
                );
            }
        }

        Assert.True(named > 0);
    }

    /// <summary>Nobody is told to ring and ask what stands on the card below.</summary>
    [Theory]
    [MemberData(nameof(Sites))]
    public async Task Above_a_service_that_says_its_hours_nobody_is_told_to_ask_for_them(string municipality, string culture)
    {
        string[] ask = ["Ring og spør når de har åpent", "Ring og spør når dei har ope", "Call and ask when they are open"];
        foreach (var query in new[] { "", "?h=2", "?h=6", "?h=3&t=9", "?h=9", "?t=6&g=5" })
        {
            var page = await ParseAsync(municipality, culture, query);
            Assert.All(
                page.QuerySelectorAll("#treff section").Where(group => ask.Contains(group.QuerySelector("h2")!.TextContent)),
                group =>
                    Assert.All(
                        group.QuerySelectorAll(".card"),
                        card => Assert.DoesNotContain(card.QuerySelectorAll(".opening"), line => line.TextContent.Any(char.IsAsciiDigit))
                    )
            );
        }
    }
}
