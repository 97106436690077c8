using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using static VoldCms.IntegrationTests.ContentApi.ApiSample;

namespace VoldCms.IntegrationTests.ContentApi.GraphQL;

/// <summary>What HTTP asks, which no database changes.</summary>
public sealed class HttpTests(ApiOnSqlite site) : ApiTest(site), IClassFixture<ApiOnSqlite>
{
    [Fact]
    public async Task Every_audit_of_graphql_over_http_is_green()
    {
        var tenant = await Site.CreateTenantAsync();

        var audits = await Judge.AskAsync(Stop, "audits", new Uri(Site.Http.BaseAddress!, tenant.Address).ToString());

        // MUST, SHOULD and MAY alike: an audit that is not met is "notice", "warn" or "error" by its level, and none of them is taken.
        Assert.All(
            ["MUST", "SHOULD", "MAY"],
            level =>
                Assert.Contains(
                    audits.EnumerateArray(),
                    audit => audit.GetProperty("name").GetString()!.StartsWith(level + ' ', StringComparison.Ordinal)
                )
        );
        Assert.True(audits.GetArrayLength() > 50);
        Assert.Empty(
            audits
                .EnumerateArray()
                .Where(audit => audit.GetProperty("status").GetString() != "ok")
                .Select(audit => $"{audit.GetProperty("id")} {audit.GetProperty("name")}: {audit.GetProperty("reason")}")
        );
    }

    [Fact]
    public async Task Nothing_that_is_valid_on_orchard_core_breaks_here()
    {
        var contract = Path.Combine(Repository.Root, "..", "shared", "orchard-core-helppage.graphql");
        Assert.SkipUnless(File.Exists(contract), "../shared/orchard-core-helppage.graphql is not there.");
        var tenant = await Site.CreateTenantAsync(Contract);
        using var folder = new TemporaryFolder();
        var ours = Path.Combine(folder.Path, "ours.graphql");
        await File.WriteAllTextAsync(ours, await Site.Http.GetStringAsync($"{tenant.Address}/schema.graphql", Stop), Stop);

        var changes = await Judge.AskAsync(Stop, "breaking", contract, ours);

        Assert.Empty(changes.EnumerateArray().Select(change => change.GetString()));
    }

    [Fact]
    public async Task A_thousand_drafts_leave_what_everybody_is_answered_alone()
    {
        var tenant = await Site.CreateTenantAsync();
        await tenant.Content.PublishAsync(Page("p1"));
        const string Query = "{ helpPage { contentItemId contentItemVersionId latest modifiedUtc } helpPageConnection { totalCount } }";
        using var first = await tenant.GetAsync(Query);
        var etag = first.Headers.ETag!.ToString();
        Site.Clock.StandsStill = true;

        for (var number = 0; number < 1000; number++)
        {
            await tenant.Content.SaveDraftAsync(Page(number % 2 == 0 ? "p1" : $"d{number}"));
            if (number % 100 == 99)
            {
                using var again = await tenant.GetAsync(Query, ifNoneMatch: etag);
                Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);

                // What is asked anew after a commit is the versions, of which the clock keeps the answer; after that nothing is.
                var before = Site.Statements.Count;
                using var kept = await tenant.GetAsync(Query, ifNoneMatch: etag);
                Assert.Equal((HttpStatusCode.NotModified, before), (kept.StatusCode, Site.Statements.Count));
            }
        }

