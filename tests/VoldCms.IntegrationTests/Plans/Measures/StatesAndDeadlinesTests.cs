using AngleSharp.Dom;
using VoldCms.IntegrationTests.Web;

namespace VoldCms.IntegrationTests.Plans.Measures;

/// <summary>What a plan's pages say of how far the work has come, and of what is late.</summary>
public sealed class StatesAndDeadlinesTests(PlansSite site) : IClassFixture<PlansSite>
{
    [Theory]
    [InlineData("nb", "Slik rapporten sier det (15.06.2018)", "Talt opp tiltak for tiltak")]
    [InlineData("nn", "Slik rapporten seier det (15.06.2018)", "Talt opp tiltak for tiltak")]
    [InlineData("en", "As the report has it (15.06.2018)", "Counted measure by measure")]
    public async Task A_plan_whose_report_prints_shares_shows_those_first_and_the_counted_ones_below(
        string culture,
        string printed,
        string counted
    )
    {
        var page = await site.GetPageAsync($"/mosseregionen/{culture}/planer/handlingsplan");
        var part = page.QuerySelector("section[aria-labelledby=framdrift]")!;

        Assert.Equal([printed, counted], part.QuerySelectorAll("h3").Select(heading => heading.Words()));
        Assert.Equal(
            ["Grønt = ferdig 45%", "Gult = pågår 38%", "Rødt = ikke utført 6%", "Hvitt = uavklart, info etterspørres 11%"],
            part.QuerySelectorAll(".shares--legend li > span:last-child").Select(share => share.TextContent)
        );
        Assert.Equal(["45", "38", "6", "11"], part.QuerySelectorAll(".progress")[0].Children.Select(share => share.GetAttribute("width")));
        Assert.Equal(
            ["10", "5", "12", "1", "3", "1", "5", "13"],
            part.QuerySelectorAll(".progress")[1].Children.Select(share => share.GetAttribute("width"))
        );
        Assert.Empty((await site.GetPageAsync($"/porsgrunn/{culture}/planer/forebyggende")).QuerySelectorAll(".shares--legend"));
    }

    [Theory]
    [InlineData("nb", "Slik rapporten sier det (15.06.2018)")]
    [InlineData("nn", "Slik rapporten seier det (15.06.2018)")]
    [InlineData("en", "As the report has it (15.06.2018)")]
    public async Task The_whole_plan_on_one_page_has_the_shares_that_its_report_prints(string culture, string printed)
    {
        var whole = await site.GetPageAsync($"/mosseregionen/{culture}/planer/handlingsplan/dokument");
        var part = whole.QuerySelector("section[aria-labelledby=framdrift]");

        Assert.NotNull(part);
        Assert.Equal(printed, part.QuerySelector("h2")!.Words());
        Assert.Equal(
            ["Grønt = ferdig 45%", "Gult = pågår 38%", "Rødt = ikke utført 6%", "Hvitt = uavklart, info etterspørres 11%"],
            part.QuerySelectorAll(".shares--legend li > span:last-child").Select(share => share.TextContent)
        );
        Assert.Empty((await site.GetPageAsync($"/porsgrunn/{culture}/planer/forebyggende/dokument")).QuerySelectorAll(".shares--legend"));
    }

    [Theory]
    [InlineData("nb", "Fristen var mars 2025", "Fristen er ute 6")]
    [InlineData("nn", "Fristen var mars 2025", "Fristen er ute 6")]
    [InlineData("en", "The deadline was March 2025", "Overdue 6")]
    public async Task A_deadline_that_has_passed_is_said_in_the_table_on_the_measures_page_and_in_the_filter(
        string culture,
        string said,
        string choice
    )
    {
        var plan = await site.GetPageAsync($"/tonsberg/{culture}/planer/temaplan");
        var marks = plan.QuerySelectorAll("tbody > tr[id] .mark").Where(mark => mark.Words() == said).ToList();
        var row = marks[0].Closest("tr")!;
        var measure = await site.GetPageAsync(row.QuerySelector("th a")!.GetAttribute("href")!);
        var whole = await site.GetPageAsync($"/tonsberg/{culture}/planer/temaplan/dokument");

        Assert.Equal(6, marks.Count);
        Assert.All(marks, mark => Assert.True(mark.Closest("td")!.Says("Iverksettes første kvartal 2025")));
        Assert.Contains(measure.QuerySelectorAll("main .mark"), mark => mark.Words() == said);
        Assert.Equal(6, whole.QuerySelectorAll("article.whole .mark").Count(mark => mark.Words() == said));
        Assert.Contains(plan.QuerySelectorAll(".filter a"), option => option.Words() == choice);
        Assert.Contains(
            (await site.GetPageAsync($"/porsgrunn/{culture}/planer/tiltaksplan")).QuerySelectorAll("tbody > tr[id] .mark"),
            mark => mark.Words().EndsWith(" 2023", StringComparison.Ordinal)
        );
    }

