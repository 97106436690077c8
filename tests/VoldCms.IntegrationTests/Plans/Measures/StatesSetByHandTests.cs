using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using VoldCms.Data.Databases;
using VoldCms.IntegrationTests.ContentApi;
using VoldCms.IntegrationTests.Web;

namespace VoldCms.IntegrationTests.Plans.Measures;

/// <summary>The program with Mosseregionen's recipe, to be changed by whom a test names.</summary>
public sealed class ApiWithMosseregionen() : ApiSite(DatabaseProvider.Sqlite, "Mosseregionen");

/// <summary>What pages say when a person, and not the document, has told how far a measure has come.</summary>
public sealed class StatesSetByHandTests(ApiWithMosseregionen site) : IClassFixture<ApiWithMosseregionen>
{
    private const string Read = "Vi har hentet fremdriften fra teksten i planen.";
    private const string ByHand = "Kommunen har selv satt status på 1 tiltak.";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_state_that_a_person_sets_is_said_to_be_hers_and_the_printed_words_stay()
    {
        await site.Services.WaitForTenantsAsync(["mosseregionen"]);
        var before = await ProgressAsync();

        await SendAsync(
            """
            mutation ($id: ID!) { publishMeasure(contentItemId: $id, content: {
                state: "done", ownStatusText: "Alle enheter er i gang.", ownStatusDate: "2026-10-01" }) { contentItemId } }
            """,
            await FindAsync("7")
        );

        var page = await OpenAsync("/mosseregionen/nb/tiltak/handlingsplan/7");
        var facts = page.QuerySelectorAll(".facts > div")
            .ToDictionary(fact => fact.QuerySelector("dt")!.TextContent, fact => fact.QuerySelector("dd")!.Words());
        Assert.Equal("Gjennomført", page.QuerySelector(".page-head .mark")!.Words());
        Assert.Contains(page.QuerySelectorAll(".page-head .small"), line => line.TextContent == "Status satt av kommunen 01.10.2026");
        Assert.Equal("Etterspørres!", facts["Status"]);
        Assert.Equal("Alle enheter er i gang.", facts["Status nå, med kommunens egne ord"]);
        Assert.Equal((true, false), (before.Contains(Read), before.Contains(ByHand)));
        Assert.Equal((true, true), ((await ProgressAsync()).Contains(Read), (await ProgressAsync()).Contains(ByHand)));
        Assert.Single(
            (await OpenAsync("/mosseregionen/nb/planer/handlingsplan")).QuerySelectorAll("td .small"),
            line => line.TextContent == "Status satt av kommunen"
        );
    }

    private async Task<IReadOnlyList<string>> ProgressAsync() =>
        [
            .. (await OpenAsync("/mosseregionen/nb/planer/handlingsplan"))
                .QuerySelectorAll("section[aria-labelledby=framdrift] .small")
                .Select(line => line.Words()),
        ];

    private async Task<string> FindAsync(string number)
    {
        var answer = await SendAsync($$"""{ measure(where: { number: "{{number}}" }) { contentItemId } }""", id: null);
        return answer.GetProperty("measure")[0].GetProperty("contentItemId").GetString()!;
    }

    private async Task<JsonElement> SendAsync(string query, string? id)
    {
        var answer = await site.SendAsync(
            "POST",
            "/mosseregionen/api/graphql",
            JsonSerializer.Serialize(new { query, variables = new { id } }),
            (ApiSite.WhoHeader, "Administrator")
        );
        Assert.False(answer.Json.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.Json.GetProperty("data");
    }

    private async Task<IDocument> OpenAsync(string path) =>
        await new HtmlParser().ParseDocumentAsync((await site.SendAsync("GET", path)).Text, Stop);
}
