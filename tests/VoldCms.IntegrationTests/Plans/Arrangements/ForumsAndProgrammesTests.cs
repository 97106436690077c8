using AngleSharp.Dom;
using VoldCms.IntegrationTests.Web;

namespace VoldCms.IntegrationTests.Plans.Arrangements;

/// <summary>Meetings, networks, councils, programmes, figures to reach and milestones stand where the plan has them.</summary>
[Collection(SharedPlansSite.Name)]
public sealed class ForumsAndProgrammesTests(PlansSite site)
{
    [Theory]
    [InlineData("/stavanger/nb/planer/trygg", "forum", "nettverket mot tvangsekteskap", "Nettverk")]
    [InlineData(
        "/stavanger/nb/planer/trygg",
        "forum",
        "avklaringsmøter mellom Hjemmebaserte tjenester, Helse- og sosialkontorene og Krisesenteret",
        "Hjemmebaserte tjenester, Helse- og sosialkontorene, Krisesenteret"
    )]
    [InlineData(
        "/stavanger/nb/planer/trygg",
        "forum",
        "faste halvårlige møter mellom de fire NAV- kontorene og Krisesenteret",
        "halvårlige"
    )]
    [InlineData("/mosseregionen/nb/planer/handlingsplan", "forum", "kommunalt foreldreutvalg", "Medvirkning")]
    [InlineData("/porsgrunn/nb/planer/tiltaksplan", "forum", "kontaktperson i NAV", "Kontaktrolle")]
    [InlineData("/porsgrunn/nb/planer/forebyggende", "forum", "Nettverksråd for barn og unge (NEBA)", "Medvirkning")]
    [InlineData("/tonsberg/nb/planer/temaplan", "forum", "TryggEst-team", "Hjemmesykepleien Øst")]
    [InlineData("/porsgrunn/nb/planer/tiltaksplan", "programme", "Kjærlighet og grenser", "7.trinn/8.trinn")]
    [InlineData("/stavanger/nb/planer/trygg", "programme", "Kjærestekurs", "voldsutsatte ungdommer")]
    [InlineData("/tonsberg/nb/planer/temaplan", "programme", "MST CAN", "6–18 år")]
    public async Task A_plan_lists_them(string plan, string part, string title, string says)
    {
        var entries = (await site.GetPageAsync(plan)).QuerySelector($"#{part}")!.ParentElement!.QuerySelectorAll(".measure-list > li");

        var entry = Assert.Single(
            entries,
            entry => string.Equals(entry.QuerySelector("strong")!.Words(), title, StringComparison.OrdinalIgnoreCase)
        );
        Assert.Contains(says, entry.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/stavanger/nb/planer/trygg", "4 kurs i året", "/stavanger/nb/tiltak/trygg/6-2")]
    [InlineData("/stavanger/nb/planer/trygg", "5 utvalgte ungdomskoler", "/stavanger/nb/tiltak/trygg/1-7")]
    [InlineData("/porsgrunn/nb/planer/forebyggende", "2 foreldrekurs pr. år", "/porsgrunn/nb/tiltak/forebyggende/b-12")]
    [InlineData("/porsgrunn/nb/planer/forebyggende", "minst 90 %", null)]
    public async Task A_plan_lists_its_figures_to_reach(string plan, string figure, string? href)
    {
        var targets = (await site.GetPageAsync(plan)).QuerySelector("#maltall")!.ParentElement!.QuerySelectorAll("li");

        var target = Assert.Single(targets, target => target.QuerySelector("strong")!.Words() == figure);
        Assert.Equal(href, target.QuerySelector("a")?.GetAttribute("href"));
    }

    [Theory]
    [InlineData("/porsgrunn/nb/tiltak/tiltaksplan/1-3-8", "Innen første arbeidsår for nyansatte")]
    [InlineData("/porsgrunn/nb/tiltak/tiltaksplan/1-3-6", "På alle virksomhetene")]
    [InlineData("/mosseregionen/nb/tiltak/handlingsplan/38", "Fase 3: Nytt krisesenterbygg.")]
    [InlineData("/mosseregionen/nb/tiltak/handlingsplan/24", "Søknad til BUFdir om utvidet oppfølging etter utflytting ble avslått.")]
    [InlineData("/porsgrunn/nb/tiltak/forebyggende/b-10", "økonomisk støtte fra Bufdir ut 2024")]
    public async Task A_measure_tells_its_steps_its_reach_and_its_money(string path, string words) =>
        Assert.Contains((await site.GetPageAsync(path)).QuerySelectorAll("dl.facts dd, dl.facts dd li"), cell => cell.Words() == words);

    [Theory]
    [InlineData("/tonsberg/nb/planer/temaplan/bakgrunn", 12, "Hafstad & Augusti, 2019")]
    [InlineData("/porsgrunn/nb/planer/forebyggende/bakgrunn", 7, "Befring & Tangen, 2012")]
    public async Task A_plan_lists_the_sources_that_its_text_names(string path, int count, string source)
    {
        var sources = (await site.GetPageAsync(path)).QuerySelectorAll("section[aria-labelledby=henvisninger] li");

        Assert.Equal(count, sources.Length);
        Assert.Contains(sources, cited => cited.Words().Contains(source, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_meeting_that_comes_again_stands_in_the_wheel_and_its_measure_does_not()
    {
        var entries = (await site.GetPageAsync("/stavanger/nb/planer/arshjul")).QuerySelectorAll(".measure-list > li");

        var meeting = Assert.Single(entries, entry => entry.QuerySelectorAll("a").Any(link => IsOf(link, "2-3")));
        Assert.StartsWith("Faste halvårlige møter mellom de fire NAV- kontorene", meeting.Words(), StringComparison.Ordinal);
    }

    private static bool IsOf(IElement link, string measure) =>
        link.GetAttribute("href")!.EndsWith($"/trygg/{measure}", StringComparison.Ordinal);
}
