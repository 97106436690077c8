using Microsoft.Playwright;
using VoldCms.EndToEndTests.Judges;
using VoldCms.EndToEndTests.Site;

namespace VoldCms.EndToEndTests.Browsing;

public sealed class AccessibilityTests(SeededSite site, Browser browser)
{
    [Theory]
    [InlineData(360, ForcedColors.None, ColorScheme.Light)]
    [InlineData(1280, ForcedColors.None, ColorScheme.Light)]
    [InlineData(360, ForcedColors.Active, ColorScheme.Light)]
    [InlineData(1280, ForcedColors.Active, ColorScheme.Light)]
    [InlineData(360, ForcedColors.None, ColorScheme.Dark)]
    public async Task Every_kind_of_page_meets_WCAG_A_and_AA(int width, ForcedColors colors, ColorScheme scheme)
    {
        await using var visit = await browser.VisitAsync(
            site.Address,
            new()
            {
                ViewportSize = new() { Width = width, Height = 800 },
                ForcedColors = colors,
                ColorScheme = scheme,
            }
        );
        var faults = new List<string>();
        var arabic = colors == ForcedColors.None && scheme == ColorScheme.Light ? await PageKinds.ListArabicAsync(site) : [];
        foreach (var path in (await PageKinds.ListAsync(site)).Concat(arabic))
        {
            await visit.OpenAsync(path);
            await visit.Page.EvaluateAsync("() => document.querySelectorAll('main details').forEach((details) => details.open = true)");
            faults.AddRange((await AccessibilityJudge.JudgeAsync(visit.Page)).Select(fault => $"{path}: {fault}"));
        }

        Faults.AssertNone(faults);
    }

    /// <summary>Opened, it lies over what comes after it, which is judged above.</summary>
    [Theory]
    [InlineData("/stavanger/nb", 360)]
    [InlineData("/prove/ar", 1280)]
    public async Task The_picker_of_languages_does_too_when_it_is_open(string path, int width)
    {
        await using var visit = await browser.VisitAsync(
            site.Address,
            new()
            {
                ViewportSize = new() { Width = width, Height = 800 },
            }
        );
        await visit.OpenAsync(path);
        await visit.Page.ClickAsync(".languages summary");
        await visit.Page.WaitForSelectorAsync(".languages a >> nth=2");

        Faults.AssertNone(await AccessibilityJudge.JudgeAsync(visit.Page, ".languages"));
    }
}
