using System.Diagnostics;
using System.Net;
using System.Text;
using static VoldCms.IntegrationTests.ContentApi.ApiSample;

namespace VoldCms.IntegrationTests.ContentApi.GraphQL;

/// <summary>
/// What nobody sends in good faith, to GraphQL and to the items as JSON: every text that makes trouble somewhere in every place that takes
/// text, and bodies of every unwelcome shape. Each is answered, briefly, with little work and with nothing of ours in it; and the next good
/// question gets its data.
/// </summary>
public sealed class HostileTests(ApiOnSqlite site) : ApiTest(site), IClassFixture<ApiOnSqlite>
{
    /// <summary>As many lists as a document may have aliases.</summary>
    private const int MaxStatements = 200;

    private const int MaxAnswerBytes = 64 * 1024;
    private static readonly TimeSpan s_maxTime = TimeSpan.FromSeconds(5);

    /// <summary>As they stand in an address, so that nothing on the way makes them harmless.</summary>
    private static readonly string[] s_texts =
    [
        "",
        "%00",
        "%EF%BB%BF",
        "%ED%A0%80",
        "%FF%FE",
        "%C0%AF",
        "%E2%80%AE",
        "%F0%9F%92%A3",
        "%",
        "%zz",
        "%25%30%30",
        "..%2F..%2Fetc%2Fpasswd",
        "..%5C..%5C",
        "%2e%2e/%2e%2e",
        "'%20OR%201%3D1%20--",
        "%22%7D%7D",
        "%3Cscript%3Ealert(1)%3C%2Fscript%3E",
        "$%7Bjndi:ldap://x%7D",
        "%7B%7B7*7%7D%7D",
        "-1",
        "99999999999999999999",
        "1e999",
        "NaN",
        "null",
        "%5B%5D",
        "%7B%7D",
        "%7B%22a%22:%7B%22a%22:1%7D%7D",
        "nb%0D%0AX-Bad:%201",
        "a&query=%7Bb%7D",
        new('a', 6000),
        string.Concat(Enumerable.Repeat("%7B", 500)),
        string.Concat(Enumerable.Repeat("%C3%B8", 900)),
    ];

    private static readonly string[] s_places =
    [
        "api/graphql?query={0}",
        "api/graphql?query=%7B__typename%7D&variables={0}",
        "api/graphql?query=%7B__typename%7D&operationName={0}",
        "api/graphql?query=%7B__typename%7D&extensions={0}",
        "api/graphql?{0}",
        "api/graphql/{0}",
        "api/graphql/schema.graphql?{0}",
        "api/content/{0}",
        "api/content/{0}/{0}",
        "api/content?{0}",
        "api/content?where={0}&orderBy={0}&first={0}",
        "api/queries/{0}",
        "api/{0}",
        "api/graphql/explorer?{0}",
    ];

    private static readonly string[] s_headers =
    [
        "Accept",
        "Accept-Encoding",
        "If-None-Match",
        "If-Match",
        "Authorization",
        "Cookie",
        "Origin",
        "Accept-Language",
        "X-Forwarded-For",
    ];

    [Fact]
    public async Task Hostile_addresses_are_answered_briefly_and_harm_nobody()
    {
        var tenant = await CreateAsync();
        var sent = 0;

        foreach (var place in s_places)
        {
            foreach (var text in s_texts)
            {
                using var request = new HttpRequestMessage(
                    HttpMethod.Get,
                    AddressOf(tenant, place.Replace("{0}", text, StringComparison.Ordinal))
                );
                await CheckAsync(request, $"GET {place} with {Shortened(text)}");
                sent++;
            }

            await StillWorksAsync(tenant);
        }

        Assert.InRange(sent, 400, int.MaxValue);
    }

    [Fact]
    public async Task Hostile_headers_are_answered_briefly_and_harm_nobody()
    {
        var tenant = await CreateAsync();
        string[] values =
        [
            "",
            ",",
            ";q=",
            "*",
            "W/\"",
            "\"",
            "\"a\", \"b",
            "br;q=-1",
            "application/json;q=2;q=",
            "Bearer",
            "Bearer a b c",
            "Basic Og==",
            new('a', 6000),
            string.Join(',', Enumerable.Repeat("a/b;q=0.1", 500)),
        ];

        foreach (var header in s_headers)
        {
            foreach (var value in values)
            {
                foreach (var path in new[] { "api/graphql?query=%7B__typename%7D", "api/content/p1" })
                {
                    using var request = new HttpRequestMessage(HttpMethod.Get, AddressOf(tenant, path));
                    request.Headers.TryAddWithoutValidation(header, value);
                    await CheckAsync(request, $"{header}: {Shortened(value)} at {path}");
                }
            }

            await StillWorksAsync(tenant);
        }
    }

