using Microsoft.Playwright;
using VoldCms.EndToEndTests.Site;

namespace VoldCms.EndToEndTests.Browsing;

/// <summary>A site that is read from right to left.</summary>
public sealed class ArabicTests(SeededSite site, Browser browser)
{
    [Fact]
    public async Task A_page_of_its_own_is_in_Arabic_from_right_to_left()
    {
        await using var visit = await browser.VisitAsync(site.Address);
        await visit.OpenAsync("/prove/ar/hjelp/hvor");
        var page = visit.Page;

        Assert.Equal("ar", await page.Locator("html").GetAttributeAsync("lang"));
        Assert.Equal("rtl", await page.Locator("html").GetAttributeAsync("dir"));
        Assert.Equal("أين يمكنك الحصول على المساعدة؟", await page.Locator("h1").TextContentAsync());
        Assert.StartsWith("الخدمات والتواصل", await page.TitleAsync(), StringComparison.Ordinal);
        Assert.Equal("rtl", await DirectionOfAsync(page, "h1"));
    }

    [Fact]
    public async Task The_picker_calls_every_language_by_its_own_name_and_leads_to_the_same_page()
    {
        await using var visit = await browser.VisitAsync(site.Address);
        await visit.OpenAsync("/prove/ar/hjelp/hvor");

        var languages = await visit.Page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('.languages a')].map((link) => "
                + "`${link.textContent} ${link.lang} ${link.dir} ${link.getAttribute('href')}`)"
        );

