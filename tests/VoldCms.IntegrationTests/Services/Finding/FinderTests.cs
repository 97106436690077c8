using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace VoldCms.IntegrationTests.Services.Finding;

/// <summary>Whatever is answered to the finder's questions, wherever and in whichever language, there is help.</summary>
public sealed class FinderTests : IClassFixture<FinderSite>
{
    private const string ForAdultsWhoAreHurt = "tel:116006";

    // Where a source has one.
    private static readonly Dictionary<string, string> s_shelters = new()
    {
        ["porsgrunn"] = "tel:35503800",
        ["tonsberg"] = "tel:33359191",
        ["mosseregionen"] = "tel:69250550",
    };

    private static readonly Dictionary<string, string> s_childWelfare = new()
    {
        ["porsgrunn"] = "tel:90053304",
        ["tonsberg"] = "tel:33310203",
    };

    private const string ForChildren = "tel:116111";

    // They are for the whole country, answer day and night, and are there to be talked to.
    private static readonly string[] s_lines = [ForAdultsWhoAreHurt, ForChildren, "tel:116123", "tel:22400040"];

    // The centre against sexual abuse in Vestfold is open day and night.
    private static readonly string[] s_answersToDanger = [.. s_lines, "tel:33377777", .. s_shelters.Values, .. s_childWelfare.Values];

    private static readonly Dictionary<string, (string Known, string[] Unknown)> s_interpreter = new()
    {
        ["nb"] = ("Du kan få tolk", ["Spør om tolk når du ringer", "Spør om tolk"]),
        ["nn"] = ("Du kan få tolk", ["Spør om tolk når du ringer", "Spør om tolk"]),
        ["en"] = ("You can have an interpreter", ["Ask about an interpreter when you call", "Ask about an interpreter"]),
    };

    private static readonly string[] s_municipalities = ["stavanger", "porsgrunn", "tonsberg", "mosseregionen", "nykommune"];
    private static readonly string[] s_hurt = ["2", "7"];
    private static readonly DateTimeOffset[] s_dayAndNight = [StandingClock.WednesdayMorning, StandingClock.Night];

    private readonly FinderSite _site;

    public FinderTests(FinderSite site)
    {
        _site = site;
        site.Clock.Now = StandingClock.Night;
    }

    public static TheoryData<string, string> Sites =>
        new(from municipality in s_municipalities from culture in (string[])["nb", "nn", "en"] select (municipality, culture));

    public static TheoryData<string> Municipalities => [.. s_municipalities];

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