    [Fact]
    public async Task Hostile_bodies_are_answered_briefly_and_harm_nobody()
    {
        var tenant = await CreateAsync();
        var sent = 0;

        foreach (var (name, body) in Bodies())
        {
            foreach (
                var (path, roles) in new[]
                {
                    ("api/graphql", null),
                    ("api/content", "Editor"),
                    ("api/content?draft=true", "Editor"),
                    ("api/content", (string?)null),
                }
            )
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, AddressOf(tenant, path))
                {
                    Content = new ByteArrayContent(body),
                };
                request.Content.Headers.ContentType = new("application/json");
                request.Headers.TryAddWithoutValidation("Accept", "application/graphql-response+json");
                if (roles is not null)
                {
                    request.Headers.Add(ApiSite.WhoHeader, roles);
                }

                var status = await CheckAsync(request, $"POST {path} with {name}");
                Assert.True((int)status is 200 or (>= 400 and < 500), $"{status} to {name} at {path}");
                sent++;
            }

            await StillWorksAsync(tenant);
        }

        Assert.InRange(sent, 200, int.MaxValue);
    }

    [Theory]
    [InlineData("helpPage(first: 1000) { displayText }", 632_600)]
    [InlineData("helpPageConnection(first: 1000) { nodes { displayText } }", 689_200)]
    [InlineData(
        "contentItem(contentItemId: \"centre\") { ... on HelpCentre { list { contentItems(first: 1000) { displayText } } } }",
        633_000
    )]
    public async Task As_many_long_lists_as_there_may_be_aliases_are_refused_with_what_they_would_cost(string list, int cost)
    {
        var tenant = await CreateAsync();
        await tenant.Content.PublishAsync([.. Enumerable.Range(2, 282).Select(each => Page($"p{each}"))]);
        var query = $"{{ {string.Join(' ', Enumerable.Range(0, 200).Select(number => $"a{number}: {list}"))} }}";
        await tenant.AskAsync(query);
        var before = Site.Statements.Count;

        var answer = (await tenant.AskAsync(query)).GetProperty("errors")[0];

        Assert.StartsWith(
            $"The operation costs {cost}, more than the 500000 allowed. The dearest field is \"a0",
            answer.GetProperty("message").GetString(),
            StringComparison.Ordinal
        );
        Assert.Equal(
            (cost, 500_000),
            (
                answer.GetProperty("extensions").GetProperty("cost").GetInt32(),
                answer.GetProperty("extensions").GetProperty("maxCost").GetInt32()
            )
        );
        Assert.InRange(Site.Statements.Count - before, 0, 3);
        Assert.Contains("HelpPage p1", await tenant.DataAsync("{ helpPage(first: 1000) { displayText } }"), StringComparison.Ordinal);
    }

    private static IEnumerable<(string Name, byte[] Body)> Bodies()
    {
        string Query(string query, string rest = "") => $"{{\"query\":\"{query.Replace("\"", "\\\"", StringComparison.Ordinal)}\"{rest}}}";
        string Many(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
        string Page(string fields) =>
            $$"""{ "ContentType": "HelpPage", "DisplayText": "x", "TitlePart": { "Title": "x" }, "HelpPage": {{fields}} }""";
        (string Name, string Text)[] texts =
        [
            ("nothing", ""),
            ("a space", " "),
            ("white space", "\t\n"),
            ("a number", "0"),
            ("a flag", "true"),
            ("an empty text", "\"\""),
            ("a null cut off", "nul"),
            ("brackets that do not match", "{]"),
            ("a list in a list", "[[]]"),
            ("an empty key", "{\"\":\"\"}"),
            ("a comma too many", "{\"a\":1,}"),
            ("a comment first", "// x\n{}"),
            ("two objects", "{}{}"),
            ("a byte order mark", "\ufeff{}"),
            ("5000 lists begun", Many("[", 5000)),
            ("5000 objects begun", Many("{\"a\":", 5000)),
            ("63 lists", Many("[", 63) + Many("]", 63)),
            ("a number of 5000 digits", "{\"a\":" + new string('9', 5000) + "}"),
            ("a number beyond all doubles", "{\"a\":1e99999}"),
            ("minus zero", "{\"a\":-0.0}"),
            ("a query of 60,000 letters", "{\"query\":\"" + new string('ø', 60_000) + "\"}"),
            ("a query of 100 NULs", "{\"query\":\"" + Many("\\u0000", 100) + "\"}"),
            ("5000 keys", "{" + string.Join(',', Enumerable.Range(0, 5000).Select(key => $"\"k{key}\":1")) + "}"),
            ("a query that does not end", Query("{ __typename", "")),
            ("variables with names of JavaScript's", Query("{ __typename }", ",\"variables\":{\"__proto__\":1,\"constructor\":{}}")),
            ("the query twice", Query("{ __typename }", ",\"query\":\"{ me { userId } }\"")),
            ("two operations of one name", Query("query A { __typename } query A { __typename }")),
            ("fragments in a circle", Query("{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }")),
            ("40 levels of lists", Query(Many("{ helpPage ", 40) + "{ path" + Many("}", 41))),
            ("a field 500 times", Query("{ " + Many("helpPage { path } ", 500) + "}")),
            (
                "190 lists of 1000",
                Query(
                    "{ "
                        + string.Join(' ', Enumerable.Range(0, 190).Select(alias => $"a{alias}: helpPage(first: 1000) {{ displayText }}"))
                        + " }"
                )
            ),
            (
                "99 times NOT",
                Query(
                    "{ helpPage(where: { "
                        + string.Join(' ', Enumerable.Range(0, 99).Select(_ => "NOT: [{ path: \"a\" }]"))
                        + " }) { path } }"
                )
            ),
            (
                "OR 200 levels deep",
                Query("{ helpPage(where: " + Many("{ OR: [", 200) + "{ path: \"a\" }" + Many("] }", 200) + ") { path } }")
            ),
            ("5000 wildcards", Query("{ helpPage(where: { path_contains: \"" + Many("%", 5000) + "\" }) { path } }")),
            (
                "5000 ids",
                Query(
                    "{ helpPage(where: { contentItemId_in: ["
                        + string.Join(',', Enumerable.Range(0, 5000).Select(id => $"\"{id}\""))
                        + "] }) { path } }"
                )
            ),
            ("a page of minus two billion", Query("{ helpPage(first: -2147483648, skip: -1) { path } }")),
            ("a page larger than an int", Query("{ helpPage(first: 99999999999) { path } }")),
            ("a cursor that is none", Query("{ helpPageConnection(first: 10, after: \"AAAA\") { totalCount } }")),
            ("an empty cursor", Query("{ helpPageConnection(first: 10, after: \"\") { nodes { path } } }")),
            ("a culture of 150 letters", Query("{ helpPage(culture: \"" + Many("nb-", 50) + "\") { path } }")),
            ("a culture that leads out", Query("{ helpPage(culture: \"../nb\") { path } }")),
            ("an order that is none", Query("{ helpPage(orderBy: { path: SIDEWAYS }) { path } }")),
            (
                "introspection six levels deep",
                Query("{ __schema { types { fields { type { ofType { ofType { ofType { name fields { name } } } } } } } } }")
            ),
            ("a list of lists of lists of lists", Query("query ($a: [[[[String]]]]) { __typename }", ",\"variables\":{\"a\":[[[[1]]]]}")),
            (
                "500 variables",
                Query("query (" + string.Join(' ', Enumerable.Range(0, 500).Select(variable => $"$v{variable}: Int")) + ") { __typename }")
            ),
            ("directives that contradict each other", Query("{ __typename @skip(if: true) @include(if: false) @skip(if: 1) }")),
            ("a directive 300 times", Query("{ __typename " + Many("@include(if: true) ", 300) + "}")),
            ("a comment of 5000 letters", Query("#" + Many("x", 5000))),
            ("half a character", Query("\\\\uD800")),
            ("a filter with 400 digits", Query("{ helpPage(where: { priority: " + Many("9", 400) + " }) { path } }")),
            ("an item whose part is a number", Page("7")),
            ("an item whose part is a list", Page("[]")),
            ("an item whose part is null", Page("null")),
            ("a field that is a list", Page("""{ "Ingress": [] }""")),
            ("a text that is an object", Page("""{ "Ingress": { "Text": {} } }""")),
            ("a picker of things that are no ids", Page("""{ "Related": { "ContentItemIds": [1, null, {}, "\u0000"] } }""")),
            ("a value beyond all doubles", Page("""{ "Priority": { "Value": 1e400 } }""")),
            ("a value beyond all decimals", Page("""{ "Priority": { "Value": 79228162514264337593543950336 } }""")),
            ("a date that is none", Page("""{ "ReviewDate": { "Value": "0000-99-99" } }""")),
            ("a text of 100,000 letters", Page("{ \"Ingress\": { \"Text\": \"" + new string('a', 100_000) + "\" } }")),
            ("a text of 60 lists", Page("{ \"Ingress\": { \"Text\": " + Many("[", 60) + Many("]", 60) + " } }")),
            (
                "an item that says what is ours to say",
                """{ "ContentType": "HelpPage", "ContentItemId": "../x", "ContentItemVersionId": "';"""
                    + """ drop table", "Owner": "u2", "Published": "yes", "CreatedUtc": "never" }"""
            ),
            ("an item with an empty id", """{ "ContentType": "HelpPage", "ContentItemId": "" , "TitlePart": [] }"""),
            ("a type's name of 10,000 letters", "{ \"ContentType\": \"" + new string('H', 10_000) + "\" }"),
            (
                "a path that leads out",
                """{ "ContentType": "HelpPage", "AutoroutePart": { "Path": "../../admin" }, "TitlePart": { "Title": "x" } }"""
            ),
            (
                "contained items that are none",
                """{ "ContentType": "HelpPage", "Steps": { "ContentItems": [{ "ContentType": "HelpPage" },"""
                    + """ 7, null, []] }, "TitlePart": { "Title": "x" } }"""
            ),
        ];
        return texts
            .Select(body => (body.Name, Encoding.UTF8.GetBytes(body.Text)))
            .Append(("a mark of UTF-16 before a brace", [0xFF, 0xFE, 0x7B]))
            .Append(("a byte that is no UTF-8", [0x7B, 0x22, 0xC3, 0x28, 0x22, 0x7D]))
            .Append(("UTF-16", Encoding.Unicode.GetBytes("{}")))
            .Append(("200,000 NULs", new byte[200_000]));
    }

    private async Task<HttpStatusCode> CheckAsync(HttpRequestMessage request, string what)
    {
        var before = Site.Statements.Count;
        var watch = Stopwatch.StartNew();

        using var response = await Site.Http.SendAsync(request, Stop);
        var body = await response.Content.ReadAsByteArrayAsync(Stop);
        var text = Encoding.UTF8.GetString(body);

        Assert.True((int)response.StatusCode < 500, $"{response.StatusCode} to {what}: {Shortened(text)}");
        Assert.True(response.Headers.All(header => header.Key != "X-Bad"), what);
        Assert.True(Site.Statements.Count - before <= MaxStatements, $"{Site.Statements.Count - before} statements for {what}");
        Assert.True(watch.Elapsed < s_maxTime, $"{watch.Elapsed} for {what}");
        if (!request.RequestUri!.AbsolutePath.EndsWith("/schema.graphql", StringComparison.Ordinal))
        {
            // A stored item comes back as long as it was sent.
            Assert.True(body.Length <= MaxAnswerBytes + (request.Content?.Headers.ContentLength ?? 0), $"{body.Length} bytes to {what}");
        }

        Assert.All(
            ["Exception", "   at ", "SQLite", "Npgsql", "VoldCms.", "could not be resolved", "/src/", ".cs:"],
            word => Assert.False(text.Contains(word, StringComparison.Ordinal), $"'{word}' in the answer to {what}: {Shortened(text)}")
        );
        return response.StatusCode;
    }

    private static async Task StillWorksAsync(ApiTenant tenant) =>
        Assert.Equal(
            """{"helpPage":[{"ingress":"Kort"}]}""",
            await tenant.DataAsync("""{ helpPage(where: { contentItemId: "p1" }) { ingress } }""")
        );

    private async Task<ApiTenant> CreateAsync()
    {
        var tenant = await Site.CreateTenantAsync();
        await tenant.Content.PublishAsync(Page("p1", """{ "Ingress": { "Text": "Kort" } }"""));
        return tenant;
    }

    private Uri AddressOf(ApiTenant tenant, string path) =>
        new(
            $"{Site.Http.BaseAddress}{tenant.Content.Tenant.RequestUrlPrefix}/{path}",
            new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }
        );

    private static string Shortened(string text) => text.Length <= 200 ? text : $"{text[..200]} ({text.Length} characters)";
}
