using System.Net;
using System.Text.Json;
using VoldCms.ContentManagement.Permissions;
using static VoldCms.IntegrationTests.ContentApi.ApiSample;

namespace VoldCms.IntegrationTests.ContentApi.Items;

/// <summary>Days, times and numbers mean the same through every door, or are refused.</summary>
public abstract class ValueTests(ApiSite site) : ApiTest(site)
{
    private static string WithTimes { get; } =
        Definitions.Replace(
            """{ "FieldName": "BooleanField", "Name": "Featured" }""",
            """{ "FieldName": "BooleanField", "Name": "Featured" }, { "FieldName": "DateTimeField","""
                + """ "Name": "Begins" }, { "FieldName": "TimeField", "Name": "Opens" }""",
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("reviewDate", "Date", "ReviewDate", "02/03/2026")]
    [InlineData("reviewDate", "Date", "ReviewDate", "Nov 2026")]
    [InlineData("reviewDate", "Date", "ReviewDate", "2026-02-30")]
    [InlineData("reviewDate", "Date", "ReviewDate", "2026-13-01")]
    [InlineData("reviewDate", "Date", "ReviewDate", "2026-W09-1")]
    [InlineData("begins", "DateTime", "Begins", "10:00")]
    [InlineData("begins", "DateTime", "Begins", "10000-01-01T00:00:00Z")]
    [InlineData("begins", "DateTime", "Begins", "2026-03-01 08:00:00")]
    [InlineData("opens", "TimeSpan", "Opens", "24:00")]
    [InlineData("opens", "TimeSpan", "Opens", "10")]
    public async Task What_is_no_date_is_refused_through_every_door(string name, string type, string stored, string text)
    {
        var tenant = await CreateTenantAsync();
        var address = tenant.At("/api/content");
        var literal = await SendAsync(
            tenant,
            $"mutation {{ saveHelpPageDraft(content: {{ title: \"Ny\", {name}: \"{text}\" }}) {{ contentItemId }} }}"
        );
        var variable = await SendAsync(
            tenant,
            $"mutation ($v: {type}) {{ saveHelpPageDraft(content: {{ title: \"Ny\", {name}: $v }}) {{ contentItemId }} }}",
            new { v = text }
        );
        var filter = await tenant.ErrorAsync($"{{ helpPage(where: {{ {name}: \"{text}\" }}) {{ contentItemId }} }}");
        var given = await tenant.ErrorAsync(
            $"query ($v: [{type}]) {{ helpPage(where: {{ {name}_in: $v }}) {{ contentItemId }} }}",
            new { v = new[] { text } }
        );
        var list = await Site.SendAsync("GET", $"{address}?type=HelpPage&{name}={Uri.EscapeDataString(text)}");
        var item = await Site.SendAsync(
            "POST",
            address,
            $$$"""{ "ContentType": "HelpPage", "TitlePart": { "Title": "Ny" },"""
                + $$$""" "HelpPage": { "{{{stored}}}": { "Value": "{{{text}}}" } } }""",
            (ApiSite.WhoHeader, "Editor")
        );

        Assert.Equal("ValuesOfCorrectType", Code(literal));
        Assert.Equal("CoerceVariableValues", Code(variable));
        Assert.All(
            [literal.Text, variable.Text, filter, given, list.Text, item.Text],
            message => Assert.Contains("ISO 8601", message, StringComparison.Ordinal)
        );
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (list.Status, item.Status));
        Assert.Equal("urn:voldcms:content.invalid", item.Json.GetProperty("type").GetString());
        Assert.Contains($"HelpPage.{stored}.Value", item.Text, StringComparison.Ordinal);
        Assert.Equal("", await tenant.IdsAsync("status: LATEST", roles: "Editor"));
    }

    [Fact]
    public async Task A_date_is_stored_and_found_as_it_is_meant()
    {
        var tenant = await CreateTenantAsync();
        var saved = await SendAsync(
            tenant,
            """
            mutation { publishHelpPage(content: { title: "Ny", reviewDate: "2026-03-01T00:00:00+02:00", begins: "2026-03-01T10:00+02:00",
              opens: "08:30" }) { contentItemId reviewDate begins opens } }
            """
        );
        var item = saved.Json.GetProperty("data").GetProperty("publishHelpPage");
        var id = item.GetProperty("contentItemId").GetString();

        Assert.Equal(
            ("2026-03-01", "2026-03-01T08:00:00Z", "08:30:00"),
            (item.GetProperty("reviewDate").GetString(), item.GetProperty("begins").GetString(), item.GetProperty("opens").GetString())
        );
        Assert.Equal(
            id,
            await tenant.IdsAsync("""where: { reviewDate: "2026-03-01", begins: "2026-03-01T08:00:00Z", opens: "08:30:00" }""")
        );
        Assert.Contains(
            "\"2026-03-01T00:00:00Z\"",
            (await Site.SendAsync("GET", tenant.At($"/api/content/{id}"))).Text,
            StringComparison.Ordinal
        );
        Assert.Contains("@specifiedBy", await Site.Http.GetStringAsync($"{tenant.Address}/schema.graphql", Stop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("9007199254740993", "9007199254740993")]
    [InlineData("18446744073709551617", "18446744073709551617")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("-0.1234567890123456789012345678", "-0.1234567890123456789012345678")]
    [InlineData("1.50", "1.50")]
    [InlineData("12e-1", "1.2")]
    public async Task A_number_keeps_its_digits_through_every_door(string number, string read)
    {
        var tenant = await CreateTenantAsync();
        await SendAsync(
            tenant,
            $"mutation {{ publishHelpPage(content: {{ title: \"A\", path: \"a\", priority: {number} }}) {{ contentItemId }} }}"
        );
        await SendRawAsync(
            tenant,
            "mutation ($v: Decimal) { publishHelpPage(content: { title: \\\"B\\\", path: \\\"b\\\", priority: $v }) { contentItemId } }",
            $$"""{ "v": {{number}} }"""
        );
        await Site.SendAsync(
            "POST",
            tenant.At("/api/content"),
            $$"""{ "ContentType": "HelpPage", "TitlePart": { "Title": "C" }, "AutoroutePart": { "Path": "c" },"""
                + $$""" "HelpPage": { "Priority": { "Value": {{number}} } } }""",
            (ApiSite.WhoHeader, "Editor")
        );
        string Read(string path) => $$"""{"path":"{{path}}","priority":{{read}}}""";
        var all = $$"""{"helpPage":[{{Read("a")}},{{Read("b")}},{{Read("c")}}]}""";

        Assert.Equal(all, await tenant.DataAsync("{ helpPage(orderBy: { path: ASC }) { path priority } }"));
        Assert.Equal(
            all,
            await tenant.DataAsync($"{{ helpPage(orderBy: {{ path: ASC }}, where: {{ priority: {number} }}) {{ path priority }} }}")
        );
        var filtered = await SendRawAsync(
            tenant,
            "query ($v: Decimal) { helpPage(orderBy: { path: ASC }, where: { priority_in: [$v] }) { path priority } }",
            $$"""{ "v": {{number}} }"""
        );
        Assert.Equal(all, filtered.Json.GetProperty("data").GetRawText());
        Assert.Equal(
            3,
            (await Site.SendAsync("GET", tenant.At($"/api/content?type=HelpPage&priority={number}")))
                .Json.GetProperty("items")
                .GetArrayLength()
        );
        Assert.Equal("", await tenant.IdsAsync("where: { priority: 9007199254740992 }"));
    }

    [Theory]
    [
        InlineData("79228162514264337593543950336"),
        InlineData("1e29"),
        InlineData("1e400"),
        InlineData("1e-29"),
        InlineData("0.12345678901234567890123456789")
    ]
    public async Task A_number_that_cannot_be_kept_is_refused_with_the_bounds(string number)
    {
        var tenant = await CreateTenantAsync();
        var answers = new[]
        {
            await SendAsync(
                tenant,
                $"mutation {{ saveHelpPageDraft(content: {{ title: \"A\", priority: {number} }}) {{ contentItemId }} }}"
            ),
            await SendRawAsync(
                tenant,
                "mutation ($v: Decimal) { saveHelpPageDraft(content: { title: \\\"B\\\", priority: $v }) { contentItemId } }",
                $$"""{ "v": {{number}} }"""
            ),
            await SendAsync(tenant, $"{{ helpPage(where: {{ priority: {number} }}) {{ contentItemId }} }}"),
            await Site.SendAsync("GET", tenant.At($"/api/content?type=HelpPage&priority_gt={number}")),
            await Site.SendAsync(
                "POST",
                tenant.At("/api/content"),
                $$"""{ "ContentType": "HelpPage", "TitlePart": { "Title": "C" }, "HelpPage": { "Priority": { "Value": {{number}} } } }""",
                (ApiSite.WhoHeader, "Editor")
            ),
        };

        Assert.All(answers, answer => Assert.Contains("79228162514264337593543950335", answer.Text, StringComparison.Ordinal));
        Assert.Equal("", await tenant.IdsAsync("status: LATEST", roles: "Editor"));
    }

    [Fact]
    public async Task An_id_that_is_a_number_is_its_digits()
    {
        var tenant = await CreateTenantAsync();
        await tenant.Content.PublishAsync(Page("123456789012345678901234567890"));
        const string Document = "query ($id: ID) { helpPage(where: { contentItemId: $id }) { contentItemId } }";

        Assert.Equal("123456789012345678901234567890", await tenant.IdsAsync("where: { contentItemId: 123456789012345678901234567890 }"));
        Assert.Contains(
            "\"123456789012345678901234567890\"",
            (await SendRawAsync(tenant, Document, """{ "id": 123456789012345678901234567890 }""")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task First_0_gives_none_everywhere()
    {
        var tenant = await CreateTenantAsync();
        await tenant.Content.PublishAsync(
            Item("Plan", "plan"),
            Item("Party", "party"),
            Measure("m1", "plan", 1, ["party"]),
            Measure("m2", "plan", 2, ["party"]),
            Page("p1", """{ "Related": { "ContentItemIds": ["m1", "m2"] } }""")
        );

        Assert.Equal(
            """{"measure":[],"measureConnection":{"edges":[],"nodes":[],"totalCount":2,"pageInfo":"""
                + """{"hasNextPage":true,"hasPreviousPage":false,"startCursor":null,"endCursor":null}},"measureCounts":[],"plan":["""
                + """{"measureByPlan":[]}]}""",
            await tenant.DataAsync(
                """
                { measure(first: 0) { contentItemId } measureConnection(first: 0) { edges { cursor } nodes { contentItemId }
                  totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }
                  measureCounts(first: 0, by: [displayText]) { count } plan { measureByPlan(first: 0) { contentItemId } } }
                """
            )
        );
        Assert.Equal(
            """{"helpPage":[{"related":{"contentItemIds":[],"contentItems":[]}}],"changes":{"hasMore":true,"changes":[]}}""",
            await tenant.DataAsync(
                "{ helpPage { related { contentItemIds(first: 0) contentItems(first: 0) { "
                    + "contentItemId } } } changes(first: 0) { hasMore changes { contentItemId } } }"
            )
        );
        Assert.Equal(
            """{"items":[],"totalCount":2,"next":null}""",
            (await Site.SendAsync("GET", tenant.At("/api/content?type=Measure&first=0&count=true"))).Text
        );
        Assert.Equal(
            """{"none":{"pageInfo":{"hasNextPage":false}}}""",
            await tenant.DataAsync(
                """{ none: measureConnection(first: 0, where: { contentItemId: "gone" }) { pageInfo { hasNextPage } } }"""
            )
        );
    }

    private static string? Code(ApiAnswer answer) =>
        answer.Json.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();

    private Task<ApiAnswer> SendAsync(ApiTenant tenant, string query, object? variables = null) =>
        Site.SendAsync(
            "POST",
            tenant.Address,
            JsonSerializer.Serialize(new { query, variables }, JsonSerializerOptions.Default),
            (ApiSite.WhoHeader, "Editor")
        );

    // Numbers as they are written, which no serializer has seen.
    private Task<ApiAnswer> SendRawAsync(ApiTenant tenant, string query, string variables) =>
        Site.SendAsync("POST", tenant.Address, $$"""{ "query": "{{query}}", "variables": {{variables}} }""", (ApiSite.WhoHeader, "Editor"));

    private async Task<ApiTenant> CreateTenantAsync()
    {
        var tenant = await Site.CreateTenantAsync(WithTimes);
        await tenant.Content.SetAsync(
            Roles.DocumentName,
            Roles
                .Default.With(new(Roles.Anonymous, "", ["ViewContent", "ExecuteGraphQL", "AccessContentApi"]))
                .With(new("Editor", "", ["EditContent", "PublishContent", "ExecuteGraphQL", "ExecuteGraphQLMutations", "AccessContentApi"]))
                .ToJson()
        );
        return tenant;
    }
}

public sealed class ValuesOnSqliteTests(ApiOnSqlite site) : ValueTests(site), IClassFixture<ApiOnSqlite>;

public sealed class ValuesOnPostgreSqlTests(ApiOnPostgreSql site) : ValueTests(site), IClassFixture<ApiOnPostgreSql>;
