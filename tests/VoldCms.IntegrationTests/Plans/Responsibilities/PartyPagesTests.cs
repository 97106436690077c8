using AngleSharp.Dom;
using VoldCms.IntegrationTests.Web;

namespace VoldCms.IntegrationTests.Plans.Responsibilities;

/// <summary>Those responsible have pages: whom to ask, and all that is theirs over all plans of the municipality.</summary>
[Collection(SharedPlansSite.Name)]
public sealed class PartyPagesTests(PlansSite site)
{
    private const string List = "/planer/ansvarlige";

    [Theory]
    [InlineData("stavanger", 2)]
    [InlineData("porsgrunn", 49)]
    [InlineData("tonsberg", 5)]
    [InlineData("mosseregionen", 31)]
    public async Task The_list_has_everybody_and_each_has_a_page(string tenant, int count)
    {
        var links = PartiesOf(await site.GetPageAsync($"/{tenant}/nb{List}"));

        Assert.Equal(count, links.Count);
        foreach (var link in links)
        {
            var page = await site.GetPageAsync(link.GetAttribute("href")!);
            Assert.Equal(link.Words(), page.QuerySelector("h1")!.Words());
        }
    }

    /// <summary>The page has the measures that the plan's own filter leaves, and says how many.</summary>
    [Theory]
    [InlineData("/stavanger/nb/planer/ansvarlige/direktor-helse-og-velferd", "/stavanger/nb/planer/trygg")]
    [InlineData("/porsgrunn/nb/planer/ansvarlige/plangruppa", "/porsgrunn/nb/planer/tiltaksplan")]
    [InlineData("/tonsberg/nb/planer/ansvarlige/oppvekst-og-laering", "/tonsberg/nb/planer/temaplan")]
    [InlineData("/mosseregionen/nb/planer/ansvarlige/krisesenter", "/mosseregionen/nb/planer/handlingsplan")]
    public async Task A_page_has_the_measures_that_name_the_party(string path, string plan)
    {
        var page = await site.GetPageAsync(path);
        var table = page.QuerySelector(".filter-result a")!.GetAttribute("href")!;
        var filtered = (await site.GetPageAsync(table)).QuerySelectorAll(
            "main .measures tbody > tr[id] > th[scope=row] .measures__words a"
        );
        var shown = page.QuerySelectorAll(".measure-list .measures__words a").Select(link => link.GetAttribute("href")).ToList();

        Assert.StartsWith(plan, table, StringComparison.Ordinal);
        Assert.Equal(filtered.Select(link => link.GetAttribute("href")), shown);
        Assert.Equal($"{shown.Count} tiltak", page.QuerySelector(".filter-result span")!.Words());
    }

    [Fact]
    public async Task A_party_with_two_names_has_all_that_both_plans_give_it()
    {
        var one = await site.GetPageAsync("/porsgrunn/nb/planer/ansvarlige/bvt");
        var other = await site.GetPageAsync("/porsgrunn/nb/planer/ansvarlige/barnevernstjenesten");

        foreach (var page in new[] { one, other })
        {
            Assert.Equal(
                ["/porsgrunn/nb/planer/forebyggende", "/porsgrunn/nb/planer/tiltaksplan"],
                page.QuerySelectorAll("h2 > a").Select(link => link.GetAttribute("href")).Order(StringComparer.Ordinal)
            );
            Assert.Contains(page.QuerySelectorAll(".measure-list a"), link => link.Words() == "BVT reviderer anmodningsbrev");
        }

        Assert.Contains("Barnevernstjenesten", one.QuerySelector("dl")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_of_a_measure_that_names_the_party_is_told_beside_the_measure()
    {
        var page = await site.GetPageAsync("/porsgrunn/nb/planer/ansvarlige/statped");

        Assert.Contains(
            page.QuerySelectorAll(".measure-list .small"),
            part => part.Words().StartsWith("Refleksjonsmodell for inkluderende praksis", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Whoever_owns_a_plan_is_told_so_and_who_is_in_the_directory_leads_to_it()
    {
        var owner = await site.GetPageAsync("/tonsberg/nb/planer/ansvarlige/oppvekst-og-laering");
        var shelter = await site.GetPageAsync("/mosseregionen/nb/planer/ansvarlige/krisesenter");

        Assert.Contains("Har ansvar for selve planen", owner.QuerySelector("main")!.Words(), StringComparison.Ordinal);
        Assert.StartsWith(
            "/mosseregionen/nb/tilbud/",
            shelter.QuerySelectorAll("dl a").Single(link => link.Words() == "Krisesenteret i Moss").GetAttribute("href"),
            StringComparison.Ordinal
        );
    }

    /// <summary>Wherever a party is shown, it is a link to its page.</summary>
    [Theory]
    [InlineData("/stavanger/nb/planer/trygg", "td[data-label=Ansvar] a")]
    [InlineData("/porsgrunn/nb/planer/tiltaksplan", "td[data-label=Ansvar] a")]
    [InlineData("/porsgrunn/nb/planer/forebyggende", "td[data-label=Ansvar] a")]
    [InlineData("/tonsberg/nb/planer/temaplan", "td[data-label=Ansvar] a")]
    [InlineData("/mosseregionen/nb/planer/handlingsplan", "td[data-label=Ansvar] a")]
    [InlineData("/mosseregionen/nb/planer/handlingsplan/status-2018-06-15", ".measure-list .measures__remark a")]
    [InlineData("/mosseregionen/nb/tiltak/handlingsplan/3", "dl.facts a")]
    public async Task Where_a_party_is_shown_it_leads_to_its_page(string path, string links)
    {
        var tenant = path.Split('/')[1];
        var known = PartiesOf(await site.GetPageAsync($"/{tenant}/nb{List}")).Select(link => link.GetAttribute("href")!).ToHashSet();

        var shown = (await site.GetPageAsync(path))
            .QuerySelectorAll(links)
            .Select(link => link.GetAttribute("href")!)
            .Where(href => href.Contains(List, StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(shown);
        Assert.All(shown, href => Assert.Contains(href, known));
    }

    [Fact]
    public async Task Measures_that_name_nobody_are_listed()
    {
        var nobody = (await site.GetPageAsync($"/mosseregionen/nb{List}")).QuerySelector("#uten")!.ParentElement!;

        Assert.Contains(
            nobody.QuerySelectorAll(".measure-list a"),
            link => link.Words().StartsWith("Brukermedvirkning på individnivå", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(
            nobody.QuerySelectorAll(".measure-list a"),
            link => link.Words().StartsWith("Skriftliggjøre samarbeidsrutiner", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task In_another_language_the_plans_words_say_their_own()
    {
        var page = await site.GetPageAsync("/tonsberg/en/planer/ansvarlige/mestring-og-helse");

        Assert.Equal("nb", page.QuerySelector("h1")!.GetAttribute("lang"));
        Assert.All(page.QuerySelectorAll(".measure-list"), list => Assert.Equal("nb", list.GetAttribute("lang")));
        Assert.Equal("Division of the municipality", page.QuerySelector(".overline")!.Words());
    }

    private static List<IElement> PartiesOf(IDocument list) =>
        [.. list.QuerySelectorAll("main section:not([aria-labelledby=uten]) .measure-list a")];
}
