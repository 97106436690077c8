using VoldCms.IntegrationTests.Events;
using VoldCms.IntegrationTests.Web;

namespace VoldCms.IntegrationTests.Services.Printing;

/// <summary>Leaflets, posters and letters that a plan names, on the page of what can be printed.</summary>
[Collection(EventMunicipalities.Name)]
public sealed class PrintMaterialsTests(EventsSite site)
{
    [Fact]
    public async Task What_a_plan_says_is_made_stands_below_what_can_be_printed_in_its_own_words()
    {
        var page = await site.ParseAsync("/mosseregionen/en/utskrift");
        var material = page.QuerySelector("section[aria-labelledby=materiell]")!;

        Assert.Equal(
            ["Brosjyre", "Plakater", "Rollup", "Tiltakskort", "Materiell til undervisningssykepleier"],
            material.QuerySelectorAll("h3[lang=nb]").Select(title => title.TextContent)
        );
        Assert.Contains("laget og distribuert", material.QuerySelector("li")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Leaflet", material.QuerySelector("li")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/mosseregionen/en/tiltak/handlingsplan/9", material.QuerySelector("li a")!.GetAttribute("href"));
        Assert.NotNull(material.QuerySelector(".notice"));
        Assert.Equal(2, page.QuerySelectorAll(".doors a").Length);
    }

    [Theory]
    [InlineData("nb", "Godkjent av: politirådet i Moss, 13.09.2017")]
    [InlineData("nn", "Godkjend av: politirådet i Moss, 13.09.2017")]
    [InlineData("en", "Approved by: politirådet i Moss, 13.09.2017")]
    public async Task What_has_been_approved_says_by_whom_and_when(string culture, string said)
    {
        var page = await site.ParseAsync($"/mosseregionen/{culture}/utskrift");
        var approved = page.QuerySelectorAll("section[aria-labelledby=materiell] li")
            .Where(material => material.Says(said))
            .Select(material => material.QuerySelector("h3")!.TextContent);

        Assert.Equal(["Tiltakskort"], approved);
    }

    [Theory]
    [InlineData("stavanger")]
    [InlineData("nykommune")]
    public async Task Where_no_plan_names_any_nothing_is_said(string municipality)
    {
        var page = await site.ParseAsync($"/{municipality}/nb/utskrift");

        Assert.Null(page.QuerySelector("section[aria-labelledby=materiell]"));
        Assert.Equal(2, page.QuerySelectorAll(".doors a").Length);
    }
}
