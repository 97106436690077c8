using System.Text;
using System.Text.RegularExpressions;
using VoldCms.EndToEndTests.Site;

namespace VoldCms.EndToEndTests.Browsing;

/// <summary>What is hung up or handed out, on paper: one sheet is one page, whatever is said over it.</summary>
public sealed partial class SheetsTests(SeededSite site, Browser browser)
{
    // Stavanger is approved, the others are on trial and say so on each sheet.
    [Theory]
    [InlineData("/stavanger/nb/utskrift/plakat", 1)]
    [InlineData("/tonsberg/nb/utskrift/plakat", 1)]
    [InlineData("/tonsberg/en/utskrift/plakat", 1)]
    [InlineData("/prove/ar/utskrift/plakat", 1)]
    [InlineData("/stavanger/nn/utskrift/kort", 2)]
    [InlineData("/tonsberg/nb/utskrift/kort", 2)]
    public async Task A_sheet_takes_one_page(string path, int sheets)
    {
        await using var visit = await browser.VisitAsync(site.Address, new());
        await visit.OpenAsync(path);

        var pdf = await visit.Page.PdfAsync(new() { PreferCSSPageSize = true });

        Assert.Equal(sheets, PageObject().Count(Encoding.Latin1.GetString(pdf)));
    }

    // PDF 32000-1, 7.7.3.3: each page is an object of that type; the tree above them is of type Pages.
    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex PageObject();
}
