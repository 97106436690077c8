using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace VoldCms.IntegrationTests.Services.Finding;

public sealed class ServicesTests : IClassFixture<ServicesSite>
{
    private const string Beside = "De passer ikke til alt du har valgt, men kan hjelpe";

    private readonly ServicesSite _site;

    public ServicesTests(ServicesSite site)
    {
        _site = site;
        site.Clock.Now = StandingClock.WednesdayMorning;
    }

    [Theory]
    [InlineData("/tonsberg/nb/tilbud", "nb", "Tilbud", "Åpent nå")]
    [InlineData("/tonsberg/nn/tilbud", "nn", "Tilbod", "Ope no")]
    [InlineData("/tonsberg/en/tilbud", "en", "Services", "Open now")]
    [InlineData("/stavanger/nb/tilbud", "nb", "Tilbud", "Åpent nå")]
    [InlineData("/stavanger/nn/tilbud", "nn", "Tilbod", "Ope no")]
    [InlineData("/stavanger/en/tilbud", "en", "Services", "Open now")]
    public async Task The_list_answers_in_every_language_and_its_pages_too(string path, string culture, string heading, string open)
    {
        var page = await ParseAsync(path);

        Assert.Equal(culture, page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(heading, page.QuerySelector("h1")!.TextContent);
        Assert.Contains(page.QuerySelectorAll("h2"), group => group.TextContent == open);
        var service = page.QuerySelectorAll(".card h3 a").Single(link => link.TextContent == "VO-linjen");
        Assert.Null(service.GetAttribute("lang"));
        Assert.StartsWith(path, service.GetAttribute("href"), StringComparison.Ordinal);

        var own = await ParseAsync(service.GetAttribute("href")!);
        Assert.Equal(culture, own.DocumentElement.GetAttribute("lang"));
        Assert.Equal("VO-linjen", own.QuerySelector("h1")!.TextContent);
        Assert.Equal("tel:116006", own.QuerySelector("main a.channel__link")!.GetAttribute("href"));
        Assert.Equal("ltr", own.QuerySelector("main a.channel__link bdi")!.GetAttribute("dir"));
        Assert.Null(own.QuerySelector("h1")!.GetAttribute("lang"));
        Assert.DoesNotContain("VO-linjen", own.Title!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nn")]
    [InlineData("en")]
    public async Task What_is_written_in_one_language_only_is_shown_in_it_and_says_so(string culture)
    {
        var own = await ParseAsync($"/tonsberg/{culture}/tilbud/senteret-i-tonsberg");

        Assert.Equal("nb", own.QuerySelector("h1")!.GetAttribute("lang"));
        Assert.NotNull(own.QuerySelector("main .notice"));
        Assert.Null((await ParseAsync($"/tonsberg/{culture}/tilbud/vo-linjen")).QuerySelector("main .notice"));
    }

    [Fact]
    public async Task The_emergency_numbers_come_first_then_what_is_open()
    {
        var page = await ParseAsync("/tonsberg/nb/tilbud");

        Assert.Equal(
            ["I en nødsituasjon", "Åpent nå", "Se når de har åpent", "Ring og spør når de har åpent", "Tilbud uten nummer her"],
            page.QuerySelectorAll("main h2").Select(group => group.TextContent)
        );
        Assert.Equal("tel:112", page.QuerySelector("main .card a.channel__link")!.GetAttribute("href"));
        Assert.Contains(page.QuerySelectorAll("[aria-labelledby=andre] a"), link => link.TextContent == "SLT-koordinator");
    }

    [Theory]
    [InlineData("")]
    [InlineData("?h=6")]
    [InlineData("?t=7")]
    [InlineData("?h=6&t=7")]
    public async Task A_closed_number_never_stands_before_an_open_one(string query)
    {
        _site.Clock.Now = StandingClock.Night;

        var page = await ParseAsync($"/tonsberg/nb/tilbud{query}");
        var states = page.QuerySelectorAll("main .card .opening").Select(state => state.ClassName!).ToList();

        Assert.Contains(states, state => state.EndsWith("--closed", StringComparison.Ordinal));
        Assert.Contains(states, state => state.EndsWith("--open", StringComparison.Ordinal));
        Assert.True(
            states.FindLastIndex(state => state.EndsWith("--open", StringComparison.Ordinal))
                < states.FindIndex(state => state.EndsWith("--closed", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task The_finder_says_why_and_offers_what_is_open_when_what_was_asked_for_is_not()
    {
        var day = await ParseAsync("/tonsberg/nb/tilbud?h=6");
        Assert.Equal("Prøvetilbudet", CardsUnder(day, "Åpent nå").Single(name => name == "Prøvetilbudet"));
        Assert.Contains(day.QuerySelectorAll(".why li"), reason => reason.TextContent == "For: Utøvere");
        Assert.DoesNotContain("Ikke bare for dette", day.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("6", day.QuerySelector("#h option[selected]")!.GetAttribute("value"));

        _site.Clock.Now = StandingClock.Night;
        var night = await ParseAsync("/tonsberg/nb/tilbud?h=6&t=6");
        Assert.Contains("Alternativ til vold i Vestfold - ATV", CardsUnder(night, "Stengt nå"));
        Assert.NotEmpty(CardsUnder(night, "Åpent nå"));
        Assert.Contains(night.QuerySelectorAll(".why li"), reason => reason.TextContent == "Ikke bare for dette, men åpent nå");
        Assert.Contains("Stengt nå, åpner i dag kl. 09:00", night.Body!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>On a card stands whom it is for, and not how a plan is organised.</summary>
    [Theory]
    [InlineData("Politiet", "Ring 112 når noen er i fare. Haster det ikke, ring 02800.")]
    [InlineData("Barnevernvakta", "Når et barn trenger hjelp og barnevernet er stengt.")]
    [InlineData("Nav Tønsberg", "Hjelp med økonomi, bolig og arbeid.")]
    public async Task A_card_says_whom_it_is_for_in_the_readers_words(string name, string line)
    {
        var card = (await ParseAsync("/tonsberg/nb/tilbud"))
            .QuerySelectorAll(".card")
            .Single(card => card.QuerySelector("h3")!.TextContent == name);

        Assert.Contains(card.QuerySelectorAll("p"), words => words.TextContent.Trim() == line);
    }

    /// <summary>Who cannot speak is not sent to a chat that is shut without a word of it.</summary>
    [Theory]
    [InlineData("nb")]
    [InlineData("nn")]
    [InlineData("en")]
    public async Task A_chat_on_the_front_says_when_it_is_open(string culture)
    {
        _site.Clock.Now = StandingClock.Night;
        var page = await new HtmlParser().ParseDocumentAsync(
            await _site.GetPageAsync($"/tonsberg/{culture}"),
            TestContext.Current.CancellationToken
        );
        var chats = page.QuerySelectorAll(".quiet li").Where(line => line.TextContent.Contains("Chat", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(chats);
        Assert.All(chats, chat => Assert.NotEqual("", chat.QuerySelector(".opening")!.TextContent.Trim()));
    }

    [Theory]
    [InlineData("?d=1", "Du kan ta med dyr", "Prøvetilbudet", "VO-linjen")]
    [InlineData("?k=3", "Chat", "VO-linjen", "SMISO Vestfold")]
    [InlineData("?sprak=AR", "Snakker العربية", "Prøvetilbudet", "VO-linjen")]
    [InlineData("?a=1", "Åpent nå", "Prøvetilbudet", "Alternativ til vold i Vestfold - ATV")]
    [InlineData("?h=6&d=1&a=1", "For: Utøvere", "Prøvetilbudet", "VO-linjen")]
    public async Task Each_question_narrows_and_says_why(string query, string why, string found, string leftOut)
    {
        if (query == "?a=1")
        {
            // An hour before the other one opens.
            _site.Clock.Now = StandingClock.WednesdayMorning.AddMinutes(-75);
        }

        var page = await ParseAsync($"/tonsberg/nb/tilbud{query}");
        var card = page.QuerySelectorAll(".card").Single(card => card.QuerySelector("h3")!.TextContent == found);

        Assert.Contains(card.QuerySelectorAll(".why li"), reason => reason.TextContent == why);
        // Whoever can be talked to may stand beside, and is said not to fit.
        foreach (
            var beside in page.QuerySelectorAll("#treff section")
                .Where(group => group.TextContent.Contains(Beside, StringComparison.Ordinal))
        )
        {
            beside.Remove();
        }

        Assert.DoesNotContain(leftOut, Cards(page));
        Assert.True(page.QuerySelector(".finder__more")!.HasAttribute("open"));
    }

    [Fact]
    public async Task A_municipality_may_let_its_own_services_be_found_by_name()
    {
        Assert.StartsWith("Om tilbudet – ", (await ParseAsync("/tonsberg/nb/tilbud/prove")).Title, StringComparison.Ordinal);

        await _site.RunAsync("tonsberg", ServicesRecipe.NamesInTitles(true), TestContext.Current.CancellationToken);
        var own = await ParseAsync("/tonsberg/nb/tilbud/prove");
        var national = await ParseAsync("/tonsberg/nb/tilbud/vo-linjen");
        var help = await ParseAsync("/tonsberg/nb/hjelp/hva-er-det");
        await _site.RunAsync("tonsberg", ServicesRecipe.NamesInTitles(false), TestContext.Current.CancellationToken);

        Assert.StartsWith("Prøvetilbudet – ", own.Title, StringComparison.Ordinal);
        Assert.StartsWith("Om tilbudet – ", national.Title, StringComparison.Ordinal);
        Assert.StartsWith("Ord og forklaringer – ", help.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Languages_are_asked_for_where_somebody_has_said_what_is_spoken()
    {
        var tonsberg = await ParseAsync("/tonsberg/nb/tilbud");

        Assert.Equal(["", "ar", "uk"], tonsberg.QuerySelectorAll("#sprak option").Select(option => option.GetAttribute("value")));
        Assert.Equal("ar", tonsberg.QuerySelector("#sprak option[value=ar]")!.GetAttribute("lang"));
        Assert.False(tonsberg.QuerySelector(".finder__more")!.HasAttribute("open"));
        Assert.Null((await ParseAsync("/stavanger/nb/tilbud")).QuerySelector("#sprak"));
    }

    [Theory]
    [InlineData("?h=99")]
    [InlineData("?h=1")]
    [InlineData("?h=&t=")]
    [InlineData("?s=9&k=99&sprak=tlh&a=2")]
    [InlineData("?h=-1&t=x%22%3E%3Cscript%3E")]
    public async Task Codes_that_narrow_nothing_are_passed_over(string query)
    {
        var all = await ParseAsync("/tonsberg/nb/tilbud");
        var page = await ParseAsync($"/tonsberg/nb/tilbud{query}");

        Assert.Equal(Cards(all).Order(StringComparer.Ordinal), Cards(page).Order(StringComparer.Ordinal));
        Assert.Empty(page.QuerySelectorAll("script:not([src])"));
    }

    [Fact]
    public async Task Checked_is_said_only_of_what_somebody_has_checked()
    {
        var own = await ParseAsync("/tonsberg/nb/tilbud/prove");
        var seeded = await ParseAsync("/tonsberg/nn/tilbud/senteret-i-tonsberg");

        Assert.Equal(
            ["Kontrollert 02.11.2026", "Ikke kontrollert av kommunen ennå."],
            own.QuerySelectorAll("main .verification").Select(line => line.TextContent.Trim())
        );

        // The number's source is the service's, and is said once.
        Assert.Equal(
            "Kjelde: Temaplan Vold i nære relasjoner 2024 - 2030 (2024). Ikkje kontrollert av kommunen enno.",
            Assert.Single(seeded.QuerySelectorAll("main .verification")).TextContent.Trim()
        );
    }

    /// <summary>Where somebody looks for a number she is not told to doubt it; and of 112 nobody doubts.</summary>
    [Theory]
    [InlineData("/tonsberg/nb")]
    [InlineData("/tonsberg/nb/tilbud")]
    [InlineData("/tonsberg/nb/hjelp/hvor")]
    [InlineData("/tonsberg/nb/hjelp/na")]
    [InlineData("/tonsberg/nb/utskrift/plakat")]
    [InlineData("/tonsberg/nb/utskrift/kort")]
    [InlineData("/tonsberg/nb/tilbud/112")]
    public async Task How_far_a_number_may_be_trusted_stands_on_its_own_page_alone(string path)
    {
        var main = (await ParseAsync(path)).QuerySelector("main")!;

        Assert.Empty(main.QuerySelectorAll(".verification"));
        Assert.DoesNotContain("kontrollert", main.TextContent, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_service_says_what_is_known_and_nothing_of_what_is_not()
    {
        var page = await ParseAsync("/tonsberg/nb/tilbud/prove");
        var facts = page.QuerySelector("main .facts")!;

        Assert.Equal("Åpent til kl. 15:00", page.QuerySelector(".opening")!.TextContent.Replace("●", "", StringComparison.Ordinal).Trim());
        Assert.Equal(["Gjelder", "Greit å vite", "Språk", "Også kalt"], facts.QuerySelectorAll("dt").Select(name => name.TextContent));
        Assert.Equal(
            ["Utøvere", "Du kan få tolk", "Du kan ta med dyr", "العربية", "Українська", "Testkontoret"],
            facts.QuerySelectorAll("li").Select(value => value.TextContent.Trim())
        );
    }

    [Fact]
    public async Task A_secret_place_stands_in_no_output()
    {
        var seen = new HashSet<string> { "/tonsberg/nb", "/tonsberg/nn", "/tonsberg/en" };
        var waiting = new Queue<string>(seen);
        while (waiting.TryDequeue(out var path))
        {
            var html = await _site.GetPageAsync(path);
            Assert.DoesNotContain("Hemmelig", html, StringComparison.OrdinalIgnoreCase);
            var links = (await new HtmlParser().ParseDocumentAsync(html, TestContext.Current.CancellationToken)).QuerySelectorAll(
                "a[href^='/tonsberg/']"
            );
            foreach (
                var href in links
                    .Select(link => link.GetAttribute("href")!.Split('#')[0])
                    .Where(href => href.Contains("/tilbud", StringComparison.Ordinal) && seen.Add(href))
            )
            {
                waiting.Enqueue(href);
            }
        }

        Assert.Contains("/tonsberg/nn/tilbud/prove", seen);
    }

    [Fact]
    public async Task Websites_are_named_with_their_domain_and_tell_nobody_where_the_visitor_came_from()
    {
        var page = await ParseAsync("/tonsberg/en/nettsteder");
        var links = page.QuerySelectorAll("main .link-list a");

        Assert.True(links.Length >= 25, "The plan alone names 25 websites.");
        Assert.All(links, link => Assert.Equal("noreferrer noopener", link.GetAttribute("rel")));
        Assert.Contains(page.QuerySelectorAll(".link-list bdi"), domain => domain.TextContent == "dinutvei.no");
    }

    /// <summary>The plan and the help pages name ten websites both, each in its own way: http, www, a slash at the end.</summary>
    [Fact]
    public async Task A_website_that_several_name_stands_once_and_says_what_each_calls_it()
    {
        var page = await ParseAsync("/tonsberg/nb/nettsteder");
        var entries = page.QuerySelectorAll("main .link-list > li").ToDictionary(entry => entry.QuerySelector("a")!.TextContent);
        var addresses = entries
            .Values.Select(entry => entry.QuerySelector("a")!.GetAttribute("href")!)
            .Select(href => href.Split("://")[1].Replace("www.", "", StringComparison.OrdinalIgnoreCase).TrimEnd('/').ToLowerInvariant());

        Assert.Distinct(addresses);
        Assert.Contains("Om pliktene, for privatpersoner og fagpersoner.", entries["plikt.no"].TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "voldsveileder.nkvts.no",
            entries["Veileder om vold i nære relasjoner (NKVTS)"].TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("Også kalt: Rettentil.no", entries["Rettentil"].TextContent, StringComparison.Ordinal);
        Assert.Equal(2, entries["Rettentil"].QuerySelectorAll(".verification").Length);
    }

    private static IEnumerable<string> Cards(IDocument page) => page.QuerySelectorAll("main .card h3").Select(name => name.TextContent);

    private static IReadOnlyList<string> CardsUnder(IDocument page, string group) =>
        [
            .. page.QuerySelectorAll("main section")
                .Where(section => section.QuerySelector("h2")!.TextContent == group)
                .SelectMany(section => section.QuerySelectorAll("h3"))
                .Select(name => name.TextContent),
        ];

    private async Task<IDocument> ParseAsync(string path) =>
        await new HtmlParser().ParseDocumentAsync(await _site.GetPageAsync(path), TestContext.Current.CancellationToken);
}
