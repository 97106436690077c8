using Microsoft.Playwright;
using VoldCms.EndToEndTests.Site;

namespace VoldCms.EndToEndTests.Browsing;

/// <summary>
/// Pictures to look at, of every kind of page, into the folder that the environment variable <c>PICTURES</c> names. Only when asked:
/// <c>PICTURES=/somewhere dotnet run --project tests/VoldCms.EndToEndTests -- -explicit only</c>.
/// </summary>
public sealed class PicturesTests(SeededSite site, Browser browser)
{
    private const int TallestPicture = 6000;

    // Those of docs/pictures but the poster, which bears the address that it was printed at.
    private static readonly (string Name, string Path, int Width, int Height)[] s_readme =
    [
        ("front", "/tonsberg/nb", 1280, 1330),
        ("front-dark", "/tonsberg/nb", 1280, 1300),
        ("front-phone", "/tonsberg/nb", 360, 1500),
        ("front-arabic", "/prove/ar", 360, 1500),
        ("services-phone", "/tonsberg/nb/tilbud?h=2", 360, 1500),
        ("plan", "/mosseregionen/nb/planer/handlingsplan", 1280, 1340),
        ("plan-phone", "/mosseregionen/nb/planer/handlingsplan", 360, 1000),
    ];

    [Fact(Explicit = true)]
    public async Task Where_staff_write()
    {
        var folder = Environment.GetEnvironmentVariable("PICTURES");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "PICTURES names no folder.");
        await using var visit = await browser.EnterAsync(site, "Editor");
        await visit.Page.SetViewportSizeAsync(360, 1250);
        await visit.OpenAsync("/admin/sites/Prove");
        await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, "editor-phone.png") });
        await visit.Page.SetViewportSizeAsync(1280, 1100);
        await visit.OpenAsync("/admin/sites/Prove/items?type=HelpPage&culture=nb&order=title");
        await visit.Page.ClickAsync("main a >> text=Er du i fare nå?");
        await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, "editor.png") });
    }

    [Fact(Explicit = true)]
    public async Task Every_kind_of_page_on_a_phone_on_a_desk_and_on_paper()
    {
        var folder = Environment.GetEnvironmentVariable("PICTURES");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "PICTURES names no folder.");
        Directory.CreateDirectory(folder);

        foreach (var width in new[] { 360, 1280 })
        {
            await using var visit = await browser.VisitAsync(
                site.Address,
                new()
                {
                    ViewportSize = new() { Width = width, Height = 800 },
                }
            );
            foreach (var path in (await PageKinds.ListAsync(site)).Concat(await PageKinds.ListArabicAsync(site)))
            {
                await visit.OpenAsync(path);
                var name = Path.Combine(folder, NameOf(path));
                var height = await visit.Page.EvaluateAsync<int>("() => document.documentElement.scrollHeight");
                await visit.Page.ScreenshotAsync(
                    new()
                    {
                        Path = $"{name}-{width}.png",
                        FullPage = true,
                        Clip = new()
                        {
                            X = 0,
                            Y = 0,
                            Width = width,
                            Height = Math.Min(height, TallestPicture),
                        },
                    }
                );
                if (width == 1280)
                {
                    await visit.Page.PdfAsync(
                        new()
                        {
                            Path = $"{name}.pdf",
                            PreferCSSPageSize = true,
                            Tagged = true,
                            Outline = true,
                        }
                    );
                }
            }
        }
    }

    [Fact(Explicit = true)]
    public async Task Those_of_the_readme()
    {
        var folder = Environment.GetEnvironmentVariable("PICTURES");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "PICTURES names no folder.");
        Directory.CreateDirectory(folder);

        foreach (var (name, path, width, height) in s_readme)
        {
            await using var visit = await browser.VisitAsync(
                site.Address,
                new()
                {
                    ViewportSize = new() { Width = width, Height = height },
                    ColorScheme = name.EndsWith("-dark", StringComparison.Ordinal) ? ColorScheme.Dark : ColorScheme.Light,
                }
            );
            await visit.OpenAsync(path);
            await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png") });
            Assert.Empty(visit.Complaints);
        }
    }

    private static string NameOf(string path) =>
        string.Concat(path.Trim('/').Select(letter => char.IsLetterOrDigit(letter) ? letter : '-')) is { Length: > 0 } name
            ? name
            : "front";
}
