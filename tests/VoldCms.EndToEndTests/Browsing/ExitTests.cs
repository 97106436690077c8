using Microsoft.Playwright;
using VoldCms.EndToEndTests.Site;

namespace VoldCms.EndToEndTests.Browsing;

/// <summary>The way out of every page. Where it leads is somebody else's site, played here by one word.</summary>
public sealed class ExitTests(SeededSite site, Browser browser)
{
    private const string Elsewhere = "https://www.yr.no/";
    private const string Bar = "[data-exit-bar]";
    private const string Exit = ".safety__exit";
    private const string Status = $"{Bar} [role=status]";
    private static readonly TimeSpan s_longAgo = TimeSpan.FromSeconds(6);

    [Fact]
    public async Task Without_scripts_it_is_a_link()
    {
        await using var visit = await VisitAsync(new() { JavaScriptEnabled = false });
        await visit.OpenAsync("/stavanger/nb/hjelp/na");

        await visit.Page.ClickAsync(Exit);
        await visit.Page.WaitForURLAsync(Elsewhere);

        Assert.Equal(Elsewhere, visit.Page.Url);
    }

    [Fact]
    public async Task It_is_the_second_link_of_the_page_too()
    {
        await using var visit = await VisitAsync();
        await visit.OpenAsync("/stavanger/nb/hjelp/na");

        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.PressAsync("Tab");
        Assert.True(await visit.Page.EvaluateAsync<bool>("() => document.activeElement.matches('.ds-skip-link[data-exit]')"));
        Assert.True(await visit.Page.Locator(":focus").IsVisibleAsync());
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.WaitForURLAsync(Elsewhere);
    }

    [Fact]
    public async Task It_takes_the_place_of_the_page_that_was_left()
    {
        await using var visit = await VisitAsync();
        await visit.OpenAsync("/stavanger/nb");
        await visit.OpenAsync("/stavanger/nb/hjelp/na");

        await visit.Page.ClickAsync(Exit);
        await visit.Page.WaitForURLAsync(Elsewhere);
        await visit.Page.GoBackAsync();

        Assert.Equal(new Uri(site.Address, "/stavanger/nb").ToString(), visit.Page.Url);
    }

    [Fact]
    public async Task The_page_is_gone_at_once_however_slow_the_other_is()
    {
        await using var visit = await VisitAsync(slowly: true);
        await visit.OpenAsync("/stavanger/nb/tilbud?h=2");
        await visit.Page.SelectOptionAsync("#t", new SelectOptionValue { Index = 1 });
        var chosen = await visit.Page.EvaluateAsync<string>("() => document.querySelector('#t').value");

        var seen = await visit.Page.EvaluateAsync<Left>(
            """
            (exit) => {
              document.querySelector(exit).click();
              // What follows is read in the same turn: nothing has been waited for.
              const curtain = document.querySelector('[role=alert]');
              const box = curtain.getBoundingClientRect();
              const tall = box.width >= innerWidth && box.height >= innerHeight;
              const others = [...document.body.children]
                .filter((child) => child !== curtain && getComputedStyle(child).display !== 'none').length;
              return { covers: tall, others, text: curtain.textContent, chosen: document.querySelector('#t').value };
            }
            """,
            Exit
        );

        Assert.True(seen.Covers);
        Assert.Equal(0, seen.Others);
        Assert.Equal("Laster.", seen.Text);
        Assert.NotEqual(chosen, seen.Chosen);
    }

    [Fact]
    public async Task Three_presses_of_Shift_leave()
    {
        await using var visit = await VisitAsync();
        await visit.OpenAsync("/stavanger/nb/hjelp/na");

        for (var press = 0; press < 3; press++)
        {
            await visit.Page.Keyboard.PressAsync("Shift");
        }

        await visit.Page.WaitForURLAsync(Elsewhere);
    }

    [Fact]
    public async Task Each_press_of_Shift_says_how_many_are_left()
    {
        await using var visit = await VisitAsync();
        await visit.OpenAsync("/stavanger/nb/hjelp/na");

        // Both at once: on a busy machine the time between two questions may be longer than the page's patience.
        var said = await visit.Page.EvaluateAsync<string[]>(
            """
            (status) => [1, 2].map(() => {
              document.dispatchEvent(new KeyboardEvent('keyup', { key: 'Shift' }));
              return document.querySelector(status).textContent;
            })
            """,
            Status
        );

        Assert.Equal(["Shift: trykk to ganger til for å forlate siden.", "Shift: trykk én gang til for å forlate siden."], said);
    }

    [Theory]
    [InlineData("Shift+A", "Shift+A", "Shift+A")]
    [InlineData("Shift", "Shift", "a", "Shift")]
    [InlineData("Shift", "Shift", "Shift+B")]
    [InlineData("Escape", "Escape", "Escape")]
    public async Task Other_keys_do_not(params string[] keys)
    {
        await using var visit = await VisitAsync();
        await visit.OpenAsync("/stavanger/nb/hjelp/na");

        foreach (var key in keys)
        {
            await visit.Page.Keyboard.PressAsync(key);
        }

        Assert.Equal(0, await visit.Page.Locator("[role=alert]").CountAsync());
        Assert.DoesNotContain(Elsewhere, visit.Requests);
    }