    /// <summary>A child, and whoever asks for one, finds the line for children before all but the emergency numbers, at any time.</summary>
    [Theory]
    [MemberData(nameof(Sites))]
    public async Task For_a_child_the_line_for_children_comes_first_or_after_child_welfare_that_is_open(string municipality, string culture)
    {
        foreach (var now in new[] { StandingClock.Night, StandingClock.WednesdayMorning })
        {
            _site.Clock.Now = now;
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
        string[] first = s_childWelfare.TryGetValue(municipality, out var welfare) ? [ForChildren, welfare] : [ForChildren];
        var channels = CodesOf(await ParseAsync(municipality, "nb", ""), "k");
        foreach (
            var (now, who, what, further) in from now in s_dayAndNight
            from who in (string[])["h=3", "h=3&g=3", "h=2&g=3", "h=7&g=3", "h=9&g=3", "g=3"]
            from what in (string[])["", "&t=1", "&t=9"]
            from k in channels
            from further in (string[])["", "&a=1", "&i=1&d=1"]
            select (now, who, what, $"&k={k}{further}")
        )
        {
            _site.Clock.Now = now;
            var cards = CardsWithoutEmergency(await ParseAsync(municipality, "nb", $"?{who}{what}{further}"));
            Assert.True(
                cards.Count >= first.Length && first.All(number => cards.Take(first.Length).Any(card => Has(card, number))),
                $"{municipality} {now} {who}{what}{further}: {TextOf(cards)}"
            );
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
            .. from k in channels from g in (string[])["", "3"] from i in (string[])["", "&i=1&a=1"] select $"&k={k}&g={g}{i}",
            "&a=1",
            "&i=1",
            "&d=1",
            "&sprak=en",
        ];
        foreach (
            var (now, query) in from now in s_dayAndNight
            from h in who
            from t in what
            from each in further
            select (now, $"?h={h}&t={t}{each}")
        )
        {
            _site.Clock.Now = now;
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
            var (now, query) in from now in s_dayAndNight
            from h in (string[])["", "2", "3", "7", "9"]
            from g in (string[])["", "3", "4", "5"]
            from further in (string[])["", "&k=1", "&k=2", "&k=3", "&k=4", "&a=1", "&i=1"]
            select (now, $"?h={h}&t=1&g={g}{further}")
        )
        {
            _site.Clock.Now = now;
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

    /// <summary>Whoever needs an interpreter is told of each service what is known, or that she has to ask.</summary>
    [Theory]
    [MemberData(nameof(Sites))]
    public async Task Each_card_says_whether_there_is_an_interpreter_where_that_is_asked(string municipality, string culture)
    {
        var (known, unknown) = s_interpreter[culture];
        foreach (var query in new[] { "?i=1", "?h=2&i=1", "?h=3&t=1&i=1", "?h=6&i=1", "?h=9&k=5&i=1", "?h=2&g=3&t=6&i=1" })
        {
            var page = await ParseAsync(municipality, culture, query);
            var cards = page.QuerySelectorAll("#treff .card");

            Assert.NotEmpty(cards);
            Assert.All(
                cards,
                card =>
                {
                    var why = card.QuerySelectorAll(".why li").Select(reason => reason.TextContent).ToList();
                    Assert.True(why.Contains(known) || why.Exists(unknown.Contains), $"{query}: {card.TextContent}");
                }
            );
        }

        if (s_shelters.TryGetValue(municipality, out var shelter))
        {
            var card = (await ParseAsync(municipality, culture, "?h=2&i=1")).QuerySelector($"#treff a[href='{shelter}']")!.Closest(".card");
            Assert.Contains(known, card!.TextContent, StringComparison.Ordinal);
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
            _site.Clock.Now = now;
            var page = await ParseAsync(municipality, "nb", query);
            if (page.QuerySelector($"#treff a[href='{earlier}']")?.Closest("section") is { } section)
            {
                var numbers = section.QuerySelectorAll("a[href^='tel:']").Select(link => link.GetAttribute("href")!).ToList();
                var place = numbers.IndexOf(later);
                Assert.True(place < 0 || numbers.IndexOf(earlier) < place, string.Join(' ', numbers));
            }
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
            _site.Clock.Now = now;
            foreach (var query in new[] { "?h=3", "?h=3&g=3", "?h=2&g=3", "?h=3&i=1" })
            {
                var page = await ParseAsync(municipality, "nb", query);
                var cards = page.QuerySelectorAll("#treff .card").Where(card => card.QuerySelector("a[href='tel:112']") is null).ToList();

                Assert.NotNull(cards[0].QuerySelector("a[href='tel:116111']"));
                Assert.NotNull(cards[1].QuerySelector($"a[href='{number}']"));
            }
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
                        !s_shelters.TryGetValue(municipality, out var shelter) || numbers.Contains(shelter),
                        $"{hurt}&t={t}{further}: {string.Join(' ', numbers)}"
                    );
                }

                foreach (var child in new[] { "h=2&g=3", "h=3" })
                {
                    var numbers = NumbersOf(await ParseAsync(municipality, "nb", $"?{child}&t={t}{further}"));
                    Assert.True(numbers.Contains("tel:116111"), $"{child}&t={t}{further}: {string.Join(' ', numbers)}");
                    Assert.True(
                        !s_childWelfare.TryGetValue(municipality, out var welfare) || t == "1" || numbers.Contains(welfare),
                        $"{child}&t={t}{further}: {string.Join(' ', numbers)}"
                    );
                }
            }
        }
    }

    /// <summary>Nobody who has said nothing of interpreters is left out, and what is chosen is named for what it is.</summary>
    [Theory]
    [InlineData("nb", "Jeg trenger tolk")]
    [InlineData("nn", "Eg treng tolk")]
    [InlineData("en", "I need an interpreter")]
    public async Task An_interpreter_is_asked_for_and_nobody_is_left_out(string culture, string label)
    {
        foreach (var query in new[] { "?h=3", "?h=2", "?h=2&g=5", "?h=7", "?h=6" })
        {
            var without = NumbersOf(await ParseAsync("tonsberg", culture, query));
            var page = await ParseAsync("tonsberg", culture, $"{query}&i=1");

            Assert.Empty(without.Except(NumbersOf(page)));
            Assert.Equal(label, page.QuerySelector("label[for=i]")!.TextContent);
        }
    }

