using AngleSharp.Dom;

namespace VoldCms.IntegrationTests.Services.Finding;

/// <summary>What services say of themselves can be chosen: without a referral, free, anonymous, for a place, with an interpreter.</summary>
[Collection(FinderMunicipalities.Name)]
public sealed class FinderAttributesTests(FinderSite site) : FinderTest(site)
{
    /// <summary>Only those that have said it are counted and shown, and each says why it is there.</summary>
    [Theory]
    [InlineData("?u=1", "nb", "Bare uten henvisning", "Du trenger ikke henvisning", "SMISO Vestfold")]
    [InlineData("?u=1", "nn", "Berre utan tilvising", "Du treng ikkje tilvising", "SMISO Vestfold")]
    [InlineData("?u=1", "en", "Only without a referral", "You do not need a referral", "SMISO Vestfold")]
    [InlineData("?p=1", "nb", "Bare det som er gratis", "Gratis", "Familievernkontoret")]
    [InlineData("?n=1", "nb", "Bare der du kan være anonym", "Du kan være anonym", "VO-linjen")]
    public async Task An_attribute_leaves_those_that_have_said_it(string query, string culture, string label, string why, string one)
    {
        var page = await ParseAsync("tonsberg", culture, query);
        var cards = page.QuerySelectorAll("#treff .card");

        Assert.Contains(page.QuerySelectorAll(".finder__check label"), choice => choice.TextContent == label);
        Assert.Contains(cards, card => card.QuerySelector("h3")!.TextContent.Trim() == one);
        Assert.All(cards, card => Assert.Contains(card.QuerySelectorAll(".why li"), reason => reason.TextContent == why));
        Assert.StartsWith($"{cards.Length} ", page.QuerySelector("#treff [role=status]")!.TextContent.Trim(), StringComparison.Ordinal);
    }

    /// <summary>Who is hurt still finds whoever answers day and night, and the shelter, whatever is chosen beside.</summary>
    [Fact]
    public async Task Nobody_who_is_hurt_loses_the_shelter_by_an_attribute()
    {
        foreach (var query in new[] { "?h=2&u=1", "?h=2&p=1", "?h=2&n=1", "?h=2&o=Horten" })
        {
            var page = await ParseAsync("tonsberg", "nb", query);

            Assert.NotNull(page.QuerySelector("#treff a[href='tel:33359191']"));
            Assert.NotNull(page.QuerySelector("#treff a[href='tel:116006']"));
        }
    }

    [Fact]
    public async Task A_place_leaves_what_covers_it_and_what_is_for_the_whole_country()
    {
        var page = await ParseAsync("tonsberg", "nb", "?o=Horten");
        var names = page.QuerySelectorAll("#treff .card h3").Select(name => name.TextContent.Trim()).ToList();

        Assert.Contains("Horten", page.QuerySelectorAll("select#o option").Select(place => place.TextContent));
        Assert.Contains("Familievernkontoret", names);
        Assert.Contains("VO-linjen", names);
        Assert.DoesNotContain("Statens Barnehus i Sandefjord", names);
        Assert.DoesNotContain("Nav Tønsberg", names);
        Assert.Null((await ParseAsync("stavanger", "nb", "")).QuerySelector("select#o"));
    }

    /// <summary>Those that are known to have an interpreter are counted; the others may be asked, and stand apart.</summary>
    [Theory]
    [InlineData("nb", "Spør om de har tolk")]
    [InlineData("nn", "Spør om dei har tolk")]
    [InlineData("en", "Ask whether they have an interpreter")]
    public async Task Who_may_lack_an_interpreter_stands_apart(string culture, string heading)
    {
        var page = await ParseAsync("tonsberg", culture, "?i=1");
        var groups = page.QuerySelectorAll("#treff section").ToList();
        var apart = groups.Single(group => group.QuerySelector("h2")!.TextContent == heading);
        var known = groups.Where(group => group != apart && !IsEmergency(group)).SelectMany(CardsOf).ToList();

        Assert.All(known, card => Assert.NotNull(card.QuerySelector(".why")));
        Assert.Equal(
            ["tel:33359191", "tel:80040008"],
            known.Select(card => card.QuerySelector("a[href^='tel:']")!.GetAttribute("href")).Order()
        );
        Assert.NotEmpty(CardsOf(apart));
        Assert.StartsWith("2 ", page.QuerySelector("#treff [role=status]")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal(apart, groups[^1]);
    }

    private static bool IsEmergency(IElement group) => group.Id == "g0" || group.GetAttribute("aria-labelledby") == "g0";

    private static IEnumerable<IElement> CardsOf(IElement group) => group.QuerySelectorAll(".card");
}
