using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace VoldCms.IntegrationTests.Services.Channels;

/// <summary>What Tønsberg says of who is open, at moments at which it is easy to be wrong: the same everywhere, and right.</summary>
public sealed class OpenNowTests(ServicesSite site) : IClassFixture<ServicesSite>
{
    // In the order of the clock, which does not run backwards here either. The hour that comes twice is asked in both.
    private static readonly (string Moment, string Utc, bool? AnswersInWorkingHours)[] s_moments =
    [
        ("a Wednesday at 10", "2026-11-18T09:00:00Z", true),
        ("the night after it", "2026-11-19T02:00:00Z", false),
        ("a Saturday", "2026-11-21T11:00:00Z", false),
        // Nobody has said whether these are days like others.
        ("Christmas Eve, a Thursday at 10", "2026-12-24T09:00:00Z", null),
        ("Christmas Day, a Friday", "2026-12-25T11:00:00Z", false),
        ("New Year's Eve, a Thursday at 10", "2026-12-31T09:00:00Z", null),
        ("Maundy Thursday", "2027-03-25T11:00:00Z", false),
        ("before the clock goes forward", "2027-03-28T00:59:59Z", false),
        ("when the clock has gone forward", "2027-03-28T01:00:00Z", false),
        ("17 May, a Monday", "2027-05-17T10:00:00Z", false),
        ("02:30 the first time", "2027-10-31T00:30:00Z", false),
        ("02:30 the second time", "2027-10-31T01:30:00Z", false),
    ];

    private static readonly string[] s_dayAndNight =
    [
        "senteret-i-tonsberg",
        "smiso",
        "vo-linjen",
        "alarmtelefonen",
        "mental-helse",
        "kirkens-sos",
        "legevakt",
        "02800",
    ];

    [Fact]
    public async Task Page_finder_front_and_api_say_the_same_and_right()
    {
        foreach (var (moment, utc, answersInWorkingHours) in s_moments)
        {
            site.Clock.Now = DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture);
            var api = await AskAsync();
            var list = await ParseAsync("/tonsberg/nb/tilbud");
            var openOnly = await ParseAsync("/tonsberg/nb/tilbud?a=1");
            var front = await ParseAsync("/tonsberg/nb");
            (string Name, bool? IsOpen)[] all =
            [
                .. s_dayAndNight.Select(name => (name, (bool?)true)),
                ("atv", answersInWorkingHours),
                ("familievernkontoret", null),
            ];
            foreach (var (name, expected) in all)
            {
                var href = $"/tonsberg/nb/tilbud/{name}";
                var said = $"{moment}: {name}";

                Assert.True(api.OpenNow[name] == expected, $"{said}: openNow {api.OpenNow[name]}");
                Assert.True(api.Open.Contains(name) == (expected == true), $"{said}: openServices");
                Assert.True(StateOf(await ParseAsync(href)) == expected, $"{said}: its page");
                Assert.True(StateOfGroup(list, href) == expected, $"{said}: the list");
                Assert.True(
                    openOnly.QuerySelector($".card h3 a[href='{href}']") is not null == (expected == true),
                    $"{said}: only what is open"
                );
                if (front.QuerySelector($"main h3 a[href='{href}']")?.Closest("li") is { } card)
                {
                    Assert.True(StateOf(card) == expected, $"{said}: the front");
                }
            }
        }
    }

    [Fact]
    public async Task What_is_open_is_said_and_hours_that_are_words_stand_as_words()
    {
        site.Clock.Now = s_moments.Select(each => DateTimeOffset.Parse(each.Utc, System.Globalization.CultureInfo.InvariantCulture)).Max();
        var shelter = await ParseAsync("/tonsberg/nb/tilbud/senteret-i-tonsberg");
        var english = await ParseAsync("/tonsberg/en/tilbud/familievernkontoret");
        var list = await ParseAsync("/tonsberg/nb/tilbud");

        Assert.Equal("Huset er åpent hele døgnet. Ring først.", TextOf(shelter.QuerySelector(".opening")!));
        Assert.Equal("Krisesenteret er bemannet hele døgnet.", TextOf(shelter.QuerySelector(".channels .opening")!));
        Assert.Null(shelter.QuerySelector("[aria-labelledby=kontakt] q"));
        Assert.Equal("nb", english.QuerySelector(".channels .opening q")!.GetAttribute("lang"));
        Assert.StartsWith(
            "In the source's words: Telefontider: 08:00–15:30",
            TextOf(english.QuerySelector(".channels .opening")!),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("ikke kjent", list.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Åpent hele døgnet", TextOf((await ParseAsync("/tonsberg/nb/tilbud/smiso")).QuerySelector(".opening")!));
    }

    private static string TextOf(IElement opening)
    {
        var words = opening.TextContent.Replace(opening.QuerySelector(".opening__sign")!.TextContent, "", StringComparison.Ordinal);
        return string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    // Null where nobody knows.
    private static bool? StateOf(IParentNode of) =>
        of.QuerySelector(".opening--open, .opening--soon") is not null ? true
        : of.QuerySelector(".opening--ask") is not null ? null
        : false;

    private static bool? StateOfGroup(IDocument page, string href) =>
        page.QuerySelector($".card h3 a[href='{href}']")!.Closest("section")!.QuerySelector("h2")!.TextContent switch
        {
            "Åpent nå" => true,
            "Stengt nå" => false,
            "Se når de har åpent" or "Ring og spør når de har åpent" => null,
            var other => throw new InvalidOperationException(other),
        };

    private async Task<(Dictionary<string, bool?> OpenNow, HashSet<string> Open)> AskAsync()
    {
        using var response = await site.Client.PostAsJsonAsync(
            new Uri("/tonsberg/api/graphql", UriKind.Relative),
            new { query = """{ service(culture: "nb") { openNow path } openServices(culture: "nb") { path } }""" },
            TestContext.Current.CancellationToken
        );
        var data = (await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("data");
        return (
            data.GetProperty("service").EnumerateArray().ToDictionary(NameOf, service => IsOpen(service.GetProperty("openNow"))),
            [.. data.GetProperty("openServices").EnumerateArray().Select(NameOf)]
        );
    }

    private static bool? IsOpen(JsonElement answer) => answer.ValueKind == JsonValueKind.Null ? null : answer.GetBoolean();

    private static string NameOf(JsonElement service) => service.GetProperty("path").GetString()!.Split('/')[^1];

    private async Task<IDocument> ParseAsync(string path) =>
        await new HtmlParser().ParseDocumentAsync(await site.GetPageAsync(path), TestContext.Current.CancellationToken);
}
