using System.Net;
using System.Text;
using System.Text.Json;
using static VoldCms.IntegrationTests.ContentApi.ApiSample;

namespace VoldCms.IntegrationTests.ContentApi.Rest;

public abstract class RestTests(ApiSite site) : ApiTest(site)
{
    [Fact]
    public async Task An_item_is_given_as_it_is_stored_without_what_is_hidden()
    {
        var tenant = await Site.CreateTenantAsync();
        await tenant.Content.PublishAsync(
            Page("p1", """{ "Ingress": { "Text": "Kort" }, "Note": { "Text": "Internt" } }"""),
            Page("secret", level: "secret")
        );
        await tenant.Content.SaveDraftAsync(Page("draft"));

        var (status, item, etag) = await SendAsync(tenant, "GET", "/p1");
        var (same, _, _) = await SendAsync(tenant, "GET", "/p1", headers: ("If-None-Match", etag!));
        var (_, internalItem, _) = await SendAsync(tenant, "GET", "/p1", roles: "Editor");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotModified), (status, same));
        Assert.Equal("Kort", item.GetProperty("HelpPage").GetProperty("Ingress").GetProperty("Text").GetString());
        Assert.False(item.GetProperty("HelpPage").TryGetProperty("Note", out _));
        Assert.Equal("Internt", internalItem.GetProperty("HelpPage").GetProperty("Note").GetProperty("Text").GetString());
        foreach (var path in new[] { "/secret", "/draft", "/gone", "/a%01b" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(tenant, "GET", path)).Status);
        }
    }

    [Theory]
    [InlineData("""{ "VisibilityPart": { "Level": { "Text": "" } } }""")]
    [InlineData("""{ "VisibilityPart": { "Level": { "Text": "Internal" } } }""")]
    [InlineData("""{ "LocalizationPart": { "Culture": "da" } }""")]
    [InlineData("""{ "AutoroutePart": { "Path": "nb/x/" } }""")]
    [InlineData("""{ "TitlePart": "Ny" }""")]
    [InlineData("""{ "ContainedPart": "x" }""")]
    public async Task What_may_not_be_stored_is_refused(string parts)
    {
        var tenant = await Site.CreateTenantAsync();

        var (status, problem, _) = await SendAsync(
            tenant,
            "POST",
            "",
            $$"""{ "ContentType": "HelpPage", "DisplayText": "Ny", {{parts[1..]}}""",
            "Editor"
        );

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("urn:voldcms:content.invalid", problem.GetProperty("type").GetString());
        Assert.Equal("", await tenant.IdsAsync(""));
    }

    [Fact]
    public async Task HTML_of_which_nothing_could_be_kept_but_its_letters_is_refused()
    {
        var tenant = await Site.CreateTenantAsync();
        var nest = string.Concat(Enumerable.Repeat("<div>", 19_000));

        var (status, problem, _) = await SendAsync(
            tenant,
            "POST",
            "",
            $$"""{ "ContentType": "HelpPage", "DisplayText": "Ny", "HtmlBodyPart": { "Html": "{{nest}}" } }""",
            "Editor"
        );

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("HtmlBodyPart.Html", problem.GetRawText(), StringComparison.Ordinal);
        Assert.Equal("", await tenant.IdsAsync(""));
    }

    [Fact]
    public async Task Every_part_and_field_of_the_type_is_there_to_be_read_and_nothing_more_is_stored_by_writing_it_back()
    {
        var tenant = await Site.CreateTenantAsync();
        await tenant.Content.PublishAsync(Page("p1", """{ "Ingress": { "Text": "Kort" }, "Form": { "Url": "https://example.no" } }"""));
        var stored = (await tenant.Content.LoadAsync(new("p1"))).Latest!.Item.Content.ToJsonString();

        var (_, read, _) = await SendAsync(tenant, "GET", "/p1");
        var (status, _, _) = await SendAsync(tenant, "POST", "", read.GetRawText(), "Editor");
        var after = (await tenant.Content.LoadAsync(new("p1"))).Latest!.Item.Content.ToJsonString();
        var (_, changed, _) = await SendAsync(
            tenant,
            "POST",
            "",
            """{ "ContentItemId": "p1", "ContentType": "HelpPage", "HelpPage": { "Featured": { "Value": true },"""
                + """ "Audience": { "Values": ["barn"] }, "Form": { "Url": null } } }""",
            "Editor"
        );

        Assert.Equal(
            """{"Ingress":{"Text":"Kort"},"Form":{"Url":"https://example.no"},"Audience":{"Values":[]},"ReviewDate":{}"""
                + ""","Priority":{},"Featured":{"Value":false},"Topics":{"TermContentItemIds":[],"TagNames":[]},"Related":"""
                + """{"ContentItemIds":[]},"Illustration":{"Paths":[],"MediaTexts":[],"AttachedFileNames":[]}}""",
            read.GetProperty("HelpPage").GetRawText()
        );
        Assert.Equal("""{"ContentItems":[]}""", read.GetProperty("Steps").GetRawText());
        Assert.Equal("{}", read.GetProperty("TitlePart").GetRawText());
        Assert.Equal(
            """{"SetHomepage":false,"Disabled":false,"RouteContainedItems":false,"Absolute":false}""",
            read.GetProperty("AutoroutePart").GetRawText()
        );
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(stored, after);
        Assert.False(read.GetProperty("HelpPage").TryGetProperty("Note", out _));
        Assert.True(changed.GetProperty("HelpPage").GetProperty("Featured").GetProperty("Value").GetBoolean());
        Assert.Equal("barn", changed.GetProperty("HelpPage").GetProperty("Audience").GetProperty("Values")[0].GetString());
    }

    [Theory]
    [InlineData("PUT", "", HttpStatusCode.MethodNotAllowed)]
    [InlineData("PATCH", "", HttpStatusCode.MethodNotAllowed)]
    [InlineData("PUT", "/p1", HttpStatusCode.MethodNotAllowed)]
    [InlineData("PATCH", "/p1", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "/p1", HttpStatusCode.MethodNotAllowed)]
    public async Task What_Orchard_Core_has_no_way_for_is_no_method_here(string method, string path, HttpStatusCode expected)
    {
        var tenant = await Site.CreateTenantAsync();

        Assert.Equal(expected, (await SendAsync(tenant, method, path, "{}", "Administrator")).Status);
    }

    [Fact]
    public async Task A_draft_says_when_the_item_was_made_public()
    {
        var tenant = await Site.CreateTenantAsync();
        const string Change = """{ "ContentItemId": "p1", "ContentType": "HelpPage", "HelpPage": { "Ingress": { "Text": "To" } } }""";
        await tenant.Content.PublishAsync(Page("p1"));

        var (_, draft, _) = await SendAsync(tenant, "POST", "?draft=true", Change, "Editor");
        var (_, fresh, _) = await SendAsync(
            tenant,
            "POST",
            "?draft=true",
            """{ "ContentType": "HelpPage", "TitlePart": { "Title": "Ny" } }""",
            "Editor"
        );

        Assert.Equal("2026-02-01T12:00:00Z", draft.GetProperty("PublishedUtc").GetString());
        Assert.Equal(JsonValueKind.Null, fresh.GetProperty("PublishedUtc").ValueKind);
    }

    [Fact]
    public async Task Writing_goes_through_the_actions_and_minds_the_version()
    {
        var tenant = await Site.CreateTenantAsync();
        const string New =
            """{ "ContentType": "HelpPage", "DisplayText": "Ny", "TitlePart": { "Title": "Ny" },"""
            + """ "AutoroutePart": { "Path": "ny" }, "HelpPage": { "Ingress": { "Text": "En" } } }""";

        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(tenant, "POST", "", New)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(tenant, "POST", "", New, roles: "Reader")).Status);
        var (created, item, _) = await SendAsync(tenant, "POST", "", New, "Editor");
        var id = item.GetProperty("ContentItemId").GetString();
        var change = $$"""{ "ContentItemId": "{{id}}", "ContentType": "HelpPage", "HelpPage": { "Ingress": { "Text": "To" } } }""";
        var (_, _, read) = await SendAsync(tenant, "GET", $"/{id}", roles: "Editor");
        var (changed, after, _) = await SendAsync(tenant, "POST", "", change, "Editor", ("If-Match", read!));
        var (conflict, _, _) = await SendAsync(tenant, "POST", "", change, "Editor", ("If-Match", read!));
        var (drafted, _, _) = await SendAsync(
            tenant,
            "POST",
            "?draft=true",
            change.Replace("To", "Tre", StringComparison.Ordinal),
            "Editor"
        );
        var published = (await SendAsync(tenant, "GET", $"/{id}")).Body;
        var (removed, last, _) = await SendAsync(tenant, "DELETE", $"/{id}", roles: "Administrator");

        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.PreconditionFailed, HttpStatusCode.OK, HttpStatusCode.OK),
            (created, changed, conflict, drafted, removed)
        );
        Assert.Equal("To", after.GetProperty("HelpPage").GetProperty("Ingress").GetProperty("Text").GetString());
        Assert.Equal("ny", after.GetProperty("AutoroutePart").GetProperty("Path").GetString());
        Assert.Equal("To", published.GetProperty("HelpPage").GetProperty("Ingress").GetProperty("Text").GetString());
        Assert.False(last.GetProperty("Published").GetBoolean());
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(tenant, "GET", $"/{id}")).Status);
    }

    [Fact]
    public async Task A_write_is_refused_unless_its_condition_names_the_newest_version()
    {
        var tenant = await Site.CreateTenantAsync();
        await tenant.Content.PublishAsync(Page("p1"), Page("secret", level: "secret"));
        var (_, _, read) = await SendAsync(tenant, "GET", "/p1", roles: "Editor");

        Assert.Equal(HttpStatusCode.PreconditionFailed, (await PostAsync("p1", "\"other\"")).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await PostAsync("p1", $"W/{read}")).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await PostAsync("p1", "no tag")).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await PostAsync("p1", "")).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await PostAsync("gone", "*")).Status);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync("p1", $"\"other\", {read}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync("p1", "*")).Status);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync("p1", null)).Status);

        // What one may not see has no versions to be told of.
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync("secret", "\"other\"")).Status);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await SendAsync(tenant, "DELETE", "/secret", roles: "Editor", headers: ("If-Match", "\"other\""))).Status
        );
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(tenant, "DELETE", "/p1", headers: ("If-Match", "\"other\""))).Status);

        var (refused, problem, _) = await SendAsync(tenant, "DELETE", "/p1", roles: "Administrator", headers: ("If-Match", read!));
        var (_, _, newest) = await SendAsync(tenant, "GET", "/p1", roles: "Editor");
        var (removed, _, _) = await SendAsync(tenant, "DELETE", "/p1", roles: "Administrator", headers: ("If-Match", newest!));
        Assert.Equal((HttpStatusCode.PreconditionFailed, HttpStatusCode.OK), (refused, removed));
        Assert.Equal("urn:voldcms:content.version-conflict", problem.GetProperty("type").GetString());

        async Task<(HttpStatusCode Status, JsonElement Body, string? ETag)> PostAsync(string id, string? condition) =>
            await SendAsync(
                tenant,
                "POST",
                "",
                $$"""{ "ContentItemId": "{{id}}", "ContentType": "HelpPage", "HelpPage": { "Ingress": { "Text": "To" } } }""",
                "Editor",
                condition is null ? [] : [("If-Match", condition)]
            );
    }

    [Fact]
    public async Task A_writer_neither_learns_of_what_she_may_not_see_nor_loses_it()
    {
        var tenant = await Site.CreateTenantAsync();
        await tenant.Content.PublishAsync(
            Page("secret", level: "secret", parts: """{ "AutoroutePart": { "Path": "tatt" }, "AliasPart": { "Alias": "hemmelig" } }"""),
            Page("open", parts: """{ "AutoroutePart": { "Path": "kjent" } }"""),
            Page("other"),
            Page("p1", """{ "Related": { "ContentItemIds": ["open", "secret", "gone"] } }""")
        );

        var (_, read, _) = await SendAsync(tenant, "GET", "/p1", roles: "Editor");
        var (_, saved, _) = await SendAsync(
            tenant,
            "POST",
            "",
            """{ "ContentItemId": "p1", "ContentType": "HelpPage", "HelpPage": { "Related": { "ContentItemIds": ["other"] } } }""",
            "Editor"
        );
        var (_, whole, _) = await SendAsync(tenant, "GET", "/p1", roles: "Administrator");
        var (_, byPath, _) = await SendAsync(
            tenant,
            "POST",
            "",
            """{ "ContentItemId": "p1", "ContentType": "HelpPage","""
                + """ "AutoroutePart": { "Path": "tatt" }, "AliasPart": { "Alias": "hemmelig" } }""",
            "Editor"
        );
        var (_, byKnown, _) = await SendAsync(
            tenant,
            "POST",
            "",
            """{ "ContentItemId": "p1", "ContentType": "HelpPage", "AutoroutePart": { "Path": "kjent" } }""",
            "Editor"
        );
        var (_, toAll, _) = await SendAsync(
            tenant,
            "POST",
            "",
            """{ "ContentItemId": "p1", "ContentType": "HelpPage", "AutoroutePart": { "Path": "tatt" } }""",
            "Administrator"
        );

        Assert.Equal(("open", "other", "other secret"), (Related(read), Related(saved), Related(whole)));
        Assert.Equal(
            """{"AutoroutePart.Path":["the path 'tatt' is taken by another item;"""
                + """ expected one of its own"],"AliasPart.Alias":["the alias 'hemmelig' is taken by another item;"""
                + """ expected one of its own"]}""",
            byPath.GetProperty("errors").GetRawText()
        );
        Assert.Contains("is taken by the item open", byKnown.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains("is taken by the item secret", toAll.GetProperty("detail").GetString(), StringComparison.Ordinal);

        static string Related(JsonElement page) =>
            string.Join(
                ' ',
                page.GetProperty("HelpPage")
                    .GetProperty("Related")
                    .GetProperty("ContentItemIds")
                    .EnumerateArray()
                    .Select(id => id.GetString())
            );
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("""{ "ContentType": 7 }""")]
    [InlineData("""{ "ContentType": "Nobody" }""")]
    [InlineData("""{ "ContentType": "HelpPage", "HelpPage": { "Priority": { "Value": "much" } } }""")]
    [InlineData("""{ "ContentType": "HelpPage", "CreatedUtc": "\ud800" }""")]
    [InlineData("""{ "ContentType": "HelpPage", "ContentType": "HelpPage" }""")]
    [InlineData("""{ "ContentType": "HelpPage", "HelpPage": { "Ingress": { "Text": "\ud800" } } }""")]
    [InlineData("""{ "ContentType": "HelpPage", "HelpPage": { "Ingress": { "Text": "a\u0000b" } } }""")]
    [InlineData("""{ "ContentType": "HelpPage", "HelpPage": { "Ingress": 1, "Ingress": 2 } }""")]
    public async Task A_body_that_is_no_item_is_a_problem(string body)
    {
        var tenant = await Site.CreateTenantAsync();

        var (status, problem, _) = await SendAsync(tenant, "POST", "", body, "Editor");

        Assert.True(status == HttpStatusCode.BadRequest, $"{status}: {problem}");
        Assert.StartsWith("urn:voldcms:content.", problem.GetProperty("type").GetString(), StringComparison.Ordinal);
    }

    private async Task<(HttpStatusCode Status, JsonElement Body, string? ETag)> SendAsync(
        ApiTenant tenant,
        string method,
        string path,
        string? body = null,
        string? roles = null,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), $"/{tenant.Content.Tenant.RequestUrlPrefix}/api/content{path}");
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        foreach (var (name, value) in roles is null ? headers : [.. headers, (ApiSite.WhoHeader, roles)])
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await Site.Http.SendAsync(request, Stop);
        var text = await response.Content.ReadAsStringAsync(Stop);
        return (
            response.StatusCode,
            text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text),
            response.Headers.ETag?.ToString()
        );
    }
}

public sealed class RestOnSqliteTests(ApiOnSqlite site) : RestTests(site), IClassFixture<ApiOnSqlite>;

public sealed class RestOnPostgreSqlTests(ApiOnPostgreSql site) : RestTests(site), IClassFixture<ApiOnPostgreSql>;
