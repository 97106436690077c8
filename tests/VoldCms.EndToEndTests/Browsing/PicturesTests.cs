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

    private static string NameOf(string path) =>
        string.Concat(path.Trim('/').Select(letter => char.IsLetterOrDigit(letter) ? letter : '-')) is { Length: > 0 } name
            ? name
            : "front";
}
