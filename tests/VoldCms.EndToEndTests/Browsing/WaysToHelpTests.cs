using System.Globalization;
using System.Text;
using VoldCms.EndToEndTests.Site;

namespace VoldCms.EndToEndTests.Browsing;

/// <summary>
/// The ways of six people from the front page to a number that answers now, walked on a small phone in every municipality and
/// language: how often she presses, and how far down the links and at last the number stand. The environment variable
/// <c>WAYS</c> names a file for the table that <c>docs/ways-to-help.md</c> shows.
/// </summary>
public sealed class WaysToHelpTests(SeededSite site, Browser browser)
{
    private const int Width = 360;
    private const int Height = 640;
    private const int MostPresses = 2;
    private const double MostScreensToALink = 8;
    private const double MostScreensToTheNumber = 3;

    private static readonly string[] s_tenants = ["porsgrunn", "tonsberg", "mosseregionen", "stavanger"];
    private static readonly string[] s_cultures = ["nb", "nn", "en"];

    // Where each presses: paths below the language.
    private static readonly (string Who, string[] Presses)[] s_people =
    [
        ("A woman of 70 whose son takes her money", ["hjelp/eldre"]),
        ("A boy of 14 who is watched", ["hjelp/ung"]),
        ("A man hit by his wife", ["hjelp/for-deg", "hjelp/for-deg/menn"]),
        ("A neighbour", ["hjelp/for-andre"]),
        ("Somebody who hits and wants to stop", ["hjelp/endre-seg"]),
        ("A teacher", ["hjelp/ansatte"]),
    ];

    // Where a link's lower edge stands; null where it is not there to be seen.
    private const string BottomOf = """
        (href) => {
          const link = [...document.querySelectorAll('main a')]
            .find((link) => link.getAttribute('href') === href && link.getClientRects().length > 0);
          return link ? link.getBoundingClientRect().bottom + scrollY : null;
        }
        """;

    // The first number whose card says that it is answered now.
    private const string FirstAnswering = """
        () => {
          const link = [...document.querySelectorAll('main .call, main .line')]
            .filter((card) => card.querySelector('.opening--open, .opening--soon'))
            .map((card) => card.querySelector('a[href^="tel:"]'))
            .find((link) => link && link.getClientRects().length > 0);
          return link ? link.getAttribute('href') : null;
        }
        """;

    [Fact]
    public async Task Each_ends_at_a_number_that_answers_now()
    {
        await using var visit = await browser.VisitAsync(
            site.Address,
            new()
            {
                ViewportSize = new() { Width = Width, Height = Height },
            }
        );
        var faults = new List<string>();
        var table = new StringBuilder(
            "| Who | Where | Presses | Screens to the links (nb, nn, en) | "
                + "Screens to the number (nb, nn, en) | Number |\n|---|---|---|---|---|---|\n"
        );
        foreach (var (who, presses) in s_people)
        {
            foreach (var tenant in s_tenants)
            {
                List<Way> ways = [];
                foreach (var culture in s_cultures)
                {
                    ways.Add(await WalkAsync(visit, $"/{tenant}/{culture}", presses));
                }

                table
                    .Append(CultureInfo.InvariantCulture, $"| {who} | {tenant} | {presses.Length} ")
                    .Append(
                        CultureInfo.InvariantCulture,
                        $"| {Join(ways.Select(way => way.ToLinks))} | {Join(ways.Select(way => way.ToNumber))} "
                    )
                    .Append(CultureInfo.InvariantCulture, $"| {Join(ways.Select(way => way.Number ?? "none").Distinct())} |\n");
                faults.AddRange(
                    ways.Zip(s_cultures).Where(pair => !pair.First.IsShort).Select(pair => $"{who}, /{tenant}/{pair.Second}: {pair.First}")
                );
            }
        }

        if (Environment.GetEnvironmentVariable("WAYS") is { Length: > 0 } file)
        {
            await File.WriteAllTextAsync(file, table.ToString(), TestContext.Current.CancellationToken);
        }

        Assert.All(s_people, person => Assert.True(person.Presses.Length <= MostPresses));
        Faults.AssertNone(faults);
    }

    private static async Task<Way> WalkAsync(Visit visit, string front, string[] presses)
    {
        await visit.OpenAsync(front);
        var toLinks = 0.0;
        foreach (var href in presses.Select(path => $"{front}/{path}"))
        {
            if (await BottomAsync(visit, href) is not { } bottom)
            {
                return new(null, null, null);
            }

            toLinks += bottom;
            // It can be pressed, and leads there; that the page has come is waited for by opening it.
            await visit.Page.ClickAsync($"main a[href='{href}']:visible", new() { Trial = true });
            await visit.OpenAsync(href);
        }

        var number = await visit.Page.EvaluateAsync<string?>(FirstAnswering);
        return new(toLinks, number is null ? null : await BottomAsync(visit, number), number?["tel:".Length..]);
    }

    private static Task<double?> BottomAsync(Visit visit, string href) => visit.Page.EvaluateAsync<double?>(BottomOf, href);

    private static string Join(IEnumerable<string> screens) => string.Join(", ", screens);

    /// <summary>One way, walked.</summary>
    /// <param name="Links">How far down the links stand, all pages together, in pixels; null where one is missing.</param>
    /// <param name="End">How far down the number stands; null where none answers.</param>
    /// <param name="Number">As it is dialled.</param>
    private sealed record Way(double? Links, double? End, string? Number)
    {
        public string ToLinks => Screens(Links);

        public string ToNumber => Screens(End);

        public bool IsShort => Links <= MostScreensToALink * Height && End <= MostScreensToTheNumber * Height;

        private static string Screens(double? pixels) =>
            pixels is { } depth ? string.Create(CultureInfo.InvariantCulture, $"{depth / Height:0.0}") : "none";
    }
}
