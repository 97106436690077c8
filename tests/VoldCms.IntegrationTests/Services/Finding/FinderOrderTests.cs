using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace VoldCms.IntegrationTests.Services.Finding;

/// <summary>Who stands first among the answers.</summary>
[Collection(FinderMunicipalities.Name)]
public sealed class FinderOrderTests(FinderSite site) : FinderTest(site)
{
    /// <summary>A child, and whoever asks for one, finds the line for children before all but the emergency numbers, at any time.</summary>
    [Theory]
    [MemberData(nameof(Sites))]
    public async Task For_a_child_the_line_for_children_comes_first_or_after_child_welfare_that_is_open(string municipality, string culture)
    {
        foreach (var now in new[] { StandingClock.Night, StandingClock.WednesdayMorning })
        {
            Site.Clock.Now = now;
            foreach (var who in new[] { "h=3", "h=3&g=3", "h=2&g=3", "h=7&g=3", "h=9&g=3", "g=3" })
            {
                foreach (var what in new[] { "", "&t=1", "&t=5", "&t=6", "&t=9" })
                {
                    var numbers = NumbersOf(await ParseAsync(municipality, culture, $"?{who}{what}"))
                        .Except(["tel:110", "tel:112", "tel:113"])
                        .ToList();
                    var place = numbers.IndexOf("tel:116111");
                    Assert.True(
                        place == 0 || (place == 1 && numbers[0] == "tel:90053304"),
                        $"{municipality}/{culture} {who}{what}: {string.Join(' ', numbers)}"
                    );
                }
            }
        }
    }

    /// <summary>
    /// What is chosen beside whom it is about, and what, moves neither the line for children nor child welfare: they stand before all but
    /// the emergency numbers.
    /// </summary>
    [Theory]
    [MemberData(nameof(Municipalities))]
    public async Task No_further_choice_moves_whom_a_child_rings_first(string municipality)
    {
        string[] first = ChildWelfare.TryGetValue(municipality, out var welfare) ? [ForChildren, welfare] : [ForChildren];
        var channels = CodesOf(await ParseAsync(municipality, "nb", ""), "k");
        foreach (
            var (now, who, what, further) in from now in DayAndNight
            from who in (string[])["h=3", "h=3&g=3", "h=2&g=3", "h=7&g=3", "h=9&g=3", "g=3"]
            from what in (string[])["", "&t=1", "&t=9"]
            from k in channels
            from further in (string[])["", "&a=1", "&i=1&d=1"]
            select (now, who, what, $"&k={k}{further}")
        )
        {
            Site.Clock.Now = now;
            var cards = CardsWithoutEmergency(await ParseAsync(municipality, "nb", $"?{who}{what}{further}"));
            Assert.True(
                cards.Count >= first.Length && first.All(number => cards.Take(first.Length).Any(card => Has(card, number))),
                $"{municipality} {now} {who}{what}{further}: {TextOf(cards)}"
            );
        }
    }

    /// <summary>
    /// Right after the line for children stands the municipality's child welfare, also while nobody knows whether it is open.
    /// </summary>
    [Theory]
    [InlineData("tonsberg", "tel:33310203")]
    [InlineData("porsgrunn", "tel:90053304")]
    public async Task For_a_child_child_welfare_stands_right_after_the_line_for_children(string municipality, string number)
    {
        foreach (var now in new[] { StandingClock.Night, StandingClock.WednesdayMorning, StandingClock.Sunday })
        {
            Site.Clock.Now = now;
            foreach (var query in new[] { "?h=3", "?h=3&g=3", "?h=2&g=3", "?h=3&i=1" })
            {
                var page = await ParseAsync(municipality, "nb", query);
                var cards = page.QuerySelectorAll("#treff .card").Where(card => card.QuerySelector("a[href='tel:112']") is null).ToList();

                Assert.NotNull(cards[0].QuerySelector("a[href='tel:116111']"));
                Assert.NotNull(cards[1].QuerySelector($"a[href='{number}']"));
            }
        }
    }

    /// <summary>Lines against forced marriage and the like are no answer to what happens to an old person online.</summary>
    [Theory]
    [MemberData(nameof(Municipalities))]
    public async Task An_old_person_online_is_shown_no_line_that_the_young_ring(string municipality)
    {
        foreach (var query in new[] { "?t=6&g=5", "?h=2&t=6&g=5", "?h=7&t=6&g=5", "?h=2&t=6&g=5&a=1" })
        {
            var numbers = NumbersOf(await ParseAsync(municipality, "nb", query));
            Assert.Contains(ForAdultsWhoAreHurt, numbers);
            Assert.Empty(numbers.Intersect(["tel:81555201", "tel:47809050", "tel:22034830", "tel:80033321", "tel:116111"]));
        }
    }

    /// <summary>
    /// Nobody is asked what kind of violence it is: among those that are equally near, who is for all kinds is told of before who is for
    /// one. The municipality's own never falls below a national one because of that.
    /// </summary>
    [Theory]
    [InlineData("tonsberg", "?h=2", ForAdultsWhoAreHurt, "tel:81555201")]
    [InlineData("stavanger", "?h=2", ForAdultsWhoAreHurt, "tel:81555201")]
    [InlineData("tonsberg", "?h=2", "tel:33377777", ForAdultsWhoAreHurt)]
    [InlineData("tonsberg", "?h=2&g=4", "tel:33377777", ForAdultsWhoAreHurt)]
    [InlineData("tonsberg", "?h=2&t=6&g=5", "tel:33377777", ForAdultsWhoAreHurt)]
    public async Task Own_services_come_first_and_then_who_is_for_all_kinds_of_violence(
        string municipality,
        string query,
        string earlier,
        string later
    )
    {
        foreach (var now in new[] { StandingClock.Night, StandingClock.WednesdayMorning })
        {
            Site.Clock.Now = now;
            var page = await ParseAsync(municipality, "nb", query);
            if (page.QuerySelector($"#treff a[href='{earlier}']")?.Closest("section") is { } section)
            {
                var numbers = section.QuerySelectorAll("a[href^='tel:']").Select(link => link.GetAttribute("href")!).ToList();
                var place = numbers.IndexOf(later);
                Assert.True(place < 0 || numbers.IndexOf(earlier) < place, string.Join(' ', numbers));
            }
        }
    }
}
