using System.Net;
using System.Text.Json;
using VoldCms.ContentManagement.Permissions;

namespace VoldCms.IntegrationTests.ContentApi.Rest;

/// <summary>The modules' named queries by their names.</summary>
public abstract class NamedQueryTests(ApiSite site) : ApiTest(site)
{
    private const string Morning = "2026-11-18T09:00:00Z";
    private const string Night = "2026-11-19T02:00:00Z";

    [Fact]
    public async Task A_query_is_answered_by_its_name_with_parameters_in_the_address_or_the_body()
    {
        var tenant = await ServicesAsync();

        Assert.Equal("both national", Ids(await GetAsync(tenant, "OpenServices", Parameters(new { at = Morning }))));
        Assert.Equal("national", Ids(await GetAsync(tenant, "openservices", Parameters(new { at = Night }))));
        Assert.Equal(
            "both",
            Ids(
                await GetAsync(
                    tenant,
                    "OpenServices",
                    Parameters(
                        new
                        {
                            at = Morning,
                            audience = "children",
                            situation = (string?)null,
                        }
                    )
                )
            )
        );
        Assert.Equal("national", Ids(await PostAsync(tenant, "OpenServices", $$"""{ "at": "{{Night}}" }""")));
        Assert.Equal("national", Ids(await PostAsync(tenant, $"OpenServices{Parameters(new { at = Night })}", "")));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(tenant, "OpenServices", "")).Status);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(tenant, "OverdueMeasures", "?parameters=")).Status);
    }

    [Fact]
    public async Task A_long_answer_comes_in_pages_and_an_unchanged_one_is_not_sent_again()
    {
        var tenant = await ServicesAsync();

        var first = await GetAsync(tenant, "OpenServices", $"{Parameters(new { at = Morning })}&first=1");
        var next = first.Json.GetProperty("next").GetString()!;
        var second = await Site.SendAsync("GET", next);
        var same = await Site.SendAsync("GET", next, headers: ("If-None-Match", second.Header("ETag")!));

        Assert.Equal(("both", $"<{next}>; rel=\"next\""), (Ids(first), first.Header("Link")));
        Assert.Equal(("national", JsonValueKind.Null), (Ids(second), second.Json.GetProperty("next").ValueKind));
        Assert.Equal((HttpStatusCode.NotModified, ""), (same.Status, same.Text));
    }

    [Fact]
    public async Task What_one_may_not_ask_is_not_there()
    {
        var tenant = await ServicesAsync();

        // Each with the permission to reach the API, but the last.
        Assert.Equal(
            [
                HttpStatusCode.OK,
                HttpStatusCode.OK,
                HttpStatusCode.NotFound,
                HttpStatusCode.NotFound,
                HttpStatusCode.OK,
                HttpStatusCode.Forbidden,
            ],
            new[]
            {
                (await AskAsync("OpenServices", "All")).Status,
                (await AskAsync("OpenServices", "One")).Status,
                (await AskAsync("OverdueMeasures", "One")).Status,
                (await AskAsync("OpenServices", "None")).Status,
                (await AskAsync("OverdueMeasures", "Administrator")).Status,
                (await AskAsync("OpenServices", "Outside")).Status,
            }
        );
        var refused = await AskAsync("OpenServices", "None");
        var unknown = await AskAsync("Gone", "None");
        Assert.Equal(
            (unknown.Status, unknown.Json.GetProperty("detail").GetString()),
            (refused.Status, refused.Json.GetProperty("detail").GetString())
        );
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(await Site.CreateTenantAsync(), "OpenServices", "")).Status);

        var (_, token) = await tenant.CreateKeyAsync(
            new() { Name = "App", Permissions = ["AccessContentApi", "ExecuteApi_OpenServices", "ViewContent"] }
        );
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(tenant, "OpenServices", "", ApiCall.Bearer(token))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(tenant, "OverdueMeasures", "", ApiCall.Bearer(token))).Status);

        async Task<ApiAnswer> AskAsync(string name, string role) => await GetAsync(tenant, name, "", (ApiSite.WhoHeader, role));
    }

    [Fact]
    public async Task The_answer_holds_only_what_the_reader_may_see()
    {
        var tenant = await ServicesAsync();
        await tenant.Content.PublishAsync(
            ModulesSample.Channel("staff", "24/7", level: "internal"),
            ModulesSample.Service("hidden", ["staff"])
        );

        Assert.Equal("national", Ids(await GetAsync(tenant, "OpenServices", Parameters(new { at = Night }))));
        Assert.Equal(
            "hidden national",
            Ids(await GetAsync(tenant, "OpenServices", Parameters(new { at = Night }), (ApiSite.WhoHeader, "Editor")))
        );
    }

    [Theory]
    [InlineData("?parameters={", "parameters")]
    [InlineData("?parameters=[]", "parameters")]
    [InlineData("?parameters=7", "parameters")]
    [InlineData("?parameters=null", "parameters")]
    [InlineData("?parameters={}{}", "parameters")]
    [InlineData("?parameters={}&parameters={}", "parameters")]
    [InlineData("""?parameters={"audience":"a\u0000b"}""", "parameters")]
    [InlineData("""?parameters={"audience":"\ud800"}""", "parameters")]
    [InlineData("""?parameters={"at":"2026-01-01T00:00:00Z","at":"2027-01-01T00:00:00Z"}""", "parameters")]
    [InlineData("""?parameters={"at":"yesterday"}""", "at")]
    [InlineData("""?parameters={"at":7}""", "at")]
    [InlineData("""?parameters={"at":{}}""", "at")]
    [InlineData("""?parameters={"audience":["a"]}""", "audience")]
    [InlineData("""?parameters={"culture":"../nb"}""", "culture")]
    [InlineData("""?parameters={"nobody":1}""", "nobody")]
    [InlineData("""?parameters={"AT":"2026-01-01T00:00:00Z"}""", "AT")]
    [InlineData("""?parameters={"__proto__":{}}""", "__proto__")]
    [InlineData("?at=2026-01-01T00:00:00Z", "at")]
    [InlineData("?first=-1", "first")]
    [InlineData("?first=1001", "first")]
    [InlineData("?skip=99999999999", "skip")]
    public async Task A_parameter_that_does_not_hold_is_a_problem_that_names_it(string address, string parameter)
    {
        var tenant = await ServicesAsync();

        var answer = await GetAsync(
            tenant,
            "OpenServices",
            address.Replace("{", "%7B", StringComparison.Ordinal).Replace("\"", "%22", StringComparison.Ordinal)
        );

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.Status, answer.ContentType));
        Assert.Equal("urn:voldcms:query.invalid-parameters", answer.Json.GetProperty("type").GetString());
        Assert.Equal(parameter, answer.Json.GetProperty("errors").EnumerateObject().Single().Name);
    }

    [Fact]
    public async Task Bodies_that_are_no_parameters_are_problems_too()
    {
        var tenant = await ServicesAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(tenant, "OpenServices", "[1]")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(tenant, "OpenServices", """{ "at": "never", "culture": "*" }""")).Status);
        Assert.Equal(
            HttpStatusCode.RequestEntityTooLarge,
            (await PostAsync(tenant, "OpenServices", $$"""{ "audience": "{{new string('a', 300_000)}}" }""")).Status
        );
    }

    [Fact]
    public async Task The_openapi_document_has_a_path_for_each_query_of_the_tenant()
    {
        var tenant = await ServicesAsync();

        var document = (await Site.SendAsync("GET", tenant.At("/api/openapi.json"))).Json.GetProperty("paths");
        var other = (await Site.SendAsync("GET", (await Site.CreateTenantAsync()).At("/api/openapi.json"))).Json.GetProperty("paths");

        var schema = document
            .GetProperty("/queries/OpenServices")
            .GetProperty("get")
            .GetProperty("parameters")[0]
            .GetProperty("content")
            .GetProperty("application/json")
            .GetProperty("schema");
        Assert.Equal(
            ["at", "culture", "audience", "situation"],
            schema.GetProperty("properties").EnumerateObject().Select(property => property.Name)
        );
        Assert.True(document.TryGetProperty("/queries/OverdueMeasures", out _));
        Assert.False(other.TryGetProperty("/queries/OpenServices", out _));
    }

    private async Task<ApiTenant> ServicesAsync()
    {
        var tenant = await Site.CreateServicesAsync();
        await tenant.Content.SetAsync(
            Roles.DocumentName,
            Roles
                .Default.With(new(Roles.Authenticated, "", ["ViewContent"]))
                .With(new(Roles.Anonymous, "", ["ViewContent", "AccessContentApi", "ExecuteApiAll"]))
                .With(new("Editor", "", ["EditContent", "AccessContentApi", "ExecuteApiAll"]))
                .With(new("All", "", ["AccessContentApi", "ExecuteApiAll"]))
                .With(new("One", "", ["AccessContentApi", "ExecuteApi_OpenServices"]))
                .With(new("None", "", ["AccessContentApi"]))
                .With(new("Outside", "", ["ExecuteApiAll"]))
                .ToJson()
        );
        return tenant;
    }

    private static string Parameters(object parameters) => $"?parameters={Uri.EscapeDataString(JsonSerializer.Serialize(parameters))}";

    private Task<ApiAnswer> GetAsync(ApiTenant tenant, string name, string address, params (string Name, string Value)[] headers) =>
        Site.SendAsync("GET", tenant.At($"/api/queries/{name}{address}"), headers: headers);

    private Task<ApiAnswer> PostAsync(ApiTenant tenant, string address, string body) =>
        Site.SendAsync("POST", tenant.At($"/api/queries/{address}"), body);

    private static string Ids(ApiAnswer answer) =>
        string.Join(' ', answer.Json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("ContentItemId").GetString()));
}

public sealed class NamedQueryOnSqliteTests(ApiOnSqlite site) : NamedQueryTests(site), IClassFixture<ApiOnSqlite>;

public sealed class NamedQueryOnPostgreSqlTests(ApiOnPostgreSql site) : NamedQueryTests(site), IClassFixture<ApiOnPostgreSql>;
