using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace VoldCms.IntegrationTests.Services.Finding;

/// <summary>Whatever is answered to the finder's questions, wherever and in whichever language, there is help.</summary>
[Collection(FinderMunicipalities.Name)]
public sealed class FinderTests(FinderSite site) : FinderTest(site)
{
    private static readonly string[] s_hurt = ["2", "7"];

    // They are for the whole country, answer day and night, and are there to be talked to.
    private static readonly string[] s_lines = [ForAdultsWhoAreHurt, ForChildren, "tel:116123", "tel:22400040"];

    // The centre against sexual abuse in Vestfold is open day and night.
    private static readonly string[] s_answersToDanger = [.. s_lines, "tel:33377777", .. Shelters.Values, .. ChildWelfare.Values];

    [Theory]
    [MemberData(nameof(Sites))]
    public async Task No_pair_of_answers_leads_to_nothing_and_who_is_hurt_finds_who_helps(string municipality, string culture)
    {
        var first = await ParseAsync(municipality, culture, "");
        var (who, what) = (CodesOf(first, "h"), CodesOf(first, "t"));
        Assert.Equal(6, who.Count);
        Assert.Equal(5, what.Count);
        foreach (var h in who)
        {
            foreach (var t in what)
            {
                var page = await ParseAsync(municipality, culture, $"?h={h}&t={t}");
                var numbers = NumbersOf(page);

                Assert.True(numbers.Count > 0, $"{municipality}/{culture} h={h} t={t}: nothing");
                Assert.True(
                    page.QuerySelector("#treff .opening--open") is not null,
                    $"{municipality}/{culture} h={h} t={t}: nobody answers at night"
                );
                if (s_hurt.Contains(h))
                {
                    Assert.Contains(ForAdultsWhoAreHurt, numbers);
                    AssertShelterFirst(municipality, page, t);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Municipalities))]
    public async Task At_any_age_too(string municipality)
    {
        var first = await ParseAsync(municipality, "nb", "");
        foreach (
            var (h, t, g) in from h in CodesOf(first, "h")
            from t in CodesOf(first, "t")
            from g in CodesOf(first, "g")
            where g.Length > 0
            select (h, t, g)
        )
        {
            var page = await ParseAsync(municipality, "nb", $"?h={h}&t={t}&g={g}");
            var numbers = NumbersOf(page);

            Assert.True(numbers.Count > 0, $"{municipality} h={h} t={t} g={g}: nothing");
            Assert.True(
                page.QuerySelector("#treff .opening--open") is not null,
                $"{municipality} h={h} t={t} g={g}: nobody answers at night"
            );
            if (s_hurt.Contains(h) && g != "3")
            {
                Assert.Contains(ForAdultsWhoAreHurt, numbers);
                AssertShelterFirst(municipality, page, t);
            }

            if (g == "3" && h is "2" or "3")
            {
                Assert.Contains("tel:116111", numbers);
            }
        }
    }

    /// <summary>
    /// Whoever it is about, whatever has happened and whatever is chosen beside that, somebody to talk to answers now: a doctor's line and
    /// the emergency numbers alone are not enough.
    /// </summary>
    [Theory]
    [MemberData(nameof(Municipalities))]
    public async Task Somebody_to_talk_to_is_always_open(string municipality)
    {
        var first = await ParseAsync(municipality, "nb", "");
        var (who, what, ages, channels) = (CodesOf(first, "h"), CodesOf(first, "t"), CodesOf(first, "g"), CodesOf(first, "k"));
        IEnumerable<string> further =
        [
            .. ages.Select(g => $"&g={g}"),
            .. from k in channels from each in (string[])["", "&g=3&i=1&a=1"] select $"&k={k}{each}",
            "&a=1",
            "&i=1",
            "&d=1",
            "&sprak=en",
        ];
        foreach (
            var (now, query) in from now in DayAndNight
            from h in who
            from t in what
            from each in further
            select (now, $"?h={h}&t={t}{each}")
        )
        {
            Site.Clock.Now = now;
            var cards = CardsWithoutEmergency(await ParseAsync(municipality, "nb", query));
            Assert.True(
                cards.Any(card => s_lines.Any(line => Has(card, line)) && card.QuerySelector(".opening--open") is not null),
                $"{municipality} {now} {query}: {TextOf(cards)}"
            );
        }
    }

    /// <summary>
    /// To whoever is in danger answer the emergency numbers, the shelter, child welfare and the lines that are open. Nobody is sent to the
    /// police's number for what can wait, to who advises at school, or to who takes those that the police sends.
    /// </summary>
    [Theory]
    [MemberData(nameof(Municipalities))]
    public async Task To_danger_answers_nobody_who_is_not_to_be_rung_in_danger(string municipality)
    {
        foreach (
            var (now, query) in from now in DayAndNight
            from h in (string[])["", "2", "3", "7", "9"]
            from g in (string[])["", "3", "4", "5"]
            from further in (string[])["", "&k=1", "&k=2", "&k=3", "&k=4", "&a=1", "&i=1"]
            select (now, $"?h={h}&t=1&g={g}{further}")
        )
        {
            Site.Clock.Now = now;
            var page = await ParseAsync(municipality, "nb", query);
            var cards = CardsWithoutEmergency(page);

            Assert.True(Has(page.DocumentElement, "tel:112"), query);
            Assert.NotEmpty(cards);
            Assert.All(
                cards,
                card => Assert.True(s_answersToDanger.Any(number => Has(card, number)), $"{municipality} {now} {query}: {card.TextContent}")
            );
        }
    }

    /// <summary>
    /// Whatever else is chosen, who is grown and hurt finds the helpline, and the shelter where a source has one, and a child the line for
    /// children and child welfare.
    /// </summary>
    [Theory]
    [MemberData(nameof(Municipalities))]
    public async Task No_further_choice_drops_who_must_be_there(string municipality)
    {
        var first = await ParseAsync(municipality, "nb", "");
        string[] interpreter = ["", "&i=1"];
        string[] pets = ["", "&d=1"];
        string[] open = ["", "&a=1"];
        foreach (var further in from k in CodesOf(first, "k") from i in interpreter from d in pets from a in open select $"&k={k}{i}{d}{a}")
        {
            foreach (var t in CodesOf(first, "t"))
            {
                foreach (var hurt in new[] { "h=2", "h=2&g=4", "h=2&g=5", "h=7&g=4", "h=7&g=5" })
                {
                    var numbers = NumbersOf(await ParseAsync(municipality, "nb", $"?{hurt}&t={t}{further}"));
                    Assert.True(numbers.Contains(ForAdultsWhoAreHurt), $"{hurt}&t={t}{further}: {string.Join(' ', numbers)}");
                    Assert.True(
                        !Shelters.TryGetValue(municipality, out var shelter) || numbers.Contains(shelter),
                        $"{hurt}&t={t}{further}: {string.Join(' ', numbers)}"
                    );
                }

                foreach (var child in new[] { "h=2&g=3", "h=3" })
                {
                    var numbers = NumbersOf(await ParseAsync(municipality, "nb", $"?{child}&t={t}{further}"));
                    Assert.True(numbers.Contains("tel:116111"), $"{child}&t={t}{further}: {string.Join(' ', numbers)}");
                    Assert.True(
                        !ChildWelfare.TryGetValue(municipality, out var welfare) || t == "1" || numbers.Contains(welfare),
                        $"{child}&t={t}{further}: {string.Join(' ', numbers)}"
                    );
                }
            }
        }
    }

    [Fact]
    public async Task Where_nothing_is_local_that_is_said_and_where_something_is_it_is_not()
    {
        const string Said = "Vi kjenner ikke noe lokalt nummer for dette.";

        Assert.Contains(Said, (await ParseAsync("stavanger", "nb", "?h=2")).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Said, (await ParseAsync("tonsberg", "nb", "?h=2")).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Said, (await ParseAsync("stavanger", "nb", "")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?h=4&t=2", "2", "4")]
    [InlineData("?h=5&t=8", "2", "5")]
    [InlineData("?t=8", "2", "5")]
    [InlineData("?t=3", "3", "")]
    [InlineData("?h=8", "3", "")]
    [InlineData("?t=4&s=1", "7", "")]
    [InlineData("?t=7", "6", "")]
    [InlineData("?t=10", "9", "")]
    public async Task Addresses_that_were_made_of_the_terms_are_read_as_what_is_nearest(string query, string who, string age)
    {
        var page = await ParseAsync("tonsberg", "nb", query);

        Assert.Equal(who, ChosenOf(page, "h"));
        Assert.Equal(age, ChosenOf(page, "g"));
        Assert.NotEmpty(NumbersOf(page));
    }

    [Theory]
    [InlineData("?h=2&k=5&a=1")]
    [InlineData("?h=6&d=1")]
    [InlineData("?h=2&g=3&k=3&a=1")]
    public async Task What_narrows_to_nothing_shows_what_fits_some_of_it_and_says_so(string query)
    {
        var page = await ParseAsync("stavanger", "nb", query);

        Assert.StartsWith(
            "Ingen tilbud passer til alt du har valgt.",
            page.QuerySelector("#treff [role=status]")!.TextContent.Trim(),
            StringComparison.Ordinal
        );
        Assert.NotEmpty(NumbersOf(page));
    }

    private static void AssertShelterFirst(string municipality, IDocument page, string topic)
    {
        if (Shelters.TryGetValue(municipality, out var shelter))
        {
            var numbers = NumbersOf(page).Where(number => number is not ("tel:110" or "tel:112" or "tel:113"));
            Assert.True(numbers.First() == shelter, $"t={topic}: {string.Join(' ', numbers)}");
        }
    }

    private static string? ChosenOf(IDocument page, string question) =>
        page.QuerySelector($"#{question} option[selected]")?.GetAttribute("value") ?? "";
}
