using VoldCms.EndToEndTests.Site;

namespace VoldCms.EndToEndTests.Browsing;

public sealed class KeyboardTests(SeededSite site, Browser browser)
{
    private const int MostPresses = 12;

    // The link that the keyboard is on, when it is a number that is not one of the three emergency numbers of every page.
    private const string NumberInFocus = """
        () => {
          const link = document.activeElement.closest('main a[href^="tel:"]');
          return link && !/^tel:11[023]$/.test(link.getAttribute('href')) ? link.getAttribute('href') : null;
        }
        """;

    private const string ServicesInFocus = "() => document.activeElement.closest('main a[href$=\"/tilbud\"]') !== null";

    private const string CoveredFocus = """
        () => {
          const element = document.activeElement;
          if (!element || element === document.body) return null; // past the last one, in the browser's own bars
          const box = element.getBoundingClientRect();
          if (box.width === 0 || box.height === 0) return `${element.outerHTML} has no size`;
          const at = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height / 2, 20));
          const isSeen = at && (element.contains(at) || at.contains(element));
          return isSeen ? null : `${element.outerHTML} lies under ${at?.outerHTML.slice(0, 80)}`;
        }
        """;

    [Theory]
    [InlineData("/stavanger/nb")]
    [InlineData("/tonsberg/nb")]
    [InlineData("/prove/ar")]
    public async Task From_the_front_page_to_a_services_number_are_at_most_twelve_presses(string front)
    {
        await using var visit = await browser.VisitAsync(
            site.Address,
            new()
            {
                ViewportSize = new() { Width = 1280, Height = 800 },
            }
        );
        await visit.OpenAsync(front);
        var presses = 0;
        string? number = null;
        await SkipToContentAsync();
        while (number is null && presses < MostPresses)
        {
            await PressAsync("Tab");
            number = await visit.Page.EvaluateAsync<string?>(NumberInFocus);
            if (number is null && await visit.Page.EvaluateAsync<bool>(ServicesInFocus))
            {
                await PressAsync("Enter");
                await visit.Page.WaitForURLAsync("**/tilbud");
                await SkipToContentAsync();
            }
        }

        TestContext.Current.SendDiagnosticMessage("{0}: {1} after {2} presses", front, number ?? "no number", presses);
        Assert.NotNull(number);

        // The first link of every page.
        async Task SkipToContentAsync()
        {
            await PressAsync("Tab");
            await PressAsync("Enter");
        }

        Task PressAsync(string key)
        {
            presses++;
            return visit.Page.Keyboard.PressAsync(key);
        }
    }

    [Fact]
    public async Task Whatever_has_the_focus_can_be_seen()
    {
        await using var visit = await browser.VisitAsync(
            site.Address,
            new()
            {
                ViewportSize = new() { Width = 360, Height = 640 },
            }
        );
        var faults = new List<string>();
        foreach (var path in new[] { "/stavanger/nb", "/stavanger/nb/hjelp/na", "/stavanger/nb/tilbud", "/stavanger/nb/planer/trygg" })
        {
            await visit.OpenAsync(path);
            for (var press = 0; press < 40; press++)
            {
                await visit.Page.Keyboard.PressAsync("Tab");
                if (await visit.Page.EvaluateAsync<string?>(CoveredFocus) is { } fault)
                {
                    faults.Add($"{path}, press {press + 1}: {fault}");
                }
            }

            // Backwards too: what comes in at the top must not come in under the bar.
            for (var press = 0; press < 40; press++)
            {
                await visit.Page.Keyboard.PressAsync("Shift+Tab");
                if (await visit.Page.EvaluateAsync<string?>(CoveredFocus) is { } fault)
                {
                    faults.Add($"{path}, back {press + 1}: {fault}");
                }
            }
        }

        Faults.AssertNone(faults);
    }
}
