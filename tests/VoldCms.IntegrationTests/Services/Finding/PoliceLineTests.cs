using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace VoldCms.IntegrationTests.Services.Finding;

/// <summary>Beside the emergency number of the police nobody reads that it is for what can wait.</summary>
public sealed partial class PoliceLineTests(ArabicFinderSite site) : IClassFixture<ArabicFinderSite>
{
    private const string EmergencyNumber = "a[href='tel:112']";

    private static readonly string[] s_municipalities = ["stavanger", "porsgrunn", "tonsberg", "mosseregionen", "nykommune"];

    // "Not urgent" in the language of the page, and in those that a page falls back on.
    private static readonly string[] s_notUrgent = ["ikke haster", "ikkje hastar", "not urgent", "ولا يكون الأمر عاجلًا"];

    private static readonly string[] s_finder = ["", "?t=1", "?h=2&t=1", "?h=3&t=1", "?h=9", "?h=2&t=5", "?h=2&t=1&i=1", "?h=2&t=1&k=3"];

    public static TheoryData<string, string> Sites =>
        new(from municipality in s_municipalities from culture in (string[])["nb", "nn", "en", "ar"] select (municipality, culture));

    [Theory]
    [MemberData(nameof(Sites))]
    public async Task With_112_it_is_said_which_number_is_for_what_is_not_urgent(string municipality, string culture)
    {
        var start = $"/{municipality}/{culture}";
        var found = 0;
        foreach (var path in s_finder.Select(query => $"{start}/tilbud{query}").Concat(await ListPagesAsync(start)))
        {
            var page = await ParseAsync(path);
            foreach (var card in page.QuerySelectorAll("main .card, main .call, main .line, main li").Where(IsSmallestWith112))
            {
                found++;
                Assert.All(
                    SentenceEnd().Split(card.TextContent).Where(sentence => s_notUrgent.Any(sentence.Contains)),
                    sentence => Assert.True(sentence.Any(char.IsAsciiDigit), $"{path}: {card.TextContent}")
                );
            }
        }

        Assert.True(found > 0, start);
    }

    [Theory]
    [InlineData("nn", "Når liv eller helse er i fare.", "Ring 112 når liv eller helse er i fare, og dei andre numra når det ikkje hastar.")]
    [InlineData(
        "en",
        "When life or health is in danger.",
        "Call 112 when life or health is in danger, and the other numbers when it is not"
    )]
    [InlineData("ar", "عندما تكون الحياة أو الصحة في خطر.", "اتصل بالرقم 112 عندما تكون الحياة أو الصحة في خطر")]
    public async Task The_line_of_the_police_goes_with_their_numbers(string culture, string emergency, string both)
    {
        var cards = (await ParseAsync($"/tonsberg/{culture}/tilbud?t=1")).QuerySelectorAll("#treff .card").ToList();
        var station = (await ParseAsync($"/tonsberg/{culture}/hjelp/na"))
            .QuerySelectorAll("main .call")
            .First(card => card.QuerySelector("a[href='tel:33344400']") is not null);

        Assert.Contains(both, Isolates().Replace(station.TextContent, ""), StringComparison.Ordinal);
        if (culture == "ar")
        {
            Assert.Contains(
                cards,
                card => card.QuerySelector(EmergencyNumber) is not null && card.TextContent.Contains(emergency, StringComparison.Ordinal)
            );
        }
    }

    private static bool IsSmallestWith112(IElement element) =>
        element.QuerySelector(EmergencyNumber) is not null
        && !element.QuerySelectorAll(".card, .call, .line").Any(inner => inner.QuerySelector(EmergencyNumber) is not null);

    private async Task<IReadOnlyList<string>> ListPagesAsync(string start)
    {
        var seen = new List<string> { start };
        for (var next = 0; next < seen.Count; next++)
        {
            var page = await ParseAsync(seen[next]);
            seen.AddRange(
                page.QuerySelectorAll("a[href]")
                    .Select(link => link.GetAttribute("href")!.Split('#', '?')[0])
                    .Where(href => href.StartsWith($"{start}/hjelp", StringComparison.Ordinal))
                    .Except(seen)
                    .Distinct()
                    .ToList()
            );
        }

        return seen;
    }

    private async Task<IDocument> ParseAsync(string path) =>
        await new HtmlParser().ParseDocumentAsync(await site.GetPageAsync(path), TestContext.Current.CancellationToken);

    [GeneratedRegex("[\u2066-\u2069]")]
    private static partial Regex Isolates();

    [GeneratedRegex(@"[.!?]\s|\n")]
    private static partial Regex SentenceEnd();
}
