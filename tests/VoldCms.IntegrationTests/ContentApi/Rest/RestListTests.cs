using System.Net;
using System.Text.Json;
using VoldCms.Testing.Node;
using static VoldCms.IntegrationTests.ContentApi.ApiSample;

namespace VoldCms.IntegrationTests.ContentApi.Rest;

public abstract class RestListTests(ApiSite site) : ApiTest(site)
{
    [Theory]
    [InlineData("", "p3 p2 p1")]
    [InlineData("&sort=displayText", "p1 p2 p3")]
    [InlineData("&sort=-priority,displayText", "p2 p1 p3")]
    [InlineData("&sort=localization.culture,contentItemId", "p3 p1 p2")]
    [InlineData("&ingress_contains=BARN&sort=contentItemId", "p1 p2")]
    [InlineData("&priority_gt=1.5&sort=contentItemId", "p1 p2")]
    [InlineData("&priority_gt=1.5&featured=true", "p2")]
    [InlineData("&contentItemId_in=p1&contentItemId_in=p3&sort=contentItemId", "p1 p3")]
    [InlineData("&localization.culture=nn", "p2")]
    [InlineData("&createdUtc_gte=2026-01-02T00:00:00Z&sort=contentItemId", "p2 p3")]
    [InlineData("&related.contentItemIds=p1", "p2")]
    [InlineData("&related_exists=true", "p2")]
    [InlineData("&related_exists=false&sort=contentItemId", "p1 p3")]
    [InlineData("&featured=false&sort=contentItemId", "p1 p3")]
    [InlineData("&culture=nn&sort=contentItemId", "p2 p3")]
    [InlineData("&culture=nn&fallback=none", "p2")]
    [InlineData("&first=1&skip=1&sort=contentItemId", "p2")]
    [InlineData("&skip=7", "")]
    public async Task A_list_is_filtered_ordered_and_cut_by_its_address(string parameters, string ids)
    {
        var tenant = await FilledAsync();

        var answer = await GetAsync(tenant, $"?type=HelpPage{parameters}");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(ids, Ids(answer));
    }

    [Fact]
    public async Task Pages_lead_to_the_next_and_count_what_there_is()
    {
        var tenant = await FilledAsync();

        var first = await GetAsync(tenant, "?type=HelpPage&sort=contentItemId&first=2&count=true");
        var next = first.Json.GetProperty("next").GetString()!;
        var second = await Site.SendAsync("GET", next);

        Assert.Equal(
            ("p1 p2", 3, $"<{next}>; rel=\"next\""),
            (Ids(first), first.Json.GetProperty("totalCount").GetInt32(), first.Header("Link"))
        );
        Assert.Equal(("p3", JsonValueKind.Null), (Ids(second), second.Json.GetProperty("next").ValueKind));
    }

    [Fact]
    public async Task An_answer_that_has_not_changed_is_not_sent_again()
    {
        var tenant = await FilledAsync();

        var first = await GetAsync(tenant, "?type=HelpPage");
        var same = await GetAsync(tenant, "?type=HelpPage", ("If-None-Match", first.Header("ETag")!));
        await tenant.Content.PublishAsync(Page("p4"));
        var later = await GetAsync(tenant, "?type=HelpPage", ("If-None-Match", first.Header("ETag")!));

        Assert.Equal((HttpStatusCode.NotModified, ""), (same.Status, same.Text));
        Assert.Equal(
            (HttpStatusCode.OK, "public, no-cache", "*"),
            (later.Status, later.Header("Cache-Control"), later.Header("Access-Control-Allow-Origin"))
        );
    }

