using AngleSharp.Dom;
using VoldCms.IntegrationTests.Services;

namespace VoldCms.IntegrationTests.Events.Occasions;

/// <summary>Courses and events: where they stand, for whom, and which are past.</summary>
[Collection(EventMunicipalities.Name)]
public sealed class OccasionPagesTests(EventsSite site)
{
    private const string AskFirst = "Hentet fra en plan";

    [Fact]
    public async Task Courses_stand_by_whom_they_are_for_and_one_for_two_with_both()
    {
        var page = await site.ParseAsync("/stavanger/nb/kurs");

        Assert.Equal(
            ["Kurs: Utsatte", "Kurs: Barn og unge", "Kurs: Utøvere", "Kurs: Ansatte og fagfolk", "Andre kurs"],
            page.QuerySelectorAll("main h2").Select(heading => heading.TextContent.Trim())
        );
        Assert.Equal(2, page.QuerySelectorAll("main a[href='/stavanger/nb/kurs/bryt']").Length);
        Assert.Contains($"Noe av dette er {AskFirst}", page.QuerySelector("main .notice")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("Kurs og arrangementer –", page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_course_says_who_holds_it_and_which_plan_says_so_and_its_title_tells_nothing()
    {
        var page = await site.ParseAsync("/stavanger/nb/kurs/bryt");
        var main = page.QuerySelector("main")!;

        Assert.Equal("Bryt voldsarven", main.QuerySelector("h1")!.TextContent);
        Assert.DoesNotContain("vold", page.Title!, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(AskFirst, main.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Utsatte", "Utøvere"], FactsOf(page, "Hvem det er for"));
        Assert.Equal(["ATV"], FactsOf(page, "Hvem som holder det"));
        Assert.Equal(
            ["/stavanger/nb/planer/trygg", "/stavanger/nb/tiltak/trygg/1-9", "/stavanger/nb/tiltak/trygg/4-2"],
            main.QuerySelectorAll(".facts a").Select(link => link.GetAttribute("href"))
        );
        foreach (var link in main.QuerySelectorAll(".facts a"))
        {
            await site.GetPageAsync(link.GetAttribute("href")!);
        }
    }

    /// <summary>A course that anybody can take is no plan's word: it is opened from its page, and stands first for staff.</summary>
    [Theory]
    [InlineData("nb")]
    [InlineData("nn")]
    [InlineData("en")]
    public async Task A_course_for_the_whole_country_can_be_opened(string culture)
    {
        var page = await site.ParseAsync($"/stavanger/{culture}/kurs/se-og-melde");
        var staff = await site.ParseAsync($"/stavanger/{culture}/hjelp/ansatte");

        Assert.Empty(page.QuerySelectorAll("main .notice"));
        Assert.NotNull(page.QuerySelector("main .facts a[href^='https://helsekompetanse.no/']"));
        Assert.Contains($"/stavanger/{culture}/kurs/se-og-melde", LinksBelow(staff, "kurs"));
    }

    [Theory]
    [InlineData("nn")]
    [InlineData("en")]
    public async Task In_another_language_the_plans_words_keep_theirs(string culture)
    {
        var page = await site.ParseAsync($"/stavanger/{culture}/kurs/bryt");

        Assert.Equal(culture, page.DocumentElement.GetAttribute("lang"));
        Assert.Contains("Bokmål", page.QuerySelector("main .notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("nb", page.QuerySelector("h1")!.Closest("[lang]")!.GetAttribute("lang"));
        Assert.Equal("/stavanger/nb/kurs/bryt", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
    }

    /// <summary>A conference of 2016 and 2017, three that were held, and a lecture planned for August 2018.</summary>
    [Theory]
    [InlineData("fagkonferanser")]
    [InlineData("fagkonferanser-forstelinjen")]
    [InlineData("foredrag")]
    public async Task What_has_passed_says_so_and_stands_last(string path)
    {
        var list = await site.ParseAsync("/mosseregionen/nb/kurs");
        var page = await site.ParseAsync($"/mosseregionen/nb/kurs/{path}");

        Assert.Contains($"/mosseregionen/nb/kurs/{path}", LinksBelow(list, "tidligere"));
        Assert.DoesNotContain($"/mosseregionen/nb/kurs/{path}", LinksBelow(list, "arrangementer"));
        Assert.Equal("tidligere", list.QuerySelectorAll("main section")[^1].GetAttribute("aria-labelledby"));
        Assert.Contains("passert", page.QuerySelector("main .notice")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_is_past_on_the_day_after_its_last_in_the_municipalitys_time()
    {
        const string Event = "/mosseregionen/nb/kurs/apen-dag";
        try
        {
            // Half past eleven at night of its last day in Norway, and one hour later.
            site.Clock.Now = new(2026, 11, 18, 22, 30, 0, TimeSpan.Zero);
            var lastDay = await site.ParseAsync(Event);
            var front = await site.ParseAsync("/mosseregionen/nb");
            site.Clock.Now = site.Clock.Now.AddHours(1);
            var dayAfter = await site.ParseAsync(Event);
            var frontAfter = await site.ParseAsync("/mosseregionen/nb");

            Assert.Null(lastDay.QuerySelector("main .notice"));
            Assert.Equal(["17.11.2026–18.11.2026"], FactsOf(lastDay, "Dato"));
            Assert.Equal(["klokka 12 til 15"], FactsOf(lastDay, "Når"));
            Assert.Equal(["Biblioteket"], FactsOf(lastDay, "Hvor"));
            Assert.NotNull(lastDay.QuerySelector(".facts a[href='https://pamelding.example/'][rel='noreferrer noopener']"));
            Assert.NotNull(dayAfter.QuerySelector("main .notice"));
            Assert.Equal([Event, "/mosseregionen/nb/kurs"], LinksBelow(front, "skjer"));
            Assert.Empty(LinksBelow(frontAfter, "skjer"));
        }
        finally
        {
            site.Clock.Now = StandingClock.WednesdayMorning;
        }
    }

    [Fact]
    public async Task What_has_no_day_is_coming_and_stands_on_no_front_page()
    {
        const string Event = "/mosseregionen/nb/kurs/uten-dag";

        Assert.Contains(Event, LinksBelow(await site.ParseAsync("/mosseregionen/nb/kurs"), "arrangementer"));
        Assert.DoesNotContain(Event, LinksBelow(await site.ParseAsync("/mosseregionen/nb"), "skjer"));
    }

    [Fact]
    public async Task A_course_stands_on_the_help_page_that_it_names()
    {
        foreach (var culture in new[] { "nb", "nn", "en" })
        {
            var page = await site.ParseAsync($"/stavanger/{culture}/hjelp/endre-seg");

            Assert.Equal([$"/stavanger/{culture}/kurs/bryt"], LinksBelow(page, "kurs"));
            Assert.NotNull(page.QuerySelector("section[aria-labelledby=kurs] .notice"));
        }

        Assert.Empty(LinksBelow(await site.ParseAsync("/stavanger/nb/hjelp/na"), "kurs"));
    }

    [Theory]
    [InlineData("stavanger", true)]
    [InlineData("mosseregionen", true)]
    [InlineData("nykommune", false)]
    public async Task They_are_found_where_there_are_any_and_the_menu_does_not_grow(string municipality, bool has)
    {
        var front = await site.ParseAsync($"/{municipality}/nb");
        var index = await site.ParseAsync($"/{municipality}/nb/a-aa");
        var list = await site.ParseAsync($"/{municipality}/nb/kurs");

        Assert.Equal(has ? 1 : 0, front.QuerySelectorAll($".site-footer a[href='/{municipality}/nb/kurs']").Length);
        Assert.Empty(front.QuerySelectorAll($".site-header a[href='/{municipality}/nb/kurs']"));
        Assert.Equal(has, index.QuerySelector($".index a[href='/{municipality}/nb/kurs']") is not null);
        Assert.Equal(has, list.QuerySelector("main .card") is not null);
        Assert.Equal(!has, list.QuerySelector("main")!.TextContent.Contains("Ingen kurs", StringComparison.Ordinal));
    }

    private static IEnumerable<string> LinksBelow(IDocument page, string anchor) =>
        page.QuerySelectorAll($"section[aria-labelledby={anchor}] a").Select(link => link.GetAttribute("href")!);

    private static IEnumerable<string> FactsOf(IDocument page, string name) =>
        page.QuerySelectorAll(".facts > div")
            .Where(fact => fact.QuerySelector("dt")!.TextContent.Trim() == name)
            .SelectMany(fact => fact.QuerySelectorAll("dd li, dd p"))
            .Select(words => words.TextContent.Trim());
}
