using VoldCms.IntegrationTests.Events;

namespace VoldCms.IntegrationTests.Services.Pathways;

/// <summary>The chain of services that Mosseregionen's plan asks for.</summary>
[Collection(EventMunicipalities.Name)]
public sealed class PathwaysTests(EventsSite site)
{
    private const string Page = "tilbud/kjeder/helhetlig";

    [Fact]
    public async Task The_links_of_the_chain_stand_in_order_and_lead_to_the_services_that_are_described()
    {
        var page = await site.ParseAsync($"/mosseregionen/nb/{Page}");
        var steps = page.QuerySelectorAll("main .steps > li").ToList();

        Assert.Equal(
            ["Politi", "krisesenter", "konfliktråd", "familievernkontor", "barnevern", "helsesøster", "andre"],
            steps.Select(step => step.QuerySelector("strong")!.TextContent)
        );
        Assert.Equal("Krisesenteret i Moss", steps[1].QuerySelector("a")!.TextContent);
        Assert.Equal("Konfliktrådet", steps[2].QuerySelector("a")!.TextContent);
        Assert.Contains("aktivt benytte konfliktrådets tilbud", steps[2].TextContent, StringComparison.Ordinal);
        Assert.All(steps, step => Assert.NotNull(step.QuerySelector("a[href^='/mosseregionen/nb/tiltak/handlingsplan/']")));
        foreach (var link in page.QuerySelectorAll("main article a"))
        {
            await site.GetPageAsync(link.GetAttribute("href")!);
        }

        Assert.StartsWith("Tilbud –", page.Title, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nb")]
    [InlineData("en")]
    public async Task It_is_found_from_staffs_help_from_the_plan_and_in_the_index(string culture)
    {
        var from = new[] { "hjelp/ansatte", "planer/handlingsplan/bakgrunn", "a-aa" };
        foreach (var path in from)
        {
            var page = await site.ParseAsync($"/mosseregionen/{culture}/{path}");
            Assert.NotNull(page.QuerySelector($"main a[href='/mosseregionen/{culture}/{Page}']"));
        }

        Assert.Null((await site.ParseAsync($"/mosseregionen/{culture}/hjelp/na")).QuerySelector($"a[href$='{Page}']"));
    }

    [Fact]
    public async Task In_another_language_it_says_which_language_it_is_in_and_leads_to_the_services_in_the_readers()
    {
        var page = await site.ParseAsync($"/mosseregionen/en/{Page}");

        Assert.Contains("Bokmål", page.QuerySelector("main .notice")!.TextContent, StringComparison.Ordinal);
        var shelter = page.QuerySelectorAll("main .steps > li")[1].QuerySelector("a")!;
        Assert.StartsWith("/mosseregionen/en/tilbud/", shelter.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal("en", shelter.GetAttribute("lang"));
    }
}
