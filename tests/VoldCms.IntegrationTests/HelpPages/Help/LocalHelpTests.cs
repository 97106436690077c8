using System.Text.Json;
using AngleSharp.Dom;

namespace VoldCms.IntegrationTests.HelpPages.Help;

/// <summary>
/// Help pages and kinds of violence show the municipality's own services beside those that their editor has picked, by whom they are
/// for and in what.
/// </summary>
[Collection(HelpMunicipalities.Name)]
public sealed class LocalHelpTests(HelpPagesSite site)
{
    private const string Helpline = "tel:116006";

    private static readonly string[] s_forWhoeverIsHurt =
    [
        "hjelp/na",
        "hjelp/hvor",
        "hjelp/eldre",
        "hjelp/rettigheter",
        "hjelp/nett",
        "hjelp/hva-er-det",
        "hjelp/for-andre",
        "hjelp/for-deg/menn",
        "hjelp/former/fysisk",
    ];

    private static readonly string[] s_childWelfare = ["arnevern", "hild welfare"];

    private static readonly string[] s_cultures = ["nb", "nn", "en"];

    public static TheoryData<string, string, string> PagesForWhoeverIsHurt =>
        new(
            from municipality in new[] { ("porsgrunn", "tel:35503800"), ("tonsberg", "tel:33359191"), ("stavanger", Helpline) }
            from culture in new[] { "nb", "nn", "en" }
            select (municipality.Item1, culture, municipality.Item2)
        );

    [Theory, MemberData(nameof(PagesForWhoeverIsHurt))]
    public async Task The_shelter_stands_first_and_where_none_is_known_the_helpline_that_says_so(
        string tenant,
        string culture,
        string number
    )
    {
        foreach (var path in s_forWhoeverIsHurt)
        {
            var calls = await ListCallsAsync($"/{tenant}/{culture}/{path}");

            // Where somebody is in danger the police come before all.
            var first = calls.First(call => call.Number != "tel:112");
            Assert.True(first.Number == number, $"{path}: {first.Number}");
            Assert.Equal(number == Helpline, first.Text.Contains(UnknownIn(culture), StringComparison.Ordinal));
            Assert.Equal(calls.Count, calls.Select(call => call.Text).Distinct().Count());
        }
    }

    [Fact]
    public async Task Whoever_hurts_others_is_shown_who_helps_her_to_stop_and_no_shelter()
    {
        var numbers = (await ListCallsAsync("/tonsberg/nb/hjelp/endre-seg")).Select(call => call.Number).ToList();

        Assert.Contains("tel:45233104", numbers);
        Assert.Contains("tel:46618180", numbers);
        Assert.Contains("tel:116123", numbers);
        Assert.DoesNotContain("tel:33359191", numbers);
        Assert.All(
            await ListCallsAsync("/stavanger/nb/hjelp/endre-seg"),
            call => Assert.DoesNotContain(UnknownIn("nb"), call.Text, StringComparison.Ordinal)
        );
    }

    public static TheoryData<string, string> Everywhere =>
        new(
            from tenant in new[] { "stavanger", "porsgrunn", "tonsberg", "mosseregionen" }
            from culture in new[] { "nb", "nn", "en" }
            select (tenant, culture)
        );

    /// <summary>Who reads them is a child, or asks for one, whoever else they speak to.</summary>
    [Theory, MemberData(nameof(Everywhere))]
    public async Task A_page_for_a_child_begins_with_the_line_for_children(string tenant, string culture)
    {
        string[] tops = [$"/{tenant}/{culture}/hjelp/ung", $"/{tenant}/{culture}/hjelp/for-barn"];
        var pages = (await site.GetPageAsync($"/{tenant}/{culture}/hjelp"))
            .QuerySelectorAll("main a[href]")
            .Select(link => link.GetAttribute("href")!)
            .Where(href => tops.Any(top => href == top || href.StartsWith($"{top}/", StringComparison.Ordinal)))
            .Distinct()
            .ToList();

        Assert.Contains($"{tops[0]}/nettvett", pages);
        Assert.Contains(tops[1], pages);
        foreach (var page in pages)
        {
            Assert.Equal((page, "tel:116111"), (page, (await ListCallsAsync(page))[0].Number));
        }
    }