    /// <summary>What the printed status says of the end of a project or of support, and what nobody has decided since.</summary>
    [Theory]
    [InlineData("nb", "Prosjektet varte ut 2023", "Støtten varte ut 2024", "Prosjekt eller støtte er over 3")]
    [InlineData("nn", "Prosjektet varte ut 2023", "Støtta varte ut 2024", "Prosjekt eller støtte er over 3")]
    [InlineData("en", "The project lasted to the end of 2023", "The support lasted to the end of 2024", "Project or support is over 3")]
    public async Task What_a_measure_lives_on_and_is_over_is_said_in_the_table_on_its_page_and_in_the_filter(
        string culture,
        string project,
        string support,
        string choice
    )
    {
        var plan = await site.GetPageAsync($"/porsgrunn/{culture}/planer/forebyggende");
        var option = plan.QuerySelectorAll(".filter a").Single(option => option.Words() == choice);
        var left = await site.GetPageAsync(option.GetAttribute("href")!.Split('#')[0]);

        Assert.Equal(
            ["/b-10", "/e-5", "/h-5"],
            left.QuerySelectorAll("tbody > tr[id] th a")
                .Select(link => link.GetAttribute("href")!)
                .Select(href => href[href.LastIndexOf('/')..])
        );
        foreach (var (measure, said) in new[] { ("e-5", project), ("b-10", support) })
        {
            var page = await site.GetPageAsync($"/porsgrunn/{culture}/tiltak/forebyggende/{measure}");
            Assert.Contains(page.QuerySelectorAll("main .mark"), mark => mark.Words() == said);
            Assert.Contains(plan.QuerySelectorAll($"#m-{measure} .mark"), mark => mark.Words() == said);
        }

        var whole = await site.GetPageAsync($"/porsgrunn/{culture}/planer/forebyggende/dokument");
        Assert.Single(whole.QuerySelectorAll("article.whole .mark"), mark => mark.Words() == project);
    }