        await tenant.Content.PublishAsync(Page("p1"));
        using var later = await tenant.GetAsync(Query, ifNoneMatch: etag);
        Site.Clock.StandsStill = false;
        Assert.Equal(HttpStatusCode.OK, later.StatusCode);
    }

    [Fact]
    public async Task Who_may_see_more_sees_every_change_at_once()
    {
        var tenant = await Site.CreateTenantAsync();
        const string Query = "{ helpPage(status: LATEST) { contentItemId } }";
        await tenant.Content.SaveDraftAsync(Page("d1"));
        using var first = await tenant.GetAsync(Query, "Editor");
        await tenant.Content.SaveDraftAsync(Page("d2"));
        using var later = await tenant.GetAsync(Query, "Editor");

        Assert.DoesNotContain("d2", await first.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Contains("d2", await later.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_is_kept_until_something_is_published()
    {
        var tenant = await Site.CreateTenantAsync();
        await tenant.Content.PublishAsync(Page("p1"));
        const string Query = "{ helpPage { contentItemId } }";

        using var first = await tenant.GetAsync(Query);
        var etag = first.Headers.ETag!.ToString();
        using var again = await tenant.GetAsync(Query, ifNoneMatch: etag);
        using var brotli = await tenant.GetAsync(Query, ifNoneMatch: etag, acceptEncoding: "br");
        await tenant.Content.PublishAsync(Page("p2"));
        using var later = await tenant.GetAsync(Query, ifNoneMatch: etag);

        Assert.Equal(
            (HttpStatusCode.OK, "public, no-cache", "*"),
            (first.StatusCode, first.Headers.CacheControl?.ToString(), first.Headers.GetValues("Access-Control-Allow-Origin").Single())
        );
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal((HttpStatusCode.OK, "br"), (brotli.StatusCode, brotli.Content.Headers.ContentEncoding.Single()));
        Assert.NotEqual(etag, brotli.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.OK, later.StatusCode);
        Assert.Contains("p2", await later.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_schema_follows_its_definitions()
    {
        var tenant = await Site.CreateTenantAsync(Contract);
        Assert.Contains("Cannot query field", await tenant.ErrorAsync("{ plan { displayText } }"), StringComparison.Ordinal);

        await tenant.Content.DefineAsync(Definitions);

        Assert.Equal("""{"plan":[]}""", await tenant.DataAsync("{ plan { displayText } }"));
    }

    [Fact]
    public async Task Orchard_core_s_forms_are_taken()
    {
        var tenant = await Site.CreateTenantAsync();
        using var text = new StringContent("{ me { userId } }", new MediaTypeHeaderValue("application/graphql"));

        using var answer = await tenant.PostAsync(text);

        Assert.Equal("""{"data":{"me":null}}""", await answer.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task A_document_is_named_by_its_hash_once_it_has_run()
    {
        var tenant = await Site.CreateTenantAsync();
        const string Query = "{ me { userId } }";
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(Query)));
        var named = """{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"HASH"}}}""".Replace(
            "HASH",
            hash,
            StringComparison.Ordinal
        );

        async Task<string> SendAsync(string body)
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var answer = await tenant.PostAsync(content);
            return await answer.Content.ReadAsStringAsync(Stop);
        }

        Assert.Contains("PERSISTED_QUERY_NOT_FOUND", await SendAsync(named), StringComparison.Ordinal);
        Assert.Contains(
            "is not that of the query",
            await SendAsync(named.Replace("{\"extensions", "{\"query\":\"{ __typename }\",\"extensions", StringComparison.Ordinal)),
            StringComparison.Ordinal
        );
        Assert.Equal(
            """{"data":{"me":null}}""",
            await SendAsync(named.Replace("{\"extensions", $"{{\"query\":\"{Query}\",\"extensions", StringComparison.Ordinal))
        );
        Assert.Equal("""{"data":{"me":null}}""", await SendAsync(named));
        Assert.Contains("64 digits", await SendAsync("""{"extensions":{"persistedQuery":{"version":2}}}"""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_part_of_a_good_request_and_no_broken_byte_in_it_is_more_than_a_clear_answer()
    {
        var tenant = await Site.CreateTenantAsync();
        await tenant.Content.PublishAsync(Page("p1", """{ "Ingress": { "Text": "Kort" } }"""));
        var good = Encoding.UTF8.GetBytes(
            """{"query":"query A($w: HelpPageWhereInput, $n: Int = 3) { helpPage(where: $w, first: $n,"""
                + """ orderBy: { ingress: DESC }) { contentItemId ingress }"""
                + """ }","variables":{"w":{"ingress_contains":"ø","OR":[{"priority_not":1.5}]}}}"""
        );
        var random = new Random(7);
        var bodies = Enumerable.Range(0, good.Length).Select(length => good[..length]).ToList();
        for (var i = 0; i < 200; i++)
        {
            var broken = (byte[])good.Clone();
            broken[random.Next(broken.Length)] = (byte)random.Next(256);
            bodies.Add(broken);
        }

        foreach (var body in bodies)
        {
            using var content = new ByteArrayContent(body);
            content.Headers.ContentType = new("application/json");
            using var answer = await tenant.PostAsync(content, accept: "application/graphql-response+json");
            var text = await answer.Content.ReadAsStringAsync(Stop);

            Assert.True((int)answer.StatusCode is 200 or 400, $"{answer.StatusCode} {text} to {Encoding.UTF8.GetString(body)}");
            Assert.DoesNotContain("could not be resolved", text, StringComparison.Ordinal);
        }

        Assert.True(bodies.Count > 400);
        Assert.Equal("""{"helpPage":[{"ingress":"Kort"}]}""", await tenant.DataAsync("{ helpPage { ingress } }"));
    }

    [Theory]
    [InlineData("GET", "?query={me{userId}}&operationName=&variables=&extensions=", null)]
    [InlineData("GET", "?query=query%20A{me{userId}}&operationName=", null)]
    [InlineData("POST", "", """{"query":"{me{userId}}","operationName":"","variables":null,"extensions":null}""")]
    [InlineData("POST", "", """{"query":"query A {me{userId}}","operationName":null}""")]
    public async Task What_is_empty_is_as_left_out(string method, string address, string? body)
    {
        var tenant = await Site.CreateTenantAsync();

        var answer = await Site.SendAsync(method, tenant.Address + address, body, ("Accept", "application/graphql-response+json"));

        Assert.Equal((HttpStatusCode.OK, """{"data":{"me":null}}"""), (answer.Status, answer.Text));
    }

    [Theory]
    [InlineData("/graphql?query={helpPage{contentItemId}}")]
    [InlineData("/graphql?query={nothing}")]
    [InlineData("/graphql/schema.graphql")]
    [InlineData("/graphql/explorer")]
    [InlineData("/openapi.json")]
    [InlineData("/content?type=HelpPage")]
    [InlineData("/content/p1")]
    [InlineData("/content/gone")]
    [InlineData("/content")]
    [InlineData("/queries/Nothing")]
    [InlineData("/nothing")]
    public async Task Head_is_get_without_a_body(string path)
    {
        var tenant = await Site.CreateTenantAsync();
        await tenant.Content.PublishAsync(Page("p1"));

        async Task<(string Said, string Body)> SendAsync(string method)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), tenant.At($"/api{path}"));
            using var answer = await Site.Http.SendAsync(request, Stop);
            return (
                $"{(int)answer.StatusCode} {answer.Headers.ETag} {answer.Content.Headers.ContentType} "
                    + $"{answer.Headers.CacheControl} {answer.Headers.Vary} {answer.Content.Headers.ContentLength}",
                await answer.Content.ReadAsStringAsync(Stop)
            );
        }

        var get = await SendAsync("GET");
        var head = await SendAsync("HEAD");

        Assert.Equal("", head.Body);
        Assert.NotEqual("", get.Body);
        // What has no length of its own has none by HEAD either.
        Assert.Equal(
            get.Said.Replace($" {Encoding.UTF8.GetByteCount(get.Body)}", "", StringComparison.Ordinal).TrimEnd(),
            head.Said.Replace($" {Encoding.UTF8.GetByteCount(get.Body)}", "", StringComparison.Ordinal).TrimEnd()
        );
    }

    public static TheoryData<string, int> Hostile() =>
        new()
        {
            { "", 400 },
            { "{", 400 },
            { "null", 400 },
            { "[]", 400 },
            { "[{\"query\":\"{ __typename }\"}]", 400 },
            { "\"x\"", 400 },
            { "{}", 400 },
            { """{"query":null}""", 400 },
            { """{"query":1}""", 400 },
            { """{"query":{}}""", 400 },
            { """{"query":"{ __typename }","variables":[]}""", 400 },
            { """{"query":"{ __typename }","variables":"x"}""", 400 },
            { """{"query":"{ __typename }","operationName":7}""", 400 },
            { """{"query":"{ __typename }","extensions":[]}""", 400 },
            { """{"query":"{ __typename }","operationName":"nobody"}""", 400 },
            { """{"namedQuery":"x"}""", 400 },
            { """{"query":"\ud800"}""", 400 },
            { """{"query":"query ($a: String!) { contentItem(contentItemId: $a) { displayText } }","variables":{"a":"\udfff"}}""", 400 },
            { """{"query":"query ($a: String!) { contentItem(contentItemId: $a) { displayText } }","variables":{"a":7}}""", 400 },
            { """{"query":"query ($a: String!) { contentItem(contentItemId: $a) { displayText } }"}""", 400 },
            { """{"query":"{ helpPage(first: \"a\") { path } }"}""", 400 },
            { """{"query":"{ nothing }"}""", 400 },
            { """{"query":"{"}""", 400 },
            { """{"query":""}""", 400 },
            { """{"query":"subscription { x }"}""", 400 },
            { """{"query":"mutation { x }"}""", 400 },
            { """{"query":"fragment A on Query { ...A } { ...A }"}""", 400 },
            { """{"query":"{ contentItem(contentItemId: \"a\\u0000b\") { displayText } }"}""", 200 },
            { """{"query":"{ contentItemByPath(path: \"../../etc\\u0000\") { displayText } }"}""", 200 },
            { """{"query":"{ helpPage(where: { path: \"' OR 1=1 --\" }) { path } }"}""", 200 },
            { """{"query":"{ helpPage(where: { createdUtc: \"yesterday\" }) { path } }"}""", 400 },
            { """{"query":"{ helpPage(where: { priority: 1e400 }) { path } }"}""", 400 },
            { """{"query":"{ helpPage(where: { priority_gt: 79228162514264337593543950335 }) { path } }"}""", 200 },
            { """{"query":"{ helpPage(skip: 2147483647) { path } }"}""", 200 },
            { """{"query":"{ helpPage(where: { contentItemId_in: [] }) { path } }"}""", 200 },
            { """{"query":"{ helpPage(where: { path_contains: \"%_\\\\\" }) { path } }"}""", 200 },
            { """{"query":"{ helpPage(where: { ingress_contains: \"\" }) { path } }"}""", 200 },
            {
                $$"""{"query":"{ helpPage(where: { AND:"""
                    + $$""" [{{string.Join(',', Enumerable.Repeat("{ path: \\\"a\\\" }", 101))}}] }) { path } }"}""",
                200
            },
            {
                $$"""{"query":"{ helpPage(where:"""
                    + $$""" {{string.Concat(Enumerable.Repeat("{ NOT: ", 60))}} { path: \"a\" } {{new string('}', 60)}}) { path } }"}""",
                200
            },
            { $$"""{"query":"{{new string('{', 5000)}}"}""", 400 },
            { $$"""{"query":"{ {{string.Concat(Enumerable.Range(0, 300).Select(each => $"a{each}: __typename "))}} }"}""", 400 },
            {
                $$"""{"query":"{ helpPage(first: 1000) { related { contentItems(first: 1000) { ..."""
                    + $$""" on HelpPage { related { contentItems(first: 1000) { displayText } } } } } } }"}""",
                200
            },
            { "{\"query\":\"" + new string(' ', 300_000) + "\"}", 413 },
            { new string('[', 200), 400 },
            { """{"query":"{ __typename }","variables":{"a":NaN}}""", 400 },
            { "\ufeff{\"query\":\"{ __typename }\"}", 400 },
        };

    [Theory, MemberData(nameof(Hostile))]
    public async Task A_hostile_body_gets_a_clear_answer_and_the_next_good_one_its_data(string body, int status)
    {
        var tenant = await Site.CreateTenantAsync();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = new("application/json");

        using var answer = await tenant.PostAsync(content, accept: "application/graphql-response+json");
        var text = await answer.Content.ReadAsStringAsync(Stop);

        Assert.True(status == (int)answer.StatusCode, $"{answer.StatusCode}: {text}");
        Assert.True(status == 200 || JsonSerializer.Deserialize<JsonElement>(text).GetProperty("errors").GetArrayLength() > 0, text);
        if (JsonSerializer.Deserialize<JsonElement>(text).TryGetProperty("errors", out var errors))
        {
            Assert.All(errors.EnumerateArray(), error => Assert.NotEmpty(error.GetProperty("extensions").GetProperty("code").GetString()!));
        }

        Assert.All(
            ["Exception", "   at ", "SQLite", "Npgsql", "VoldCms.", "could not be resolved"],
            word => Assert.DoesNotContain(word, text, StringComparison.Ordinal)
        );
        Assert.Equal("""{"me":null}""", await tenant.DataAsync("{ me { userId } }"));
    }

    [Theory]
    [InlineData("GET", "", null, 400)]
    [InlineData("GET", "?query=%7B", null, 400)]
    [InlineData("GET", "?query=%7B__typename%7D&variables=%5B%5D", null, 400)]
    [InlineData("GET", "?query=%7B__typename%7D&variables=%7B", null, 400)]
    [InlineData("GET", "?query=%7B__typename%7D&extensions=1", null, 400)]
    [InlineData("GET", "?query=%FF%FE", null, 400)]
    [InlineData("POST", "", null, 415)]
    [InlineData("POST", "", "text/plain", 415)]
    [InlineData("POST", "", "multipart/form-data; boundary=x", 415)]
    [InlineData("POST", "", "application/json; charset=utf-16", 415)]
    [InlineData("POST", "?query=%7B__typename%7D", "text/plain", 200)]
    [InlineData("OPTIONS", "", null, 204)]
    [InlineData("PUT", "", "application/json", 405)]
    [InlineData("DELETE", "", null, 405)]
    public async Task Every_method_and_address_has_its_status(string method, string query, string? contentType, int status)
    {
        var tenant = await Site.CreateTenantAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), tenant.Address + query);
        request.Headers.TryAddWithoutValidation("Accept", "application/graphql-response+json");
        if (method is "POST" or "PUT")
        {
            request.Content = new ByteArrayContent([(byte)'{', (byte)'}']);
            if (contentType is not null)
            {
                request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
            }
        }

        using var answer = await Site.Http.SendAsync(request, Stop);

        Assert.Equal(status, (int)answer.StatusCode);
    }
}
