using System.Net;
using AngleSharp.Dom;

namespace VoldCms.IntegrationTests.HelpPages.Help;

[Collection(HelpMunicipalities.Name)]
public sealed class HelpPagesTests(HelpPagesSite site)
{
    private static readonly string[] s_helpPages =
    [
        "hjelp/na",
        "hjelp/hva-er-det",
        "hjelp/hvor",
        "hjelp/rettigheter",
        "hjelp/ung",
        "hjelp/eldre",
        "hjelp/nett",
        "hjelp/endre-seg",
        "hjelp/for-andre",
        "hjelp/ansatte",
        "hjelp/trygg",
        "hjelp/trygg/spor",
        "hjelp/hvor/ringe",
        "hjelp/hvor/forste-besok",
        "hjelp/hva-er-det/sporsmal",
        "hjelp/rettigheter/vern",
        "hjelp/rettigheter/advokat",
        "hjelp/rettigheter/opphold",
        "hjelp/nett/mobil",
        "hjelp/for-deg",
        "hjelp/for-deg/menn",
        "hjelp/for-deg/den-du-er",
        "hjelp/for-deg/tilrettelagt",
        "hjelp/for-deg/eget-liv",
        "hjelp/for-deg/foreldre",
        "hjelp/ung/barn",
        "hjelp/ung/ungdom",
        "hjelp/ung/grenser",
        "hjelp/ung/nettvett",
        "hjelp/endre-seg/pause",
        "hjelp/ansatte/melding",
        "hjelp/ansatte/samtale",
        "skjul-besoket",
        "personvern",
        "tilgjengelighet",
    ];

    public static TheoryData<string, string> EveryHelpPage =>
        new(from culture in new[] { "nb", "nn", "en" } from path in s_helpPages select (culture, path));

