using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using VoldCms.ContentManagement.Settings;

namespace VoldCms.IntegrationTests.Services.Printing;

public sealed class PrintoutsTests(ServicesSite site) : IClassFixture<ServicesSite>
{
    [Fact]
    public async Task The_poster_has_the_numbers_that_stand_on_the_site()
    {
        var poster = await ParseAsync("/tonsberg/nb/utskrift/plakat");
        var numbers = poster.QuerySelectorAll(".poster__lines dd").Select(number => number.TextContent).ToList();

        Assert.Equal("112", numbers[0]);
        Assert.Contains("116 006", numbers);
        Assert.Equal(numbers.Distinct(), numbers);
        var front = await ParseAsync("/tonsberg/nb");
        Assert.All(numbers.Skip(1), number => Assert.Contains(number, front.Body!.TextContent, StringComparison.Ordinal));
        Assert.Contains("Skrevet ut 18.11.2026.", poster.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("kontrollert", poster.Body.TextContent, StringComparison.Ordinal);
        Assert.Null(poster.QuerySelector(".poster__second"));
    }

    /// <summary>A shelter is staffed day and night; the strip has the number of which that is known of the telephone itself.</summary>
    [Theory]
    [InlineData("plakat", ".poster__lines div")]
    [InlineData("kort", ".pocket-card div")]
    public async Task On_paper_the_shelter_is_said_to_be_there_day_and_night(string sheet, string line)
    {
        var shelter = (await ParseAsync($"/tonsberg/nb/utskrift/{sheet}"))
            .QuerySelectorAll(line)
            .First(row => row.QuerySelector("dd")!.TextContent == "33 35 91 91");

        Assert.Equal("Hele døgnet", shelter.QuerySelector("small")?.TextContent);
    }

    [Fact]
    public async Task Each_strip_says_a_number_and_an_address_and_not_what_for()
    {
        var poster = await ParseAsync("/tonsberg/nb/utskrift/plakat");
        var address = new Uri(site.Client.BaseAddress!, "/tonsberg").ToString()["http://".Length..];

        Assert.Equal(
            Enumerable.Repeat($"116 006 {address}", 8),
            poster.QuerySelectorAll(".poster__strips li").Select(strip => strip.TextContent)
        );
        Assert.Equal(address, poster.QuerySelector(".poster .qr")!.GetAttribute("aria-label"));
    }

    [Fact]
    public async Task In_another_language_the_norwegian_words_stand_beside() =>
        Assert.Equal(
            "Noen kan hjelpe deg",
            (await ParseAsync("/tonsberg/en/utskrift/plakat")).QuerySelector(".poster__second[lang=nb]")!.TextContent
        );

    [Fact]
    public async Task The_outside_of_a_card_is_neutral()
    {
        var sheets = (await ParseAsync("/stavanger/nb/utskrift/kort")).QuerySelectorAll(".sheet");

        Assert.Equal([10, 10], sheets.Select(sheet => sheet.QuerySelectorAll(".pocket-card").Length));
        Assert.DoesNotContain("VO-linjen", sheets[0].TextContent, StringComparison.Ordinal);
        Assert.All(sheets[0].QuerySelectorAll(".pocket-card"), card => Assert.NotNull(card.QuerySelector(".qr path[d^='M4 4h7']")));
        Assert.Contains("116 006", sheets[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_sheets_are_printed_and_nothing_has_a_style_of_its_own()
    {
        foreach (var path in new[] { "/stavanger/nb/utskrift/plakat", "/stavanger/nn/utskrift/kort" })
        {
            var page = await ParseAsync(path);
            Assert.Equal("prints-sheets", page.Body!.ClassName);
            Assert.Empty(page.QuerySelectorAll("[style], style"));
        }

        Assert.Null((await ParseAsync("/stavanger/nb/utskrift")).Body!.GetAttribute("class"));
    }

    [Fact]
    public void The_public_address_comes_from_the_settings() =>
        Assert.Equal("https://hjelp.eksempel.no", new SiteSettings(new() { ["BaseUrl"] = "https://hjelp.eksempel.no" }).BaseUrl);

    private async Task<IDocument> ParseAsync(string path) =>
        await new HtmlParser().ParseDocumentAsync(await site.GetPageAsync(path), TestContext.Current.CancellationToken);
}