    /// <summary>A shelter that says it is for women stands below: it can say who helps him. Its number is not said to be unknown.</summary>
    [Theory, MemberData(nameof(Everywhere))]
    public async Task A_page_for_men_does_not_begin_with_whoever_is_for_women(string tenant, string culture)
    {
        var calls = await ListCallsAsync($"/{tenant}/{culture}/hjelp/for-deg/menn");
        var first = calls[0];

        if (tenant == "mosseregionen")
        {
            Assert.Equal(Helpline, first.Number);
            Assert.DoesNotContain(UnknownIn(culture), first.Text, StringComparison.Ordinal);
            Assert.Contains("tel:69250550", calls.Select(call => call.Number));
            Assert.Equal("tel:69250550", (await ListCallsAsync($"/{tenant}/{culture}/hjelp/hvor"))[0].Number);
        }
        else
        {
            Assert.Equal((await ListCallsAsync($"/{tenant}/{culture}/hjelp/hvor"))[0].Number, first.Number);
        }
    }

    /// <summary>What a prize notice of 2017 says of its hours is nothing to rely on in the night.</summary>
    [Theory]
    [InlineData("nb", "Ring og spør når de har åpent")]
    [InlineData("nn", "Ring og spør når dei har ope")]
    [InlineData("en", "Call and ask when they are open")]
    public async Task Hours_that_no_source_can_be_relied_on_for_are_said_to_be_asked_for_on_every_page(string culture, string said)
    {
        string[] pages = ["tilbud/senteret-i-moss", "tilbud", "tilbud?h=2", "hjelp/hvor"];
        foreach (var path in pages)
        {
            var page = await site.GetPageAsync($"/mosseregionen/{culture}/{path}");
            var opening = page.QuerySelectorAll("main a[href='tel:69250550']")
                .Select(number => number.Closest("li")!.QuerySelector(".opening")!.TextContent)
                .ToList();

            Assert.NotEmpty(opening);
            Assert.All(opening, text => Assert.Contains(said, text, StringComparison.Ordinal));
        }
    }

    /// <summary>What is there in this municipality alone, also where nobody knows a number of it.</summary>
    [Theory]
    [InlineData("mosseregionen", "hjelp/trygg/spor", "https://utenvold.no", "utenvold.no")]
    [InlineData("porsgrunn", "hjelp/for-deg/foreldre", "tilbud/foreldreveiledningsteamet", "Foreldreveiledningsteamet")]
    public async Task A_page_that_all_share_leads_to_what_names_it_in_this_municipality(
        string tenant,
        string path,
        string href,
        string name
    )
    {
        foreach (var culture in s_cultures)
        {
            var link = (await site.GetPageAsync($"/{tenant}/{culture}/{path}")).QuerySelector("section[aria-labelledby=her] a")!;
            var elsewhere = await site.GetPageAsync($"/tonsberg/{culture}/{path}");

            Assert.Equal(name, link.TextContent);
            Assert.EndsWith(href, link.GetAttribute("href")!.TrimEnd('/'), StringComparison.Ordinal);
            Assert.Null(elsewhere.QuerySelector("section[aria-labelledby=her]"));
        }
    }

    [Theory]
    [InlineData("tonsberg", "hjelp/eldre", "https://www.vernforeldre.no")]
    [InlineData("stavanger", "hjelp/endre-seg", "tel:51538150")]
    [InlineData("stavanger", "hjelp/endre-seg", "https://konfliktraadet.no")]
    public async Task Who_is_named_in_the_plan_is_there_to_be_reached(string tenant, string path, string href)
    {
        foreach (var culture in s_cultures)
        {
            var page = await site.GetPageAsync($"/{tenant}/{culture}/{path}");

            Assert.Contains(page.QuerySelectorAll("main a"), link => link.GetAttribute("href")!.TrimEnd('/') == href);
        }
    }

    /// <summary>What an app is told of a page is what its reader sees there, local services too, in the same order.</summary>
    [Theory]
    [InlineData("tonsberg", "en")]
    [InlineData("stavanger", "nn")]
    [InlineData("porsgrunn", "nb")]
    public async Task The_api_gives_the_services_that_each_page_shows(string tenant, string culture)
    {
        var query = $$"""{ helpPage(culture: "{{culture}}", first: 100) { path shownServices { path } } }""";
        var answer = await (await site.GetAsync($"/{tenant}/api/graphql?query={Uri.EscapeDataString(query)}")).Content.ReadAsStringAsync(
            TestContext.Current.CancellationToken
        );
        using var json = JsonDocument.Parse(answer);
        var told = json
            .RootElement.GetProperty("data")
            .GetProperty("helpPage")
            .EnumerateArray()
            .ToDictionary(
                page => page.GetProperty("path").GetString()!,
                page =>
                    page.GetProperty("shownServices")
                        .EnumerateArray()
                        .Select(service => $"/{tenant}/{service.GetProperty("path").GetString()}")
            );

        Assert.True(told.Count > 25);
        foreach (var (path, services) in told.Where(page => page.Key.Contains("/hjelp/", StringComparison.Ordinal)))
        {
            var shown = (await site.GetPageAsync($"/{tenant}/{path}")).QuerySelectorAll("main .call h3 a");
            Assert.Equal(
                shown.Select(link => link.GetAttribute("href")!.Split('/')[^1]),
                services.Select(service => service.Split('/')[^1])
            );
        }
    }

