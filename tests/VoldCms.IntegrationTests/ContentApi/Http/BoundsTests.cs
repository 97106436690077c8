using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using VoldCms.ContentManagement.Items;
using static VoldCms.IntegrationTests.ContentApi.ApiSample;

namespace VoldCms.IntegrationTests.ContentApi.Http;

/// <summary>What one request may take, and what many may take together.</summary>
public abstract class BoundsTests(BoundedApi site) : ApiTest(site)
{
    private const string Endless = "{ helpPage(first: 997) { displayText ingress } }";

    [Theory]
    [InlineData("{ helpPage(first: 40) { ingress } }")]
    [InlineData("{ a: helpPage(first: 14) { ingress } b: helpPage(first: 14, skip: 1) { ingress } }")]
    [InlineData("{ helpPageConnection(first: 40) { edges { node { ingress } } } }")]
    [InlineData("{ changes(first: 40) { changes { contentItem { ... on HelpPage { ingress } } } } }")]
    public async Task An_answer_that_becomes_too_large_is_cut_and_says_so(string query)
    {
        var tenant = await FilledAsync();

        var answer = await tenant.AskAsync(query);

        Assert.Contains(CodesOf(answer), code => code is "MaxResponseBytes" or "MaxReadBytes");
        Assert.InRange(answer.GetRawText().Length, 50, BoundedApi.MaxResponseBytes);
        Assert.Contains("ask for fewer", answer.GetProperty("errors")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Contains("\"ingress\"", await tenant.DataAsync("{ helpPage(first: 5) { ingress } }"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/content?type=HelpPage&first=25", "urn:voldcms:api.max-response-bytes")]
    [InlineData("/api/content?type=HelpPage&first=40", "urn:voldcms:api.max-read-bytes")]
    public async Task Items_as_json_are_held_to_the_same_bounds(string path, string type)
    {
        var tenant = await FilledAsync();

        var refused = await Site.SendAsync("GET", tenant.At(path));
        var passes = await Site.SendAsync("GET", tenant.At("/api/content?type=HelpPage&first=5"));

        Assert.Equal((HttpStatusCode.BadRequest, type), (refused.Status, refused.Json.GetProperty("type").GetString()));
        Assert.Contains("ask for fewer", refused.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, passes.Status);
    }

    [Fact]
    public async Task What_takes_too_long_ends_and_what_is_in_memory_is_answered_while_others_wait()
    {
        var tenant = await FilledAsync();
        const string Introspection = "{ __schema { types { name } } }";
        string[] known = [await tenant.DataAsync("{ helpPage(first: 2) { displayText } }"), await tenant.DataAsync(Introspection)];
        foreach (var path in new[] { "/api/graphql/schema.graphql", "/api/openapi.json" })
        {
            Assert.Equal(HttpStatusCode.OK, (await Site.SendAsync("GET", tenant.At(path))).Status);
        }

        // There is room for one as long as that.
        var running = tenant.AskAsync(Endless);
        await Task.Delay(300, Stop);
        var busy = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(each => Site.SendAsync("GET", tenant.At($"/api/graphql?query={{a{each}:helpPage(first:997){{path}}}}")))
        );
        var inMemory = new[] { await tenant.DataAsync("{ helpPage(first: 2) { displayText } }"), await tenant.DataAsync(Introspection) };
        var documents = new[]
        {
            await Site.SendAsync("GET", tenant.At("/api/graphql/schema.graphql")),
            await Site.SendAsync("GET", tenant.At("/api/openapi.json")),
        };
        var ended = await running;

        Assert.Equal(known, inMemory);
        Assert.All(documents, document => Assert.Equal(HttpStatusCode.OK, document.Status));
        Assert.Equal(("MaxSeconds", JsonValueKind.Null), (CodesOf(ended).Single(), ended.GetProperty("data").ValueKind));
        Assert.Contains(busy, answer => answer.Status == HttpStatusCode.ServiceUnavailable);
        Assert.All(
            busy.Where(answer => answer.Status == HttpStatusCode.ServiceUnavailable),
            answer =>
                Assert.Equal(
                    ("urn:voldcms:api.busy", 2),
                    (answer.Json.GetProperty("type").GetString(), int.Parse(answer.Header("Retry-After")!, CultureInfo.InvariantCulture))
                )
        );
        Assert.Contains("HelpPage", await tenant.DataAsync("{ helpPage(first: 3) { displayText } }"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_named_query_reads_no_more_than_a_list_whichever_way_it_is_asked()
    {
        var tenant = await FilledAsync();

        var asked = await tenant.AskAsync("{ everyPage }");
        var byName = await Site.SendAsync(
            "GET",
            tenant.At("/api/queries/EveryPage?first=1"),
            headers: (ApiSite.WhoHeader, "Administrator")
        );

        Assert.Equal(
            ("MaxReadBytes", JsonValueKind.Null),
            (CodesOf(asked).Single(), asked.GetProperty("data").GetProperty("everyPage").ValueKind)
        );
        Assert.Equal(
            (HttpStatusCode.BadRequest, "urn:voldcms:api.max-read-bytes"),
            (byName.Status, byName.Json.GetProperty("type").GetString())
        );
    }

    [Fact]
    public async Task What_describes_the_api_is_no_larger_than_an_answer()
    {
        var types = string.Concat(
            Enumerable
                .Range(0, 130)
                .Select(each =>
                    $$""", { "Name": "Extra{{each}}", "DisplayName": "Extra","""
                    + $$""" "ContentTypePartDefinitionRecords": [{ "PartName": "TitlePart", "Name": "TitlePart" }] }"""
                )
        );
        var tenant = await Site.CreateTenantAsync(
            Definitions.Replace("\n  ],\n  \"ContentParts\"", $"{types}\n  ],\n  \"ContentParts\"", StringComparison.Ordinal)
        );

        var answer = await Site.SendAsync("GET", tenant.At("/api/graphql/schema.graphql"));
        var part = await tenant.DataAsync("""{ __type(name: "Extra59") { name } }""");

        Assert.Equal(
            (HttpStatusCode.BadRequest, "urn:voldcms:api.max-response-bytes"),
            (answer.Status, answer.Json.GetProperty("type").GetString())
        );
        Assert.Contains(
            "larger than 200000 bytes; ask introspection",
            answer.Json.GetProperty("detail").GetString(),
            StringComparison.Ordinal
        );
        Assert.Contains("Extra59", part, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_changes_something_waits_for_its_turn_too_and_nothing_of_it_is_done_when_there_is_none()
    {
        var tenant = await FilledAsync();
        const string Mutation = """{"query":"mutation { saveHelpPageDraft(content: { title: \"Ny\" }) { contentItemId } }"}""";
        const string Item = """{"ContentType":"HelpPage","DisplayText":"Ny","TitlePart":{"Title":"Ny"}}""";
        (string, string) who = (ApiSite.WhoHeader, "Administrator"),
            once = ("Idempotency-Key", "en");

        // What is done for the first time takes its time.
        await Site.SendAsync("POST", tenant.Address, Mutation, who, ("Idempotency-Key", "null"));
        await Site.SendAsync("POST", tenant.At("/api/content"), Item, who);
        await Site.SendAsync("DELETE", tenant.At("/api/content/p00"), null, who);

        // There is room for one as long as that, and no other: it is among the cheap ones.
        var running = tenant.AskAsync("{ a: helpPage(first: 997) { path } }");
        await site.UntilSomebodyWaitsAsync();
        var refused = await Task.WhenAll(
            Site.SendAsync("POST", tenant.Address, Mutation, who, once),
            Site.SendAsync("POST", tenant.At("/api/content"), Item, who),
            Site.SendAsync("DELETE", tenant.At("/api/content/p01"), null, who)
        );
        await running;
        var left = await tenant.DataAsync("{ helpPageConnection(status: LATEST, first: 1) { totalCount } }", roles: "Administrator");
        var again = await Site.SendAsync("POST", tenant.Address, Mutation, who, once);

        Assert.All(
            refused,
            answer =>
                Assert.Equal(
                    (HttpStatusCode.ServiceUnavailable, "urn:voldcms:api.busy", "2"),
                    (answer.Status, answer.Json.GetProperty("type").GetString(), answer.Header("Retry-After"))
                )
        );
        Assert.Equal("""{"helpPageConnection":{"totalCount":41}}""", left);
        Assert.Contains("contentItemId", again.Json.GetProperty("data").GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Items_as_json_that_take_too_long_are_a_problem()
    {
        var tenant = await FilledAsync();

        var answer = await Site.SendAsync("GET", tenant.At("/api/content?type=HelpPage&first=997"));

        Assert.Equal(
            (HttpStatusCode.ServiceUnavailable, "urn:voldcms:api.max-seconds"),
            (answer.Status, answer.Json.GetProperty("type").GetString())
        );
        Assert.NotNull(answer.Header("Retry-After"));
    }

    public static TheoryData<string, string, int> Bodies() =>
        new()
        {
            { "gzip", "gzip", 200 },
            { "x-gzip", "gzip", 200 },
            { "br", "br", 200 },
            { "deflate", "deflate", 200 },
            { "GZIP", "gzip", 200 },
            { "identity", "", 200 },
            { "identity, gzip", "gzip", 200 },
            { "gzip", "", 400 },
            { "br", "", 400 },
            { "deflate", "", 400 },
            { "gzip", "br", 400 },
            { "deflate", "gzip", 400 },
            { "gzip", "cut", 400 },
            { "zstd", "", 415 },
            { "gzip, gzip", "gzip", 415 },
            { "gzip, br", "gzip", 415 },
            { "identity, compress", "", 415 },
            { "gzip", "bomb", 413 },
            { "br", "bomb-br", 413 },
        };

    [Theory, MemberData(nameof(Bodies))]
    public async Task A_body_is_read_as_it_says_that_it_is_compressed(string says, string isA, int status)
    {
        var tenant = await Site.CreateTenantAsync();

        var asked = await SendAsync(tenant.Address, """{"query":"{ me { userId } }"}""", null);
        var written = await SendAsync(
            tenant.At("/api/content"),
            """{"ContentType":"HelpPage","DisplayText":"Ny","TitlePart":{"Title":"Ny"}}""",
            "Editor"
        );

        Assert.True(
            (status, status) == ((int)asked.Status, (int)written.Status),
            $"{asked.Status} {asked.Text} {written.Status} {written.Text}"
        );
        Assert.Equal(status == 200 ? """{"data":{"me":null}}""" : null, status == 200 ? asked.Text : null);
        Assert.Equal(status == 415 ? "br, deflate, gzip" : null, asked.Header("Accept-Encoding"));

        async Task<ApiAnswer> SendAsync(string address, string body, string? roles)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address)
            {
                Content = new ByteArrayContent(Compressed(Encoding.UTF8.GetBytes(body), isA)),
            };
            request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
            request.Content.Headers.TryAddWithoutValidation("Content-Encoding", says);
            if (roles is not null)
            {
                request.Headers.Add(ApiSite.WhoHeader, roles);
            }

            using var answer = await Site.Http.SendAsync(request, Stop);
            return new(
                answer.StatusCode,
                answer.Headers,
                answer.Content.Headers.ContentType?.MediaType,
                await answer.Content.ReadAsStringAsync(Stop)
            );
        }
    }

    [Theory]
    [InlineData("measureConnection(first: -1) { totalCount }")]
    [InlineData("measureConnection(first: 1001) { nodes { displayText } }")]
    [InlineData("measureConnection(after: \"x\") { totalCount }")]
    [InlineData("measureCounts(by: [order], first: -1) { count }")]
    [InlineData("measureCounts(by: []) { count }")]
    [InlineData("changes(first: -1) { hasMore }")]
    [InlineData("changes(since: \"x\") { hasMore }")]
    [InlineData("measure(first: -1) { displayText }")]
    public async Task One_bad_argument_leaves_the_other_fields(string field)
    {
        var tenant = await Site.CreateTenantAsync();

        var answer = await tenant.AskAsync($"{{ a: {field} b: measure {{ displayText }} }}");

        Assert.Equal("""{"a":null,"b":[]}""", answer.GetProperty("data").GetRawText());
        Assert.Equal("a", answer.GetProperty("errors")[0].GetProperty("path")[0].GetString());
    }

    [Fact]
    public async Task A_long_page_of_few_items_costs_what_there_is()
    {
        var tenant = await Site.CreateTenantAsync();
        await tenant.Content.PublishAsync([
            Item("Plan", "plan"),
            Item("Plan", "plan2"),
            Item("Party", "party"),
            Item("Party", "secret", level: "internal"),
            .. Enumerable.Range(0, 43).Select(each => Measure($"m{each}", "plan", each, ["party"])),
        ]);
        const string Query =
            "{ plan { measureByPlan(first: 1000) { displayText parties { contentItems { "
            + "displayText } } leads { contentItems(first: 1000) { displayText } } } } }";

        var data = await tenant.DataAsync(Query);
        var many = (
            await tenant.AskAsync($"{{ {string.Concat(Enumerable.Range(0, 60).Select(each => $"a{each}: {Query[1..^1]}"))} }}")
        ).GetProperty("errors")[0];

        Assert.Equal(
            43,
            JsonElement.Parse(data).GetProperty("plan").EnumerateArray().Sum(plan => plan.GetProperty("measureByPlan").GetArrayLength())
        );
        Assert.StartsWith(
            "a0.measureByPlan",
            many.GetProperty("extensions").GetProperty("dearestField").GetString(),
            StringComparison.Ordinal
        );
        Assert.Equal("MaxCost", many.GetProperty("extensions").GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("{ helpPage(first: 1001) { path } }", "\"first\" is 1001; it may be from 0 to 1000.")]
    [InlineData(
        "{ plan { measureByPlan { displayText } } }",
        "More than 100 items would be needed on this level; ask for fewer parents, or for a smaller page."
    )]
    public async Task A_list_and_a_level_hold_so_many_rows(string query, string message)
    {
        var tenant = await Site.CreateTenantAsync();
        await tenant.Content.PublishAsync([
            Item("Plan", "plan"),
            Item("Plan", "plan2"),
            .. Enumerable.Range(0, 101).Select(each => Measure($"m{each}", each % 2 == 0 ? "plan" : "plan2", each, [])),
        ]);

        Assert.StartsWith(message, await tenant.ErrorAsync(query), StringComparison.Ordinal);
    }

    private async Task<ApiTenant> FilledAsync()
    {
        var tenant = await Site.CreateTenantAsync();
        await tenant.Content.PublishAsync([
            .. Enumerable.Range(0, 40).Select(each => Page($"p{each:00}", $$"""{ "Ingress": { "Text": "{{new string('x', 9000)}}" } }""")),
        ]);
        return tenant;
    }

    private static string[] CodesOf(JsonElement answer) =>
        [
            .. answer
                .GetProperty("errors")
                .EnumerateArray()
                .Select(error => error.GetProperty("extensions").GetProperty("code").GetString()!),
        ];

    private static byte[] Compressed(byte[] body, string how)
    {
        using var output = new MemoryStream();
        byte[] bytes = how.StartsWith("bomb", StringComparison.Ordinal)
            ? [.. Encoding.UTF8.GetBytes(new string(' ', 3_000_000)), .. body]
            : body;
        using (
            Stream stream = how switch
            {
                "gzip" or "bomb" or "cut" => new GZipStream(output, CompressionLevel.Fastest, leaveOpen: true),
                "br" or "bomb-br" => new BrotliStream(output, CompressionLevel.Fastest, leaveOpen: true),
                "deflate" => new ZLibStream(output, CompressionLevel.Fastest, leaveOpen: true),
                _ => new BufferedStream(output),
            }
        )
        {
            stream.Write(bytes);
            stream.Flush();
            if (how.Length == 0)
            {
                return output.ToArray();
            }
        }

        return how == "cut" ? output.ToArray()[..((int)output.Length / 2)] : output.ToArray();
    }
}

public sealed class BoundsOnSqliteTests(BoundedOnSqlite site) : BoundsTests(site), IClassFixture<BoundedOnSqlite>;

public sealed class BoundsOnPostgreSqlTests(BoundedOnPostgreSql site) : BoundsTests(site), IClassFixture<BoundedOnPostgreSql>;
