using AngleSharp.Dom;
using VoldCms.IntegrationTests.Web;

namespace VoldCms.IntegrationTests.Plans.AnnualWheel;

/// <summary>What comes again stands in the wheel, where the plan says when, and leads to who does it.</summary>
[Collection(SharedPlansSite.Name)]
public sealed class AnnualWheelTests(PlansSite site)
{
    [Theory]
    [InlineData("stavanger", "uten", "faste halvårlige møter mellom de fire NAV- kontorene og Krisesenteret", "to ganger i året")]
    [InlineData("stavanger", "uten", "Avholde 4 kurs i året med tema æresrelatert vold og tvangsekteskap", "flere ganger i året")]
    [InlineData("stavanger", "uten", "Vold i nære relasjoner blir årlig tema på møtene i utvidet ressursteam i bydelene", "hvert år")]
    [InlineData("porsgrunn", "host", "Tema skal inn i årshjul til barnehagene", "Gjennomføres på høsthalvåret")]
    [InlineData("porsgrunn", "var", "Foreldrerollen som tema i fysisk foreldremøte.", "Hver vår")]
    [InlineData("porsgrunn", "uten", "Lokal prosedyre - TQM(gravide)", "annethvert år")]
    [InlineData("porsgrunn", "uten", "Foreldrekurs, DUÅ", "2 foreldrekurs pr. år")]
    [InlineData("porsgrunn", "uten", "Barnevernstjenesten har utarbeidet årshjul for besøk i barnehager og skoler.", null)]
    [InlineData("tonsberg", "uten", "Vold i nære relasjoner inngår i årshjulet til tjenesten.", null)]
    [InlineData("tonsberg", "uten", "relevante samarbeidsavtaler mellom tjenestene", "hvert år")]
    [InlineData("mosseregionen", "uten", "Temaet «Vold i nære relasjoner» legges inn i skolenes og barnehagers årshjul", "hvert år")]
    public async Task An_entry_stands_where_the_plan_says_and_says_when(string tenant, string place, string words, string? when)
    {
        var entries = EntriesIn(await site.GetPageAsync($"/{tenant}/nb/planer/arshjul"), place);

        var entry = Assert.Single(entries, entry => entry.FirstElementChild!.Words().StartsWith(words, StringComparison.OrdinalIgnoreCase));
        Assert.Contains(when ?? "", entry.Words(), StringComparison.Ordinal);
        Assert.Contains(
            entry.QuerySelectorAll("a"),
            link => link.GetAttribute("href")!.StartsWith($"/{tenant}/nb/planer/", StringComparison.Ordinal)
        );
    }

    /// <summary>Who has the measure has what it puts into the wheel.</summary>
    [Fact]
    public async Task An_entry_that_names_nobody_has_those_of_its_measure()
    {
        var entry = EntriesIn(await site.GetPageAsync("/tonsberg/nb/planer/arshjul"), "uten")
            .Single(entry => entry.FirstElementChild!.Words() == "Vold i nære relasjoner inngår i årshjulet til tjenesten.");

        Assert.Equal(
            ["Oppvekst og læring", "Mestring og helse", "Kultur og samfunnsutvikling", "Plan, eiendom og teknikk"],
            entry.QuerySelectorAll("a[href^='/tonsberg/nb/planer/ansvarlige/']").Select(party => party.TextContent)
        );
    }

    [Theory]
    [InlineData("porsgrunn")]
    [InlineData("mosseregionen")]
    public async Task A_measure_that_an_entry_picks_stands_once(string tenant)
    {
        var measures = (await site.GetPageAsync($"/{tenant}/nb/planer/arshjul"))
            .QuerySelectorAll(".measure-list > li")
            .Select(entry => entry.QuerySelectorAll("a").Select(link => link.GetAttribute("href")!).LastOrDefault(IsMeasure))
            .OfType<string>()
            .ToList();

        Assert.NotEmpty(measures);
        Assert.Contains(measures, href => href.EndsWith(tenant == "porsgrunn" ? "/1-2-8" : "/11", StringComparison.Ordinal));
        Assert.Single(measures, href => href.EndsWith(tenant == "porsgrunn" ? "/1-2-8" : "/11", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/tonsberg/nb/planer")]
    [InlineData("/tonsberg/nb/planer/temaplan")]
    [InlineData("/tonsberg/nb/hjelp/ansatte")]
    public async Task Plans_and_staff_are_led_to_it(string path) =>
        Assert.NotEmpty((await site.GetPageAsync(path)).QuerySelectorAll("main a[href='/tonsberg/nb/planer/arshjul']"));

    [Fact]
    public async Task In_another_language_the_plans_words_say_their_own()
    {
        var page = await site.GetPageAsync("/porsgrunn/en/planer/arshjul");

        Assert.Equal("In the spring", page.QuerySelector("#var")!.Words());
        Assert.All(page.QuerySelectorAll(".measure-list > li"), entry => Assert.Equal("nb", entry.GetAttribute("lang")));
    }

    private static bool IsMeasure(string href) => href.Contains("/tiltak/", StringComparison.Ordinal);

    private static IHtmlCollection<IElement> EntriesIn(IDocument page, string place) =>
        page.QuerySelector($"#{place}")!.ParentElement!.QuerySelectorAll(".measure-list > li");
}
