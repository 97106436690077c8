using VoldCms.EndToEndTests.Site;

namespace VoldCms.EndToEndTests.Browsing;

public sealed class ReflowTests(SeededSite site, Browser browser)
{
    private const string Overflowing = """
        () => {
          const width = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= width) return [];
          return [...document.body.querySelectorAll('*')]
            .map((element) => ({ name: `${element.tagName.toLowerCase()}.${element.className}`, box: element.getBoundingClientRect() }))
            .filter(({ box }) => box.width > 0 && (box.right > width + 1 || box.left < -1))
            .map(({ name, box }) => `${name} ${Math.round(box.left)} to ${Math.round(box.right)}`)
            .slice(-3)
            .concat(`scrolls to ${document.documentElement.scrollWidth} of ${width}`);
        }
        """;

    private const string Cut = """
        () => [...document.querySelectorAll('a, button, h1, h2, h3, p, li, dt, dd, td, th, summary, label')]
          .filter((element) => {
            const style = getComputedStyle(element);
            const isHidden = ['hidden', 'clip'].includes(style.overflowX) || ['hidden', 'clip'].includes(style.overflowY);
            return isHidden && element.clientHeight > 1
              && (element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1);
          })
          .map((element) => `${element.tagName.toLowerCase()}.${element.className} is cut off`)
        """;

    /// <summary>320 wide is a phone, or a desk of 1280 at 400 % zoom, whose window is then 256 high.</summary>
    [Theory]
    [InlineData(320, 640, 1)]
    [InlineData(320, 256, 4)]
    public async Task Nothing_scrolls_sideways(int width, int height, float scale)
    {
        await using var visit = await browser.VisitAsync(
            site.Address,
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
            faults.AddRange((await visit.Page.EvaluateAsync<string[]>(Overflowing)).Select(fault => $"{path}: {fault}"));
        }

        Faults.AssertNone(faults);
    }

    /// <summary>A phone set to text twice as large: the way out and the languages above all.</summary>
    [Theory]
    [InlineData(320, Visit.UsualTextSize)]
    [InlineData(360, 2 * Visit.UsualTextSize)]
    public async Task On_a_phone_with_large_text_nothing_leaves_the_window(int width, int textSize)
    {
        await using var visit = await browser.VisitAsync(
            site.Address,
            new()
            {
                ViewportSize = new() { Width = width, Height = 640 },
            }
        );
        await visit.SetTextSizeAsync(textSize);
        var faults = new List<string>();
        foreach (var path in (await PageKinds.ListAsync(site)).Concat(await PageKinds.ListArabicAsync(site)))
        {
            await visit.OpenAsync(path);
            faults.AddRange(
                (
                    await visit.Page.EvaluateAsync<string[]>(
                        """
                        () => {
                          document.querySelectorAll('.languages').forEach((languages) => { languages.open = true; });
                          return [...document.body.querySelectorAll('a, summary, h1, h2, h3, p, dt, dd, label, select, button')]
                            .map((element) => ({ element, box: element.getBoundingClientRect() }))
                            .filter(({ element, box }) => box.width > 1 && (box.right > innerWidth + 1 || box.left < -1)
                              && !element.closest('.ds-sr-only, .ds-skip-link'))
                            .map(({ element, box }) => `${element.tagName.toLowerCase()}.${element.className} `
                              + `"${element.textContent.trim().slice(0, 30)}" ${Math.round(box.left)} to ${Math.round(box.right)}`)
                            .slice(0, 4);
                        }
                        """
                    )
                ).Select(fault => $"{path}: {fault}")
            );
        }

        Faults.AssertNone(faults);
    }

    /// <summary>The reader's own choice of size, with the window as it is.</summary>
    [Fact]
    public async Task Text_four_times_as_large_is_neither_cut_nor_wider_than_the_window()
    {
        await using var visit = await browser.VisitAsync(
            site.Address,
            new()
            {
                ViewportSize = new() { Width = 1280, Height = 1024 },
            }
        );
        await visit.SetTextSizeAsync(4 * Visit.UsualTextSize);
        var faults = new List<string>();
        foreach (var path in await PageKinds.ListAsync(site))
        {
            await visit.OpenAsync(path);
            faults.AddRange((await visit.Page.EvaluateAsync<string[]>(Overflowing)).Select(fault => $"{path}: {fault}"));
            faults.AddRange((await visit.Page.EvaluateAsync<string[]>(Cut)).Select(fault => $"{path}: {fault}"));
        }

        Faults.AssertNone(faults);
    }
}