        Assert.Equal(
            [
                "Bokmål nb ltr /prove/nb/hjelp/hvor",
                "English en ltr /prove/en/hjelp/hvor",
                "العربية ar rtl /prove/ar/hjelp/hvor",
                "فارسی fa rtl /prove/fa/hjelp/hvor",
            ],
            languages
        );
        Assert.Equal(0, await visit.Page.Locator(".languages img, .languages svg").CountAsync());
    }

    [Fact]
    public async Task A_page_that_is_not_there_in_Arabic_says_so_and_marks_the_language_it_is_in()
    {
        await using var visit = await browser.VisitAsync(site.Address);
        await visit.OpenAsync("/prove/ar/hjelp/na");
        var page = visit.Page;

        Assert.Equal("ar", await page.Locator("html").GetAttributeAsync("lang"));
        Assert.Contains("English", await page.Locator("main .notice").First.TextContentAsync(), StringComparison.Ordinal);
        Assert.Equal("Are you in danger now?", await page.Locator("h1").TextContentAsync());
        Assert.Equal("en", await page.EvaluateAsync<string>("() => document.querySelector('h1').closest('[lang]').lang"));
        Assert.Equal("ltr", await DirectionOfAsync(page, "h1"));
    }

    [Theory]
    [InlineData(".emergency__first", "هل أنت في خطر الآن؟")]
    [InlineData(".safety__exit", "الخروج من الصفحة")]
    [InlineData("main section h2", "يمكنهم مساعدتك")]
    public async Task The_interface_is_in_Arabic_too(string selector, string words)
    {
        await using var visit = await browser.VisitAsync(site.Address);
        await visit.OpenAsync("/prove/ar/hjelp/hvor");

        Assert.Contains(words, await visit.Page.Locator(selector).First.TextContentAsync(), StringComparison.Ordinal);
        Assert.Equal(
            "ar",
            await visit.Page.EvaluateAsync<string>("(selector) => document.querySelector(selector).closest('[lang]').lang", selector)
        );
        Assert.Equal(
            0,
            await visit.Page.Locator(".safety__exit [lang=en], .emergency [lang=en], .site-header__menu [lang=en]").CountAsync()
        );
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task The_layout_is_a_mirror_of_the_other(int width)
    {
        await using var visit = await browser.VisitAsync(
            site.Address,
            new()
            {
                ViewportSize = new() { Width = width, Height = 800 },
            }
        );
        string[] parts = [".site-header__name", ".languages", ".safety__exit", ".emergency__first"];

        await visit.OpenAsync("/prove/en/hjelp/hvor");
        var (left, right) = (await DistancesAsync("left"), await DistancesAsync("right"));
        await visit.OpenAsync("/prove/ar/hjelp/hvor");
        var (mirroredLeft, mirroredRight) = (await DistancesAsync("left"), await DistancesAsync("right"));

        Assert.Equal(left[0], mirroredRight[0], tolerance: 2);
        Assert.Equal(right[1], mirroredLeft[1], tolerance: 2);
        Assert.Equal(right[2], mirroredLeft[2], tolerance: 2);
        Assert.Equal(left[3], mirroredRight[3], tolerance: 2);

        Task<double[]> DistancesAsync(string side) =>
            visit.Page.EvaluateAsync<double[]>(
                "([parts, side]) => parts.map((part) => { const box = document.querySelector(part).getBoundingClientRect(); "
                    + "return side === 'left' ? box.left : document.documentElement.clientWidth - box.right; })",
                new object[] { parts, side }
            );
    }

    /// <summary>
    /// Persian has no texts of its own yet: the English that stands in for them reads as English, at the page's own side.
    /// </summary>
    [Theory]
    [InlineData(".emergency__first")]
    [InlineData(".safety__why")]
    [InlineData("main section h2")]
    public async Task Words_of_another_script_keep_their_order(string selector)
    {
        await using var visit = await browser.VisitAsync(
            site.Address,
            new()
            {
                ViewportSize = new() { Width = 1280, Height = 800 },
            }
        );
        await visit.OpenAsync("/prove/fa/hjelp/hvor");

        var (first, last, end) = await visit.Page.EvaluateAsync<Placed>(
            """
            (selector) => {
              const text = document.createTreeWalker(document.querySelector(selector), NodeFilter.SHOW_TEXT).nextNode();
              const words = text.data.trimEnd();
              const range = document.createRange();
              const leftOf = (from) => {
                range.setStart(text, from);
                range.setEnd(text, from + 1);
                return range.getBoundingClientRect().left;
              };
              range.selectNodeContents(document.querySelector(selector));
              const end = range.getBoundingClientRect().right;
              return { first: leftOf(0), last: leftOf(words.length - 1), end };
            }
            """,
            selector
        );

        Assert.True(first < last, "The first letter stands after the last.");
        Assert.True(end > 640, "The words stand at the wrong side.");
    }

    /// <summary>Digits with a space between them would change places.</summary>
    [Fact]
    public async Task Numbers_run_from_left_to_right()
    {
        await using var visit = await browser.VisitAsync(site.Address);
        var faults = new List<string>();
        foreach (var path in await PageKinds.ListArabicAsync(site))
        {
            await visit.OpenAsync(path);
            faults.AddRange(
                (
                    await visit.Page.EvaluateAsync<string[]>(
                        """
                        () => {
                          const faults = [];
                          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                          while (texts.nextNode()) {
                            const text = texts.currentNode;
                            if (/\d{2,} \d{2,}/.test(text.data) && getComputedStyle(text.parentElement).direction !== 'ltr') {
                              faults.push(text.data.trim());
                            }
                          }
                          return faults;
                        }
                        """
                    )
                ).Select(fault => $"{path}: {fault}")
            );
        }

        Faults.AssertNone(faults);
    }

    private static Task<string> DirectionOfAsync(IPage page, string selector) =>
        page.EvaluateAsync<string>("(selector) => getComputedStyle(document.querySelector(selector)).direction", selector);

    /// <summary>Where the first and the last letter begin, and the whole ends, from the left.</summary>
    private sealed class Placed
    {
        public double First { get; set; }

        public double Last { get; set; }

        public double End { get; set; }

        public void Deconstruct(out double first, out double last, out double end) => (first, last, end) = (First, Last, End);
    }
}