    [Fact]
    public async Task A_child_is_shown_the_shelter_too_and_who_is_worried_child_welfare()
    {
        Assert.Contains("tel:33359191", (await ListCallsAsync("/tonsberg/nb/hjelp/ung")).Select(call => call.Number));
        Assert.Contains("tel:90053304", (await ListCallsAsync("/porsgrunn/nb/hjelp/for-barn")).Select(call => call.Number));
    }

    /// <summary>Whoever is or meets a child is shown the municipality's child welfare wherever a source has its number.</summary>
    [Theory]
    [InlineData("tonsberg", "tel:33310203")]
    [InlineData("porsgrunn", "tel:90053304")]
    public async Task Child_welfare_stands_where_it_is_about_children_and_nowhere_else(string tenant, string number)
    {
        string[] about = ["ung", "ung/barn", "ung/ungdom", "ung/grenser", "ansatte", "ansatte/melding", "for-barn", "for-deg/foreldre"];
        string[] notAbout = ["eldre", "for-andre", "for-deg/menn", "endre-seg"];
        foreach (var culture in new[] { "nb", "nn", "en" })
        {
            foreach (var (path, isThere) in about.Select(path => (path, true)).Concat(notAbout.Select(path => (path, false))))
            {
                var numbers = (await ListCallsAsync($"/{tenant}/{culture}/hjelp/{path}")).Select(call => call.Number);
                Assert.True(numbers.Contains(number) == isThere, $"{culture}/hjelp/{path}: {string.Join(' ', numbers)}");
            }
        }
    }

    /// <summary>
    /// Before the police stands the line for children, and child welfare right after it, whether or not it is known to be open.
    /// </summary>
    [Fact]
    public async Task Whoever_is_worried_about_a_child_is_shown_child_welfare_right_after_the_line_for_children()
    {
        foreach (var culture in new[] { "nb", "nn", "en" })
        {
            var numbers = (await ListCallsAsync($"/tonsberg/{culture}/hjelp/for-barn")).Select(call => call.Number).Take(2);
            Assert.Equal(["tel:116111", "tel:33310203"], numbers);
        }
    }

    /// <summary>Tønsberg's police prints its emergency number first; a tired parent is not met by that.</summary>
    [Theory]
    [InlineData("nb")]
    [InlineData("nn")]
    [InlineData("en")]
    public async Task A_page_that_is_not_about_danger_does_not_begin_with_an_emergency_number(string culture) =>
        Assert.DoesNotContain(
            (await ListCallsAsync($"/tonsberg/{culture}/hjelp/for-deg/foreldre"))[0].Number,
            (string[])["tel:110", "tel:112", "tel:113"]
        );

    /// <summary>Where the municipality's number is not known, whoever is told of child welfare still has somebody to call.</summary>
    [Theory]
    [InlineData("stavanger")]
    [InlineData("tonsberg")]
    public async Task A_page_that_sends_to_child_welfare_has_a_number_for_it(string tenant)
    {
        var (sent, without) = (0, new List<string>());
        foreach (var culture in new[] { "nb", "nn", "en" })
        {
            string[] start = [$"/{tenant}/{culture}"];
            var pages = new List<string>(start);
            for (var next = 0; next < pages.Count; next++)
            {
                var page = await site.GetPageAsync(pages[next]);
                pages.AddRange(
                    page.QuerySelectorAll("a[href]")
                        .Select(link => link.GetAttribute("href")!.Split('#', '?')[0])
                        .Where(href => href.StartsWith($"{start[0]}/hjelp/", StringComparison.Ordinal))
                        .Distinct()
                        .Except(pages)
                        .ToList()
                );
                if (page.QuerySelectorAll("main .prose").Any(text => s_childWelfare.Any(text.TextContent.Contains)))
                {
                    sent++;
                    without.AddRange(
                        page.QuerySelector("main a[href='tel:116111'], main a[href='tel:33310203']") is null ? [pages[next]] : []
                    );
                }
            }
        }

        Assert.True(sent > 0);
        Assert.Empty(without);
    }

