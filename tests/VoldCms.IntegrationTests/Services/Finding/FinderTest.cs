using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace VoldCms.IntegrationTests.Services.Finding;

/// <summary>What tests of the finder share: every municipality, asked on one running site.</summary>
public abstract class FinderTest
{
    protected const string ForAdultsWhoAreHurt = "tel:116006";
    protected const string ForChildren = "tel:116111";

    // Where a source has one.
    protected static readonly Dictionary<string, string> Shelters = new()
    {
        ["porsgrunn"] = "tel:35503800",
        ["tonsberg"] = "tel:33359191",
        ["mosseregionen"] = "tel:69250550",
    };

    protected static readonly Dictionary<string, string> ChildWelfare = new()
    {
        ["porsgrunn"] = "tel:90053304",
        ["tonsberg"] = "tel:33310203",
    };

    protected static readonly string[] Names = ["stavanger", "porsgrunn", "tonsberg", "mosseregionen", "nykommune"];

    protected static readonly DateTimeOffset[] DayAndNight = [StandingClock.WednesdayMorning, StandingClock.Night];

    protected FinderTest(FinderSite site)
    {
        Site = site;
        site.Clock.Now = StandingClock.Night;
    }

    protected FinderSite Site { get; }

    public static TheoryData<string, string> Sites =>
        new(from municipality in Names from culture in (string[])["nb", "nn", "en"] select (municipality, culture));

    public static TheoryData<string> Municipalities => [.. Names];

    // The emergency numbers are the first group.
    protected static IReadOnlyList<IElement> CardsWithoutEmergency(IDocument page) =>
        [.. page.QuerySelectorAll("#treff section:not([aria-labelledby=g0]) .card")];

    protected static bool Has(IElement element, string number) => element.QuerySelector($"a[href='{number}']") is not null;

    protected static string TextOf(IEnumerable<IElement> cards) =>
        string.Join(", ", cards.Select(card => card.QuerySelector("h3")!.TextContent));

    protected static IReadOnlyList<string> NumbersOf(IDocument page) =>
        [.. page.QuerySelectorAll("#treff .card a[href^='tel:']").Select(link => link.GetAttribute("href")!)];

    protected static IReadOnlyList<string> CodesOf(IDocument page, string question) =>
        [.. page.QuerySelectorAll($"#{question} option").Select(option => option.GetAttribute("value")!)];

    protected async Task<IDocument> ParseAsync(string municipality, string culture, string query) =>
        await new HtmlParser().ParseDocumentAsync(
            await Site.GetPageAsync($"/{municipality}/{culture}/tilbud{query}"),
            TestContext.Current.CancellationToken
        );
}

/// <summary>Tests that ask the finder share one site with every municipality of the recipes.</summary>
[CollectionDefinition(Name)]
public sealed class FinderMunicipalities : ICollectionFixture<FinderSite>
{
    public const string Name = "Every municipality's finder";
}
