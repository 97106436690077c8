using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.EndToEndTests.Crawling;
using VoldCms.EndToEndTests.Site;
using VoldCms.Recipes.Exporting;

namespace VoldCms.EndToEndTests.Secrets;

/// <summary>What is secret, internal or not published yet is in no output that a visitor can get.</summary>
public sealed class SecretsTests(SeededSite site)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task They_are_there_for_those_who_may_see_them()
    {
        var export = TextOf(await ExportAsync(Principal.System));

        Assert.Equal(Hidden.Words, Hidden.In(export));
    }

    [Fact]
    public async Task No_page_shows_them()
    {
        var answers = await site.Crawled;

        Assert.Contains(
            answers,
            answer => answer.Path == "/prove/nb/tilbud/prove" && answer.Text.Contains("55 00 00 01", StringComparison.Ordinal)
        );
        Faults.AssertNone(
            from answer in answers
            from word in Hidden.In($"{answer.Path} {string.Join(' ', answer.Headers.SelectMany(header => header))} {answer.Text}")
            select $"{answer.Path}: {word}"
        );
    }

    [Fact]
    public async Task Their_addresses_are_answered_as_if_they_were_not_there()
    {
        using var client = site.MakeClient();
        foreach (var culture in new[] { "nb", "en", "ar" })
        {
            var nothing = await client.FetchAsync($"/prove/{culture}/hjelp/finnes-ikke", Stop);
            foreach (var path in Hidden.Paths)
            {
                var answer = await client.FetchAsync($"/prove/{culture}/{path}", Stop);

                Assert.Equal(HttpStatusCode.NotFound, answer.Status);
                Assert.Equal(nothing.Body, answer.Body);
            }
        }
    }

    [Theory]
    [InlineData("/robots.txt")]
    [InlineData("/sitemap.xml")]
    [InlineData("/prove/sitemap.xml")]
    [InlineData("/prove/nb/tilbud?h=1&t=1")]
    [InlineData("/prove/api/graphql/schema.graphql")]
    [InlineData("/prove/api/graphql/explorer")]
    [InlineData("/health/ready")]
    public async Task No_other_address_shows_them(string path)
    {
        using var client = site.MakeClient();

        var answer = await client.FetchAsync(path, Stop);

        Assert.Empty(Hidden.In(Fetching.Unpack(answer.Body, answer.Headers)));
    }

    [Fact]
    public async Task The_whole_graph_does_not_hold_them()
    {
        using var client = site.MakeClient();
        var graph = await Graph.LoadAsync(client, "/prove/api/graphql", Stop);
        var whole = new List<string>();
        await foreach (var answer in graph.AskEverythingAsync(depth: 4, Stop))
        {
            whole.Add(answer);
        }

        // A visitor may not ask for files; everything else is answered.
        Assert.All(
            whole.Where(answer => !answer.Contains("ViewMediaContent", StringComparison.Ordinal)),
            answer => Assert.StartsWith("{\"data\"", answer, StringComparison.Ordinal)
        );
        Assert.Contains(whole, answer => answer.Contains("Prøvetilbudet", StringComparison.Ordinal));
        Assert.Contains(whole, answer => answer.Contains("55 00 00 01", StringComparison.Ordinal));
        Faults.AssertNone(whole.SelectMany(Hidden.In, (answer, word) => $"{word}: {answer[..Math.Min(300, answer.Length)]}"));
    }

    /// <summary>A filter must not tell by its count what its answer may not say.</summary>
    [Theory]
    [InlineData("""{ place(where: { displayText_contains: "Kornblomst" }) { contentItemId } }""")]
    [InlineData("""{ placeConnection(where: { displayText_contains: "Kornblomst" }) { totalCount nodes { contentItemId } } }""")]
    [InlineData("""{ service(where: { displayText_contains: "Kornblomst" }) { contentItemId } }""")]
    [InlineData("""{ channel(where: { editorNote_contains: "Gullregn" }) { contentItemId } }""")]
    [InlineData("""{ channel(orderBy: { editorNote: ASC }) { contentItemId } }""")]
    [InlineData("""{ helpPage(where: { displayText_contains: "Klokkeblomst" }) { contentItemId } }""")]
    [InlineData("""{ helpPage(status: LATEST, where: { displayText_contains: "Klokkeblomst" }) { contentItemId } }""")]
    [InlineData("""{ contentItem(contentItemId: "4pr0vep1ass000000000000001") { displayText } }""")]
    [InlineData("""{ contentItemByPath(path: "nb/tilbud/kornblomstveien") { displayText } }""")]
    public async Task No_question_finds_them(string query)
    {
        using var client = site.MakeClient();
        var graph = await Graph.LoadAsync(client, "/prove/api/graphql", Stop);

        var answer = JsonNode.Parse(await graph.AskAsync(query, Stop))!;
        var found = answer["data"]?.AsObject().SelectMany(field => Ids(field.Value)).ToList() ?? [];

        Assert.Empty(found);

        static IEnumerable<string> Ids(JsonNode? node) =>
            node switch
            {
                JsonObject item => item.SelectMany(field =>
                    field.Key is "contentItemId" or "displayText" && field.Value is not null ? [field.Value.ToString()]
                    : field.Key == "totalCount" && field.Value!.ToString() != "0" ? [$"{field.Value} of them"]
                    : Ids(field.Value)
                ),
                JsonArray items => items.SelectMany(Ids),
                _ => [],
            };
    }

    [Fact]
    public async Task The_items_as_JSON_do_not_hold_them()
    {
        using var client = site.MakeClient();
        foreach (var id in Hidden.Ids.Append("finnes-ikke"))
        {
            Assert.Equal(
                (await client.FetchAsync("/prove/api/content/finnesikke", Stop)).Status,
                (await client.FetchAsync($"/prove/api/content/{id}", Stop)).Status
            );
        }

        foreach (var id in new[] { "4pr0vetj3neste000000000001", "4pr0vekana1000000000000001", "4pr0vehje1p000000000000001" })
        {
            var answer = await client.FetchAsync($"/prove/api/content/{id}", Stop);
            Assert.Empty(Hidden.In(Fetching.Unpack(answer.Body, answer.Headers)));
        }
    }

    [Fact]
    public async Task A_visitor_gets_no_export_and_a_reader_of_drafts_one_without_what_is_hidden()
    {
        var export = TextOf(await ExportAsync(Principal.User("leser", "Leser") with { Permissions = ["ViewContent", "PreviewContent"] }));

        Assert.Contains("Prøvetilbudet", export, StringComparison.Ordinal);
        Assert.Equal([Hidden.Draft], Hidden.In(export));
        var refused = Assert.IsType<Forbidden>((await ExportAsync(Principal.Anonymous)).Error);
        Assert.Contains("needs the permission PreviewContent or EditContent", refused.Message, StringComparison.Ordinal);
    }

    private async Task<Result<ExportedRecipe>> ExportAsync(Principal principal)
    {
        var tenant = await site.Services.GetRequiredService<ITenantStore>().FindAsync("Prove", Stop);
        await using var scope = site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(tenant!);
        scope.ServiceProvider.GetRequiredService<CurrentPrincipal>().Value = principal;
        return await scope.ServiceProvider.GetRequiredService<TenantExport>().ExportAsync(Stop);
    }

    private static string TextOf(Result<ExportedRecipe> export) =>
        export.Value.Recipe.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