    /// <summary>A service for some kinds alone stands with those, national ones too.</summary>
    [Fact]
    public async Task A_kind_is_shown_who_helps_against_it()
    {
        var control = (await ListCallsAsync("/tonsberg/nb/hjelp/former/sosial-kontroll")).Select(call => call.Number).ToList();
        var physical = (await ListCallsAsync("/tonsberg/nb/hjelp/former/fysisk")).Select(call => call.Number).ToList();

        Assert.Contains("tel:81555201", control);
        Assert.DoesNotContain("tel:81555201", physical);
        Assert.DoesNotContain("tel:33377777", physical);
        Assert.Contains("tel:33377777", (await ListCallsAsync("/tonsberg/nb/hjelp/former/seksuell")).Select(call => call.Number));
        Assert.Contains(Helpline, physical);
    }

    [Theory]
    [InlineData("personvern")]
    [InlineData("tilgjengelighet")]
    [InlineData("skjul-besoket")]
    public async Task A_page_about_the_site_shows_nobody(string path) => Assert.Empty(await ListCallsAsync($"/tonsberg/nb/{path}"));

    /// <summary>What the reader needs before she reads on stands above the text.</summary>
    [Fact]
    public async Task The_first_to_call_stands_above_the_text_and_the_others_below_it()
    {
        var page = await site.GetPageAsync("/tonsberg/nb/hjelp/hvor");
        var order = page.QuerySelectorAll("main h1, main .call, main .prose").Select(element => element.ClassList[0]).ToList();

        Assert.Equal(["title", "call", "prose", "call"], order.Take(4));
        Assert.Equal("Ring hit først", page.QuerySelector("main h2")!.TextContent);
    }

    /// <summary>In danger it is the police that is rung; nobody stands before them.</summary>
    [Theory]
    [InlineData("tonsberg", "nb")]
    [InlineData("porsgrunn", "en")]
    [InlineData("stavanger", "nn")]
    public async Task Where_it_is_about_danger_112_is_the_first_number(string tenant, string culture)
    {
        var page = await site.GetPageAsync($"/{tenant}/{culture}/hjelp/na");

        Assert.Equal("tel:112", page.QuerySelector("main a[href^='tel:']")!.GetAttribute("href"));
        Assert.NotEmpty(page.QuerySelectorAll("main .call"));
    }

    [Fact]
    public async Task A_line_for_staff_alone_is_shown_to_nobody_else()
    {
        Assert.NotEmpty((await site.GetPageAsync("/tonsberg/nb/tilbud/risk")).QuerySelectorAll("main a[href='tel:40406225']"));
        foreach (var path in new[] { "nb", "nn", "en", "nb/utskrift/plakat" })
        {
            Assert.DoesNotContain("40406225", (await site.GetPageAsync($"/tonsberg/{path}")).Body!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Two_sentences_have_a_space_between_them() =>
        Assert.Contains(
            "det du har valgt. Vi kjenner",
            (await site.GetPageAsync("/stavanger/nb/tilbud?h=2")).QuerySelector("#treff [role=status]")!.TextContent,
            StringComparison.Ordinal
        );

    /// <summary>Only the name is left in another language than the page's, where the sort of service says what it is for.</summary>
    [Theory]
    [InlineData("nn", "Ein trygg stad å bu, og nokon å snakke med, når ein som står deg nær, skader eller trugar deg.")]
    [InlineData("en", "A safe place to stay, and someone to talk to, when someone close to you hurts or threatens you.")]
    public async Task What_a_number_is_for_is_said_in_the_language_of_the_page(string culture, string line)
    {
        foreach (var path in new[] { "", "/hjelp/hvor" })
        {
            var page = await site.GetPageAsync($"/tonsberg/{culture}{path}");
            var card = page.QuerySelector("main a[href='tel:33359191']")!.Closest("li")!;

            Assert.Contains(line, card.TextContent, StringComparison.Ordinal);
            var foreign = card.QuerySelectorAll("[lang=nb]").Where(element => element.Closest(".opening") is null);
            Assert.Equal("Krisesenteret i Vestfold", Assert.Single(foreign).TextContent.Trim());
        }
    }

    private async Task<IReadOnlyList<(string? Number, string Text)>> ListCallsAsync(string path) =>
        [
            .. (await site.GetPageAsync(path))
                .QuerySelectorAll("main .call")
                .Select(card => (card.QuerySelector("a[href^='tel:']")?.GetAttribute("href"), card.TextContent)),
        ];

    private static string UnknownIn(string culture) =>
        culture switch
        {
            "nb" => "Vi kjenner ikke nummeret til krisesenteret der du bor. VO-linjen hjelper deg videre.",
            "nn" => "Vi kjenner ikkje nummeret til krisesenteret der du bur. VO-linjen hjelper deg vidare.",
            _ => "We do not know the number of the crisis shelter where you live. VO-linjen can tell you where to turn for help.",
        };
}