    /// <summary>What a document says in Norwegian is marked and named as its own on pages in other languages.</summary>
    [Theory]
    [InlineData("porsgrunn", "en", "In the source's words:")]
    [InlineData("porsgrunn", "nn", "Slik står det i kjelda:")]
    [InlineData("tonsberg", "en", "In the source's words:")]
    [InlineData("tonsberg", "nn", "Slik står det i kjelda:")]
    [InlineData("mosseregionen", "en", "In the source's words:")]
    [InlineData("mosseregionen", "nn", "Slik står det i kjelda:")]
    public async Task On_a_page_in_another_language_a_sources_words_are_named_as_such(string municipality, string culture, string label)
    {
        foreach (var path in new[] { "", "/tilbud", "/tilbud?h=2", "/hjelp/hvor", "/hjelp/ung", "/utskrift/plakat" })
        {
            var page = await new HtmlParser().ParseDocumentAsync(
                await _site.GetPageAsync($"/{municipality}/{culture}{path}"),
                TestContext.Current.CancellationToken
            );
            Assert.All(
                page.QuerySelectorAll(
                    "main .card__text[lang=nb], main .card__text [lang=nb], .line > p > [lang=nb], .call p > span[lang=nb]"
                ),
                words => Assert.Fail($"{path}: {words.TextContent}")
            );
            Assert.All(
                page.QuerySelectorAll("main .opening [lang=nb]"),
                words => Assert.Contains(label, words.ParentElement!.TextContent, StringComparison.Ordinal)
            );
        }
    }

    /// <summary>So are a number's note, the way into a place, and a comment on hours, on the service's own page.</summary>
    [Theory]
    [InlineData("en", "In the source's words:")]
    [InlineData("nn", "Slik står det i kjelda:")]
    public async Task On_a_services_page_in_another_language_notes_are_named_as_the_sources_words(string culture, string label)
    {
        var named = 0;
        foreach (var municipality in s_municipalities)
        {
            var list = await ParseAsync(municipality, culture, "");
            foreach (var href in list.QuerySelectorAll("#treff h3 a").Select(link => link.GetAttribute("href")!).Distinct())
            {
                var page = await new HtmlParser().ParseDocumentAsync(await _site.GetPageAsync(href), TestContext.Current.CancellationToken);
                Assert.All(
                    page.QuerySelectorAll(".channels--full div[lang=nb], .channels--full .opening [lang=nb], .channels--full q[lang=nb]"),
                    words =>
                    {
                        named++;
                        var before = words.LocalName == "div" ? words.PreviousElementSibling : words.ParentElement;
                        Assert.Contains(label, before?.TextContent ?? "", StringComparison.Ordinal);
                    }
                );
            }
        }

        Assert.True(named > 0);
    }

    /// <summary>Nobody is told to ring and ask what stands on the card below.</summary>
    [Theory]
    [MemberData(nameof(Sites))]
    public async Task Above_a_service_that_says_its_hours_nobody_is_told_to_ask_for_them(string municipality, string culture)
    {
        string[] ask = ["Ring og spør når de har åpent", "Ring og spør når dei har ope", "Call and ask when they are open"];
        foreach (var query in new[] { "", "?h=2", "?h=6", "?h=3&t=9", "?h=9", "?t=6&g=5" })
        {
            var page = await ParseAsync(municipality, culture, query);
            Assert.All(
                page.QuerySelectorAll("#treff section").Where(group => ask.Contains(group.QuerySelector("h2")!.TextContent)),
                group =>
                    Assert.All(
                        group.QuerySelectorAll(".card"),
                        card => Assert.DoesNotContain(card.QuerySelectorAll(".opening"), line => line.TextContent.Any(char.IsAsciiDigit))
                    )
            );
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
        if (s_shelters.TryGetValue(municipality, out var shelter))
        {
            var numbers = NumbersOf(page).Where(number => number is not ("tel:110" or "tel:112" or "tel:113"));
            Assert.True(numbers.First() == shelter, $"t={topic}: {string.Join(' ', numbers)}");
        }
    }

    // The emergency numbers are the first group.
    private static IReadOnlyList<IElement> CardsWithoutEmergency(IDocument page) =>
        [.. page.QuerySelectorAll("#treff section:not([aria-labelledby=g0]) .card")];

    private static bool Has(IElement element, string number) => element.QuerySelector($"a[href='{number}']") is not null;

    private static string TextOf(IEnumerable<IElement> cards) =>
        string.Join(", ", cards.Select(card => card.QuerySelector("h3")!.TextContent));

    private static IReadOnlyList<string> NumbersOf(IDocument page) =>
        [.. page.QuerySelectorAll("#treff .card a[href^='tel:']").Select(link => link.GetAttribute("href")!)];

    private static IReadOnlyList<string> CodesOf(IDocument page, string question) =>
        [.. page.QuerySelectorAll($"#{question} option").Select(option => option.GetAttribute("value")!)];

    private static string? ChosenOf(IDocument page, string question) =>
        page.QuerySelector($"#{question} option[selected]")?.GetAttribute("value") ?? "";

    private async Task<IDocument> ParseAsync(string municipality, string culture, string query) =>
        await new HtmlParser().ParseDocumentAsync(
            await _site.GetPageAsync($"/{municipality}/{culture}/tilbud{query}"),
            TestContext.Current.CancellationToken
        );
}