    [Fact]
    public async Task Nobody_lists_counts_or_filters_what_she_may_not_see()
    {
        var tenant = await FilledAsync();
        await tenant.Content.PublishAsync(
            Page("secret", level: "secret"),
            Page("internal", """{ "Note": { "Text": "Internt" } }""", "internal")
        );
        await tenant.Content.SaveDraftAsync(Page("draft"));

        var visitor = await GetAsync(tenant, "?type=HelpPage&count=true");
        var byNote = await GetAsync(tenant, "?type=HelpPage&note=Internt");
        var drafts = await GetAsync(tenant, "?type=HelpPage&status=draft");
        var editor = await GetAsync(tenant, "?type=HelpPage&status=latest&count=true", (ApiSite.WhoHeader, "Editor"));
        var nobody = await GetAsync(tenant, "?type=HelpPage", (ApiSite.WhoHeader, "Reader"));

        Assert.Equal(("p3 p2 p1", 3), (Ids(visitor), visitor.Json.GetProperty("totalCount").GetInt32()));
        Assert.DoesNotContain("Internt", visitor.Text, StringComparison.Ordinal);
        Assert.Equal(
            (HttpStatusCode.BadRequest, HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden),
            (byNote.Status, drafts.Status, nobody.Status)
        );
        Assert.Equal(5, editor.Json.GetProperty("totalCount").GetInt32());
        Assert.DoesNotContain("secret", editor.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "type")]
    [InlineData("?type=", "type")]
    [InlineData("?type=Nobody", "type")]
    [InlineData("?type=HelpPage&type=Plan", "type")]
    [InlineData("?type=HelpPage&nothing=1", "nothing")]
    [InlineData("?type=HelpPage&OR=1", "OR")]
    [InlineData("?type=HelpPage&alias=x", "alias")]
    [InlineData("?type=HelpPage&alias.gone=x", "alias.gone")]
    [InlineData("?type=HelpPage&=x", "")]
    [InlineData("?type=HelpPage&...=x", "...")]
    [InlineData("?type=HelpPage&priority=much", "priority")]
    [InlineData("?type=HelpPage&featured=1", "featured")]
    [InlineData("?type=HelpPage&createdUtc_gt=yesterday", "createdUtc_gt")]
    [InlineData("?type=HelpPage&ingress=a&ingress=b", "ingress")]
    [InlineData("?type=HelpPage&ingress=a%00b", "ingress")]
    [InlineData("?type=HelpPage&localization.culture=n%27n", "localization.culture")]
    [InlineData("?type=HelpPage&sort=gone", "sort")]
    [InlineData("?type=HelpPage&sort=--displayText", "sort")]
    [InlineData("?type=HelpPage&sort=,", "sort")]
    [InlineData("?type=HelpPage&first=-1", "first")]
    [InlineData("?type=HelpPage&first=1001", "first")]
    [InlineData("?type=HelpPage&first=99999999999", "first")]
    [InlineData("?type=HelpPage&skip=x", "skip")]
    [InlineData("?type=HelpPage&status=removed", "status")]
    [InlineData("?type=HelpPage&status=7", "status")]
    [InlineData("?type=HelpPage&count=yes", "count")]
    [InlineData("?type=HelpPage&culture=n%27n", "culture")]
    public async Task An_address_that_does_not_hold_is_a_problem_that_names_the_parameter(string address, string parameter)
    {
        var tenant = await Site.CreateTenantAsync();

        var answer = await GetAsync(tenant, address);

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.Status, answer.ContentType));
        Assert.Equal("urn:voldcms:content.invalid-query", answer.Json.GetProperty("type").GetString());
        Assert.Equal(parameter, answer.Json.GetProperty("errors").EnumerateObject().Single().Name);
    }

    [Fact]
    public async Task A_body_is_no_larger_than_it_may_be_and_of_its_kind()
    {
        var tenant = await Site.CreateTenantAsync();
        var editor = (ApiSite.WhoHeader, "Editor");

        var large = await Site.SendAsync(
            "POST",
            tenant.At("/api/content"),
            $$"""{ "ContentType": "{{new string('x', 1024 * 1024)}}" }""",
            editor
        );
        var text = await Site.SendAsync("POST", tenant.At("/api/content"), "{}", editor, ("Content-Type", "text/plain"));
        var form = await Site.SendAsync(
            "POST",
            tenant.At("/api/content"),
            "a=b",
            editor,
            ("Content-Type", "application/x-www-form-urlencoded")
        );

        Assert.Equal(
            (HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.UnsupportedMediaType, HttpStatusCode.UnsupportedMediaType),
            (large.Status, text.Status, form.Status)
        );
        Assert.All([large, text, form], answer => Assert.Equal("application/problem+json", answer.ContentType));
    }

    [Fact]
    public async Task The_openapi_document_holds_and_so_do_the_answers_by_it()
    {
        var tenant = await FilledAsync();
        var files = Directory.CreateTempSubdirectory("voldcms-openapi-").FullName;
        try
        {
            var document = await Site.SendAsync("GET", tenant.At("/api/openapi.json"));
            var again = await Site.SendAsync("GET", tenant.At("/api/openapi.json"), headers: ("If-None-Match", document.Header("ETag")!));
            var list = await GetAsync(tenant, "?type=HelpPage&count=true");
            var item = await GetAsync(tenant, "/p2");
            var problem = await GetAsync(tenant, "?type=Nobody");
            var wrong = item.Text.Replace("2026-01-02T12:00:00Z", "i går", StringComparison.Ordinal);

            var faults = await JudgeAsync(
                files,
                document.Text,
                (list.Text, "ContentPage"),
                (item.Text, "Type.HelpPage"),
                (item.Text, "ContentItem"),
                (problem.Text, "Problem")
            );
            var found = await JudgeAsync(files, document.Text, (wrong, "Type.HelpPage"));
            var withQueries = await JudgeAsync(
                files,
                (await Site.SendAsync("GET", (await Site.CreateServicesAsync()).At("/api/openapi.json"))).Text
            );
            var broken = await JudgeAsync(files, document.Text.Replace("\"in\":\"query\"", "\"in\":\"nowhere\"", StringComparison.Ordinal));

            Assert.Equal(HttpStatusCode.NotModified, again.Status);
            Assert.Equal(("[]", "[]"), (faults, withQueries));
            Assert.Contains("CreatedUtc", found, StringComparison.Ordinal);
            Assert.NotEqual("[]", broken);
            Assert.Contains(
                "HelpPage",
                document
                    .Json.GetProperty("paths")
                    .GetProperty("/content")
                    .GetProperty("get")
                    .GetProperty("parameters")[0]
                    .GetProperty("schema")
                    .GetProperty("enum")
                    .ToString(),
                StringComparison.Ordinal
            );
        }
        finally
        {
            Directory.Delete(files, recursive: true);
        }
    }

    private static readonly NodeFolder s_openApi = new("ContentApi", "OpenApi");

    private static async Task<string> JudgeAsync(string folder, string document, params (string Json, string Schema)[] answers)
    {
        var arguments = new List<string> { "validate.mjs", await WriteAsync(document) };
        foreach (var (json, schema) in answers)
        {
            arguments.AddRange([await WriteAsync(json), schema]);
        }

        return (await s_openApi.RunAsync(Stop, [.. arguments])).Trim();

        async Task<string> WriteAsync(string json)
        {
            var file = Path.Combine(folder, $"{Guid.NewGuid():n}.json");
            await File.WriteAllTextAsync(file, json, Stop);
            return file;
        }
    }

    private async Task<ApiTenant> FilledAsync()
    {
        var tenant = await Site.CreateTenantAsync();
        await tenant.Content.PublishAsync(
            Page(
                "p1",
                """{ "Ingress": { "Text": "For barn" }, "Priority": { "Value": 2 }, "Note": { "Text": "Notat" } }""",
                day: 1,
                parts: """{ "LocalizationPart": { "Culture": "nb", "LocalizationSet": "s1" } }"""
            ),
            Page(
                "p2",
                """{ "Ingress": { "Text": "For barn" }, "Priority": { "Value": 3 }, "Featured": { "Value": true },"""
                    + """ "Related": { "ContentItemIds": ["p1"] }, "Audience": { "Values": ["barn"] } }""",
                day: 2,
                parts: """{ "LocalizationPart": { "Culture": "nn", "LocalizationSet": "s1" },"""
                    + """ "Steps": { "ContentItems": [{ "ContentItemId": "x", "ContentType": "Step","""
                    + """ "Step": { "Text": { "Text": "Ring" } } }] } }"""
            ),
            Page("p3", """{ "Ingress": { "Text": "For alle" } }""", day: 3)
        );
        return tenant;
    }

    private Task<ApiAnswer> GetAsync(ApiTenant tenant, string address, params (string Name, string Value)[] headers) =>
        Site.SendAsync("GET", tenant.At($"/api/content{address}"), headers: headers);

    private static string Ids(ApiAnswer answer) =>
        string.Join(' ', answer.Json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("ContentItemId").GetString()));
}

public sealed class RestListOnSqliteTests(ApiOnSqlite site) : RestListTests(site), IClassFixture<ApiOnSqlite>;

public sealed class RestListOnPostgreSqlTests(ApiOnPostgreSql site) : RestListTests(site), IClassFixture<ApiOnPostgreSql>;