    [Fact]
    public async Task Presses_far_apart_do_not()
    {
        await using var visit = await VisitAsync();
        await visit.Page.Clock.InstallAsync();
        await visit.OpenAsync("/stavanger/nb/hjelp/na");

        await visit.Page.Keyboard.PressAsync("Shift");
        await visit.Page.Keyboard.PressAsync("Shift");
        await visit.Page.Clock.RunForAsync((long)s_longAgo.TotalMilliseconds);
        Assert.Equal("Du er fortsatt på siden.", await visit.Page.Locator(Status).TextContentAsync());
        await visit.Page.Keyboard.PressAsync("Shift");

        Assert.Equal("Shift: trykk to ganger til for å forlate siden.", await visit.Page.Locator(Status).TextContentAsync());
        Assert.DoesNotContain(Elsewhere, visit.Requests);
        await visit.Page.Clock.RunForAsync((long)s_longAgo.TotalMilliseconds * 2);
        Assert.Equal("", await visit.Page.Locator(Status).TextContentAsync());
    }

    [Fact]
    public async Task A_page_that_comes_back_is_whole()
    {
        await using var visit = await VisitAsync();
        await visit.OpenAsync("/stavanger/nb/hjelp/na");

        // What a browser does that kept the page in memory as it was left.
        await visit.Page.EvaluateAsync(
            """
            (exit) => {
              const link = document.querySelector(exit);
              link.href = '#';
              link.click();
              dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
            }
            """,
            Exit
        );

        Assert.Equal(0, await visit.Page.Locator("[role=alert]").CountAsync());
        Assert.True(await visit.Page.Locator("h1").IsVisibleAsync());
        Assert.True(await visit.Page.Locator(Exit).IsVisibleAsync());
        await visit.Page.Keyboard.PressAsync("Shift");
        Assert.Equal("Shift: trykk to ganger til for å forlate siden.", await visit.Page.Locator(Status).TextContentAsync());
    }

    [Theory]
    [InlineData(320, 640, 1)]
    [InlineData(320, 256, 4)]
    [InlineData(1280, 800, 1)]
    public async Task It_is_in_sight_wherever_the_page_is_scrolled_to_and_never_covered(int width, int height, float scale)
    {
        await using var visit = await VisitAsync(
            new()
            {
                ViewportSize = new() { Width = width, Height = height },
                DeviceScaleFactor = scale,
            }
        );
        var faults = new List<string>();
        foreach (var path in (await PageKinds.ListAsync(site)).Concat(await PageKinds.ListArabicAsync(site)))
        {
            await visit.OpenAsync(path);
            var open = await visit.Page.Locator(".languages summary").CountAsync();
            if (open > 0)
            {
                await visit.Page.ClickAsync(".languages summary");
            }

            faults.AddRange(
                (
                    await visit.Page.EvaluateAsync<string[]>(
                        """
                        (exit) => [0, 0.5, 1].flatMap((share) => {
                          scrollTo(0, share * document.documentElement.scrollHeight);
                          const link = document.querySelector(exit);
                          const box = link.getBoundingClientRect();
                          const isOut = box.top < 0 || box.left < 0 || box.right > innerWidth || box.bottom > innerHeight;
                          if (isOut) return [`out of sight at ${share}`];
                          if (box.height < 44 || box.width < 44) return [`${box.width} by ${box.height} is too small`];
                          const [left, top, right, bottom] = [box.left + 4, box.top + 4, box.right - 4, box.bottom - 4];
                          return [[left, top], [right, top], [left, bottom], [right, bottom]]
                            .filter(([x, y]) => !link.contains(document.elementFromPoint(x, y)))
                            .map(([x, y]) => `covered at ${x}, ${y}, scrolled to ${share}`);
                        })
                        """,
                        Exit
                    )
                ).Select(fault => $"{path}: {fault}")
            );
        }

        Faults.AssertNone(faults);
    }

    [Fact]
    public async Task Paper_has_none()
    {
        await using var visit = await VisitAsync();
        await visit.OpenAsync("/stavanger/nb/hjelp/na");

        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.False(await visit.Page.Locator(Exit).IsVisibleAsync());
        Assert.False(await visit.Page.Locator(Bar).IsVisibleAsync());
    }

    [Fact]
    public async Task Every_language_has_words_of_its_own_for_it()
    {
        await using var visit = await VisitAsync();
        var words = new List<string[]>();
        foreach (var culture in new[] { "nb", "nn", "en" })
        {
            await visit.OpenAsync($"/stavanger/{culture}");
            words.Add(
                await visit.Page.EvaluateAsync<string[]>(
                    """
                    (bar) => {
                      const { leaving, two, one, expired } = document.querySelector(`${bar} [role=status]`).dataset;
                      const links = [...document.querySelectorAll('[data-exit]')];
                      return [leaving, two, one, expired, ...links.map((link) => link.textContent.trim())];
                    }
                    """,
                    Bar
                )
            );
        }

        Assert.All(words, texts => Assert.All(texts, text => Assert.False(string.IsNullOrWhiteSpace(text))));
        Assert.All(words, texts => Assert.Equal(6, texts.Length));
        Assert.Empty(words[0].Intersect(words[2]));
        Assert.Empty(words[1].Intersect(words[2]));
    }

    private async Task<Visit> VisitAsync(BrowserNewContextOptions? options = null, bool slowly = false)
    {
        var visit = await browser.VisitAsync(site.Address, options);
        await visit.Context.RouteAsync(
            "https://**",
            async route =>
            {
                if (slowly)
                {
                    await Task.Delay(TimeSpan.FromSeconds(1));
                }

                await route.FulfillAsync(new() { ContentType = "text/html", Body = "<!DOCTYPE html><title>Været</title><p>Sol." });
            }
        );
        return visit;
    }

    /// <summary>What a watcher sees after the click.</summary>
    private sealed class Left
    {
        public bool Covers { get; set; }

        public int Others { get; set; }

        public string Text { get; set; } = "";

        public string Chosen { get; set; } = "";
    }
}