    [Theory]
    [InlineData("/stavanger/nb/planer", "trygg", "Planperioden er over (2020).")]
    [InlineData("/mosseregionen/nn/planer", "handlingsplan", "Planperioden er over (2015–2019).")]
    [InlineData("/mosseregionen/en/planer", "handlingsplan", "The plan’s period is over (2015–2019).")]
    [InlineData("/porsgrunn/nb/planer", "tiltaksplan", "Planperioden er over (2022–2025).")]
    [InlineData("/porsgrunn/nb/planer", "forebyggende", null)]
    [InlineData("/tonsberg/nb/planer", "temaplan", null)]
    public async Task A_plan_that_has_run_out_says_so_on_its_page_and_in_the_list(string list, string slug, string? said)
    {
        var notices = (await site.GetPageAsync($"{list}/{slug}")).QuerySelectorAll(".page-head .notice").Select(notice => notice.Words());
        var card = (await site.GetPageAsync(list)).QuerySelectorAll(".card").Single(card => card.InnerHtml.Contains($"/{slug}\""));

        Assert.Equal(said is not null, notices.Contains(said));
        Assert.Equal(said is not null, card.Words().EndsWith($" · {said?.Split(" (")[0]}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_next_days_of_a_plan_are_said()
    {
        var facts = (await site.GetPageAsync("/tonsberg/nb/planer/temaplan"))
            .QuerySelectorAll("section[aria-labelledby=om] .facts > div")
            .ToDictionary(fact => fact.QuerySelector("dt")!.TextContent, fact => fact.QuerySelector("dd")!.Words());

        Assert.Equal("Fristen var 2025", facts["Neste evaluering"]);
        Assert.Equal("2028", facts["Neste rullering"]);
    }

    /// <summary>The first column of Porsgrunn's table stands first, and the goal below it, in the document's order.</summary>
    [Fact]
    public async Task Where_the_document_begins_with_the_target_group_the_measures_stand_below_it()
    {
        var page = await site.GetPageAsync("/porsgrunn/nb/planer/tiltaksplan");
        var heads = page.QuerySelectorAll("main .measures__goal th").Select(head => head.Children.Select(line => line.Words()).ToList());
        var order = heads.Select(head => head[0]).Distinct().ToList();

        Assert.All(heads, head => Assert.StartsWith("Målgruppe: ", head[0], StringComparison.Ordinal));
        Assert.All(heads, head => Assert.StartsWith("Mål: ", head[1], StringComparison.Ordinal));
        Assert.Equal(["Målgruppe: Befolkningen i Porsgrunn kommune", "Målgruppe: Gravide/foreldre"], order.Take(2));
        Assert.DoesNotContain(page.QuerySelectorAll("th[scope=col]"), column => column.TextContent == "Målgruppe");
        Assert.Contains(page.QuerySelectorAll(".filter summary"), name => name.Words() == "Målgruppe: Alle");
    }

    [Theory]
    [InlineData("/tonsberg/nb/tiltak/temaplan/6-2-18", "Tiltak 6.2.18")]
    [InlineData("/porsgrunn/nb/tiltak/forebyggende/g-3", "Tiltak G.3")]
    [InlineData("/stavanger/nb/tiltak/trygg/1-8", "Tiltak 1.8")]
    [InlineData("/mosseregionen/nb/tiltak/handlingsplan/27", "Tiltak 27")]
    public async Task A_measure_has_one_number_and_ours_is_said_to_be_ours(string address, string name)
    {
        const string Ours = "Dokumentet har ikke nummer på tiltakene. Numrene her er våre.";
        var measure = await site.GetPageAsync(address);
        var plan = await site.GetPageAsync(measure.QuerySelectorAll(".breadcrumbs a, nav a").Last(IsPlan).GetAttribute("href")!);
        var isPrinted = name == "Tiltak 27";

        Assert.Equal(name, measure.QuerySelector("main .overline")!.TextContent);
        Assert.Equal(!isPrinted, measure.QuerySelectorAll("main .small").Any(line => line.TextContent == Ours));
        Assert.Equal(!isPrinted, plan.QuerySelectorAll("section[aria-labelledby=tiltak] > .small").Any(line => line.TextContent == Ours));
        Assert.Contains(
            plan.QuerySelectorAll("tbody > tr[id] th").Where(head => head.QuerySelector("a")!.GetAttribute("href") == address),
            head => $"Tiltak {head.QuerySelector(".measures__number")!.TextContent}" == name
        );

        static bool IsPlan(IElement link) => link.GetAttribute("href")!.Split('/') is [_, _, _, "planer", _];
    }

    [Theory]
    [InlineData("/mosseregionen/nb/tiltak/handlingsplan/6", "Hospitering.")]
    [InlineData("/tonsberg/nb/tiltak/temaplan/6-1-1", "f.eks. i form av:")]
    [InlineData("/tonsberg/nb/tiltak/temaplan/6-1-17", "som har oppdatert kunnskap.")]
    public async Task The_heading_of_a_measure_is_its_first_sentence(string address, string end) =>
        Assert.EndsWith(end, (await site.GetPageAsync(address)).QuerySelector("h1")!.Words(), StringComparison.Ordinal);

    [Fact]
    public async Task A_link_that_only_staff_can_follow_says_so()
    {
        const string Internal = "https://tqm.porsgrunn.kommune.no/";
        var plan = await site.GetPageAsync("/porsgrunn/nb/planer/tiltaksplan");
        var whole = await site.GetPageAsync("/porsgrunn/nb/planer/tiltaksplan/dokument");
        var measure = await site.GetPageAsync("/porsgrunn/nb/tiltak/tiltaksplan/1-2-5");

        foreach (var (page, links) in new[] { (plan, 2), (whole, 2), (measure, 1) })
        {
            var found = page.QuerySelectorAll("main a")
                .Where(link => link.TextContent.StartsWith(Internal, StringComparison.Ordinal))
                .ToList();
            Assert.Equal(links, found.Count);
            Assert.All(
                found,
                link => Assert.EndsWith("Bare for ansatte i kommunen", link.ParentElement!.Words(), StringComparison.Ordinal)
            );
        }
    }

    [Fact]
    public async Task A_decision_whose_points_have_no_words_has_no_number_of_a_case_for_a_point()
    {
        var decision = (await site.GetPageAsync("/porsgrunn/nb/planer/tiltaksplan")).QuerySelector(".decision")!;

        Assert.Empty(decision.QuerySelectorAll("li"));
        Assert.Equal("/porsgrunn/nb/tiltak/tiltaksplan/1-2-2", decision.QuerySelector("a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("/porsgrunn/nb/planer/forebyggende/bakgrunn", "ingen lenke i dokumentet", 2, 2)]
    [InlineData("/tonsberg/nb/planer/temaplan/bakgrunn", "ingen lenke i dokumentet", 0, 12)]
    public async Task Another_plan_is_linked_where_the_document_has_its_address_and_else_it_says_that_it_has_none(
        string path,
        string said,
        int linked,
        int unlinked
    )
    {
        var list = (await site.GetPageAsync(path)).QuerySelector("section[aria-labelledby=andre-planer]")!;

        Assert.Equal(linked, list.QuerySelectorAll("li a").Length);
        Assert.Equal(unlinked, list.QuerySelectorAll("li").Count(plan => plan.Words().EndsWith($"({said})", StringComparison.Ordinal)));
    }

    /// <summary>What stands in the chapters does not stand beside them once more.</summary>
    [Fact]
    public async Task The_background_of_a_plan_with_chapters_leads_to_them_and_repeats_no_passage()
    {
        var page = await site.GetPageAsync("/tonsberg/nb/planer/temaplan/bakgrunn");

        Assert.Equal(
            "/tonsberg/nb/planer/temaplan/dokument",
            page.QuerySelector(".page-head p > a[href$='/dokument']")!.GetAttribute("href")
        );
        Assert.DoesNotContain(page.QuerySelectorAll("main h2"), heading => heading.Id is null);
        Assert.NotEmpty(page.QuerySelectorAll("#tall"));
    }
}