    [Theory, MemberData(nameof(EveryHelpPage))]
    public async Task A_help_page_stands_in_its_language_with_a_discreet_title(string culture, string path)
    {
        var page = await site.GetPageAsync($"/stavanger/{culture}/{path}");

        Assert.Equal(culture, page.DocumentElement.GetAttribute("lang"));
        Assert.Empty(page.QuerySelectorAll("main h1[lang], main :has(> .page-head)[lang]"));
        Assert.DoesNotContain("vold", page.Title!, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("vald", page.Title!, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("violence", page.Title!, StringComparison.OrdinalIgnoreCase);
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Empty(
            page.QuerySelectorAll("[id]").GroupBy(element => element.Id).Where(group => group.Count() > 1).Select(group => group.Key)
        );
        Assert.Equal(
            ["nb", "nn", "en", "x-default"],
            page.QuerySelectorAll("link[rel=alternate]").Select(link => link.GetAttribute("hreflang"))
        );
    }

    [Fact]
    public async Task A_page_shows_who_to_call_and_where_to_read_on()
    {
        var page = await site.GetPageAsync("/stavanger/nn/hjelp/na");

        Assert.Equal("Viktige telefonnummer – Stavanger kommune", page.Title);
        Assert.Equal("Er du i fare no?", page.QuerySelector("h1")!.TextContent);
        var doctor = page.QuerySelectorAll(".call").Single(card => card.QuerySelector("a[href='tel:116117']") is not null);
        Assert.Equal("116 117", doctor.QuerySelector("a[href='tel:116117'] bdi[dir=ltr]")!.TextContent);
        Assert.Equal("Legevakt", doctor.QuerySelector("h3")!.TextContent.Trim());
        Assert.Null(doctor.QuerySelector("h3")!.ParentElement!.GetAttribute("lang"));
        Assert.DoesNotContain("kontrollert", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            page.QuerySelectorAll(".link-list a"),
            link => link.GetAttribute("href")!.StartsWith("/stavanger/nn/hjelp/", StringComparison.Ordinal)
        );
        Assert.All(page.QuerySelectorAll("main a[href^=http]"), link => Assert.Equal("noreferrer noopener", link.GetAttribute("rel")));
        Assert.Contains("(nodsms.no)", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var line = page.QuerySelectorAll(".call").Single(card => card.QuerySelector("a[href='tel:116006']") is not null);
        Assert.Contains("Ope heile døgnet", line.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Steps_follow_the_body_in_their_order()
    {
        var steps = (await site.GetPageAsync("/stavanger/nb/hjelp/for-andre")).QuerySelectorAll("ol.steps > li");

        Assert.Equal("Velg en tid og et sted der dere er alene.", steps[0].TextContent);
        Assert.Equal("Spør hvordan det går. Si hva du har sett eller hørt.", steps[1].TextContent);
    }

    /// <summary>The same numbers in the same order, whatever they are called there.</summary>
    [Theory]
    [InlineData("stavanger")]
    [InlineData("porsgrunn")]
    [InlineData("tonsberg")]
    public async Task Whom_to_call_first_is_the_same_in_every_language(string tenant)
    {
        var numbers = new List<string>();
        foreach (var culture in new[] { "nb", "nn", "en" })
        {
            var lines = (await site.GetPageAsync($"/{tenant}/{culture}")).QuerySelectorAll(".line a[href^='tel:']");
            numbers.Add(string.Join(' ', lines.Select(link => link.GetAttribute("href"))));
        }

        Assert.Equal(4, numbers[0].Split(' ').Length);
        Assert.Single(numbers.Distinct());
    }

    [Fact]
    public async Task Help_is_first_in_the_menu_and_on_the_front_page()
    {
        var page = await site.GetPageAsync("/stavanger/nb");

        Assert.Equal("Hjelp", page.QuerySelector(".site-header__links a")!.TextContent);
        Assert.Equal(
            [
                "Ring og snakk med noen",
                "Kan du ikke snakke høyt?",
                "Hvem trenger hjelp?",
                "Hva handler det om?",
                "Tilbud nær deg",
                "For deg som jobber med dette: planer",
            ],
            page.QuerySelectorAll("main h2").Select(heading => heading.TextContent)
        );
        Assert.Equal("tel:116006", page.QuerySelector("main a[href^='tel:']")!.GetAttribute("href"));
        Assert.Equal(
            ["hjelp/hvor", "hjelp/ung", "hjelp/for-barn", "hjelp/for-andre", "hjelp/endre-seg", "hjelp/ansatte"],
            page.QuerySelectorAll(".door")
                .Select(door => door.GetAttribute("href")!.Replace("/stavanger/nb/", "", StringComparison.Ordinal))
        );
        Assert.Equal(7, page.QuerySelectorAll("[aria-labelledby=hva] li").Length);
        Assert.Equal(
            [
                "/stavanger/nb/a-aa",
                "/stavanger/nb/skjul-besoket",
                "/stavanger/nb/personvern",
                "/stavanger/nb/tilgjengelighet",
                "/stavanger/nb/utskrift",
                "/stavanger/nb/kurs",
            ],
            page.QuerySelectorAll(".site-footer__links a").Select(link => link.GetAttribute("href"))
        );
        Assert.Equal("/stavanger/nb/skjul-besoket", page.QuerySelector(".safety__about a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("nb", "Alt fra A til Å")]
    [InlineData("nn", "Alt frå A til Å")]
    [InlineData("en", "Everything A–Å")]
    public async Task Everything_is_found_by_name(string culture, string heading)
    {
        var page = await site.GetPageAsync($"/tonsberg/{culture}/a-aa");
        var names = page.QuerySelectorAll(".index a").Select(link => link.TextContent).ToList();

        Assert.Equal(heading, page.QuerySelector("h1")!.TextContent);
        Assert.All(["VO-linjen", "Krisesenteret i Vestfold", "SLT-koordinator"], name => Assert.Contains(name, names));
        Assert.Contains(
            page.QuerySelectorAll(".index a"),
            link => link.GetAttribute("href")!.EndsWith($"/{culture}/ordliste#ord-4edq4zmc", StringComparison.Ordinal)
        );
        Assert.Equal("Ø", page.QuerySelectorAll("main h2")[^1].TextContent);
        Assert.Equal(
            page.QuerySelectorAll("main h2").Select(letter => letter.TextContent).Distinct().Count(),
            page.QuerySelectorAll("main h2").Length
        );
    }

    [Fact]
    public async Task Whoever_is_lost_is_shown_the_way()
    {
        using var response = await site.GetAsync("/stavanger/nn/borte");
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("<a href=\"/stavanger/nn/a-aa\">Sjå alt frå A til Å</a>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_leads_by_situation_and_by_who_the_reader_is()
    {
        var page = await site.GetPageAsync("/stavanger/en/hjelp");

        Assert.Equal(
            ["What is happening?", "Who are you?"],
            page.QuerySelectorAll("section:has(.facts) h2").Select(heading => heading.TextContent)
        );
        var harm = page.QuerySelectorAll(".facts > div").Single(row => row.QuerySelector("dt")!.TextContent == "I hurt others");
        Assert.Equal("/stavanger/en/hjelp/endre-seg", harm.QuerySelector("a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("nb")]
    [InlineData("nn")]
    [InlineData("en")]
    public async Task A_page_below_another_is_found_through_it(string culture)
    {
        var help = $"/stavanger/{culture}/hjelp";
        var list = await site.GetPageAsync(help);
        var card = list.QuerySelectorAll(".card").Single(card => card.QuerySelector("h2 a")!.GetAttribute("href") == $"{help}/rettigheter");
        string[] below = [$"{help}/rettigheter/vern", $"{help}/rettigheter/advokat", $"{help}/rettigheter/opphold"];

        Assert.Equal(below, card.QuerySelectorAll(".card__links a").Select(link => link.GetAttribute("href")));
        Assert.DoesNotContain(list.QuerySelectorAll(".card h2 a, .facts a"), link => link.GetAttribute("href") == below[0]);
        Assert.Equal(
            below,
            (await site.GetPageAsync(below[0][..below[0].LastIndexOf('/')]))
                .QuerySelectorAll("[aria-labelledby=mer] a")
                .Select(link => link.GetAttribute("href"))
        );
        var page = await site.GetPageAsync(below[0]);
        Assert.Equal(
            [$"/stavanger/{culture}", help, $"{help}/rettigheter"],
            page.QuerySelectorAll(".ds-breadcrumbs a").Select(link => link.GetAttribute("href"))
        );
        Assert.Contains(
            (await site.GetPageAsync($"/stavanger/{culture}/a-aa")).QuerySelectorAll(".index a"),
            link => link.GetAttribute("href") == below[0]
        );
    }

    [Theory]
    [InlineData("nb", "Tiltakskort og veiledere")]
    [InlineData("nn", "Tiltakskort og rettleiarar")]
    [InlineData("en", "Action cards and guides")]
    public async Task The_plans_cards_and_the_page_for_staff_lead_to_each_other(string culture, string heading)
    {
        var staff = await site.GetPageAsync($"/tonsberg/{culture}/hjelp/ansatte");
        var cards = staff.QuerySelectorAll("[aria-labelledby=kort] .card a").Select(link => link.GetAttribute("href")!).ToList();

        Assert.Equal(heading, staff.QuerySelector("#kort")!.TextContent);
        Assert.Equal(
            [$"/tonsberg/{culture}/hjelp/tiltakskort/barn-unge-og-familier", $"/tonsberg/{culture}/hjelp/tiltakskort/voksne"],
            cards.Order(StringComparer.Ordinal)
        );
        foreach (var card in cards)
        {
            Assert.Contains(
                (await site.GetPageAsync(card)).QuerySelectorAll("main .facts a"),
                link => link.GetAttribute("href") == $"/tonsberg/{culture}/hjelp/ansatte"
            );
        }

        Assert.Null((await site.GetPageAsync($"/tonsberg/{culture}/hjelp/hvor")).QuerySelector("#kort"));
        Assert.Null((await site.GetPageAsync($"/stavanger/{culture}/hjelp/ansatte")).QuerySelector("#kort"));
    }

    [Theory]
    [InlineData("/stavanger/en/nb/hjelp/na", "/stavanger/en/hjelp/na")]
    [InlineData("/tonsberg/en/ordliste/atv", "/tonsberg/en/ordliste#ord-4edq4zmc")]
    public async Task Another_address_of_an_item_leads_to_its_own(string path, string expected)
    {
        using var response = await site.GetAsync(path);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(expected, response.Headers.Location!.ToString());
    }

    /// <summary>Norwegian words about a site are nothing to whoever reads none; its name and address are.</summary>
    [Theory]
    [InlineData("nb", true)]
    [InlineData("nn", true)]
    [InlineData("en", false)]
    public async Task What_is_said_of_another_website_is_said_to_those_who_read_it(string culture, bool isSaid)
    {
        var main = (await site.GetPageAsync($"/tonsberg/{culture}/hjelp/ansatte")).QuerySelector("main")!;

        Assert.Contains("voldsveileder.nkvts.no", main.TextContent, StringComparison.Ordinal);
        Assert.Equal(isSaid, main.TextContent.Contains("For helse- og omsorgstjenesten.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("stavanger")]
    [InlineData("tonsberg")]
    public async Task Every_internal_link_of_the_help_pages_answers(string tenant)
    {
        var start = new List<string>(s_helpPages)
        {
            "",
            "hjelp",
            "hjelp/former",
            "hjelp/former/fysisk",
            "plikter",
            "plikter/hindre",
            "lover",
            "ordliste",
        };
        var links = new HashSet<string>();
        foreach (
            var path in from culture in new[] { "nb", "nn", "en" }
            from path in start
            select $"/{tenant}/{culture}/{path}".TrimEnd('/')
        )
        {
            var page = await site.GetPageAsync(path);
            foreach (var href in page.QuerySelectorAll("a[href^='/']").Select(link => link.GetAttribute("href")!))
            {
                links.Add(href.Split('#')[0]);
            }
        }

        Assert.True(links.Count > 60, $"{links.Count} links");
        foreach (var href in links)
        {
            using var response = await site.GetAsync(href);
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{href}: {response.StatusCode}");
        }
    }
}
