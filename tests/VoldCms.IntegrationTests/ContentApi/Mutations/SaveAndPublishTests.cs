using System.Globalization;
using System.Net;
using System.Text.Json;
using VoldCms.ContentManagement.Html;
using VoldCms.ContentManagement.Permissions;
using VoldCms.Data.Databases;
using VoldCms.IntegrationTests.Data.DatabaseBackups;
using static VoldCms.IntegrationTests.ContentApi.ApiSample;

namespace VoldCms.IntegrationTests.ContentApi.Mutations;

/// <summary>Saving and publishing in one write, at both doors: what it is refused with, what it leaves, and what it costs.</summary>
public abstract class SaveAndPublishTests(ApiSite site) : ApiTest(site)
{
    private const string NewPage = """{ "ContentType": "HelpPage", "TitlePart": { "Title": "Ny" } }""";
    private const string Nobody = """{ "ContentType": "Nobody" }""";
    private const string NewNeeds = "The permission PublishContent is needed for new content of type 'HelpPage'.";
    private const string EditNeeds = "The permission EditContent is needed for content of type 'HelpPage'.";
    private const string PublishNeeds = "The permission PublishContent is needed for content of type 'HelpPage'.";
    private const string NotStored = "If-Match means a stored item, and this one would be new.";
    private const string NotNewest = "The item p1 was changed by somebody else: version v0 was edited, but ";
    private const string NoPlan = "There is no content item plan1.";

    /// <summary>Who posts what, on which condition, as a draft or not; and the answer's status, code and words.</summary>
    public static TheoryData<string, string, string?, bool, int, string, string> Posts =>
        new()
        {
            // As on Orchard Core, what is new asks for the permission to publish, a draft too, and before anything else.
            { "Drafter", NewPage, null, true, 403, "not-allowed", NewNeeds },
            { "Drafter", NewPage, null, false, 403, "not-allowed", NewNeeds },
            { "Drafter", NewPage, "*", false, 403, "not-allowed", NewNeeds },
            { "Drafter", NewPage.Replace("\"Ny\"", "7", StringComparison.Ordinal), null, false, 403, "not-allowed", NewNeeds },
            { "Reader", NewPage, null, false, 403, "not-allowed", NewNeeds },
            { "OwnWriter", NewPage, null, false, 200, "", "" },
            { "Editor", NewPage, "*", false, 412, "version-conflict", NotStored },
            { "Editor", NewPage, "\"v0\"", true, 412, "version-conflict", NotStored },
            { "Editor", Nobody, "*", true, 412, "version-conflict", NotStored },
            { "Editor", Nobody, null, false, 400, "undefined-type", "ContentType: the type 'Nobody' is not defined; " },
            // What cannot be saved is told before what may not be published.
            { "Drafter", Changed("p1"), null, true, 200, "", "" },
            { "Drafter", Changed("p1"), null, false, 403, "not-allowed", PublishNeeds },
            { "Reader", Changed("p1"), null, false, 403, "not-allowed", EditNeeds },
            { "OwnWriter", Changed("p1"), null, false, 403, "not-allowed", EditNeeds },
            { "Drafter", Changed("p1", ingress: "7"), null, false, 400, "invalid", "HelpPage.Ingress.Text: " },
            { "Drafter", Changed("p1"), "\"v0\"", false, 412, "version-conflict", NotNewest },
            { "Editor", Changed("p1"), "\"v0\"", true, 412, "version-conflict", NotNewest },
            { "Editor", Changed("p1"), "no tag", true, 412, "version-conflict", NotNewest.Replace("v0", "", StringComparison.Ordinal) },
            { "Editor", Changed("p1"), "*", false, 200, "", "" },
            // The type of what is stored is not looked at; what she may not see is not there, before and after.
            { "Editor", """{ "ContentItemId": "P1", "ContentType": "Nobody" }""", null, false, 200, "", "" },
            { "Editor", Changed("SECRET"), "*", false, 404, "not-found", "There is no content item SECRET." },
            { "Editor", Changed("p1", level: "secret"), null, false, 404, "not-found", "There is no content item p1." },
            { "Editor", Changed("new", level: "secret"), null, false, 404, "not-found", "There is no content item " },
        };

    /// <summary>Who mutates what; and the refusal's code and words, none where it is done.</summary>
    public static TheoryData<string, string, string, string> Mutations =>
        new()
        {
            { "Drafter", "saveHelpPageDraft(content: { title: \"Ny\" })", "", "" },
            { "Drafter", "publishHelpPage(content: { title: \"Ny\" })", "not-allowed", PublishNeeds },
            { "Reader", "publishHelpPage(content: { title: \"Ny\" })", "not-allowed", EditNeeds },
            { "OwnWriter", "publishHelpPage(content: { title: \"Ny\" })", "", "" },
            { "Editor", "publishHelpPage(basedOn: \"v0\", content: { title: \"Ny\" })", "", "" },
            { "Drafter", Publish("p1", "content: { ingress: \"To\" }"), "not-allowed", PublishNeeds },
            { "Drafter", Publish("p1", ""), "not-allowed", PublishNeeds },
            { "Reader", Publish("p1", "content: { ingress: \"To\" }"), "not-allowed", EditNeeds },
            { "Drafter", Publish("p1", "content: { path: \"a//b\" }"), "invalid", "AutoroutePart.Path: " },
            { "Editor", Publish("p1", "basedOn: \"v0\", content: { ingress: \"To\" }"), "version-conflict", NotNewest },
            { "Editor", Publish("p1", "basedOn: \"v0\""), "version-conflict", NotNewest },
            { "Editor", Publish("gone", "content: { title: \"Ny\" }"), "not-found", "There is no content item gone." },
            { "Editor", Publish("SECRET", "content: { title: \"Ny\" }"), "not-found", "There is no content item SECRET." },
            { "Editor", Publish("p1", "content: { visibility: { level: \"secret\" } }"), "not-found", "There is no content item p1." },
            { "Editor", Publish("plan1", "content: { title: \"Ny\" }"), "not-found", NoPlan },
            { "Editor", Publish("plan1", ""), "not-found", NoPlan },
            { "Editor", "saveHelpPageDraft(contentItemId: \"plan1\", content: { title: \"Ny\" })", "not-found", NoPlan },
            { "Editor", "unpublishHelpPage(contentItemId: \"plan1\")", "not-found", NoPlan },
            { "Editor", "removeHelpPage(contentItemId: \"plan1\")", "not-found", NoPlan },
        };

    [Theory, MemberData(nameof(Posts))]
    public async Task A_post_is_answered_in_the_order_of_who_what_and_whether_it_may_be_public(
        string who,
        string body,
        string? condition,
        bool isDraft,
        int status,
        string code,
        string words
    )
    {
        var tenant = await CreateTenantAsync();

        var before = await Dump.ReadAsync(Site.Services, tenant.Content.Tenant);
        var answer = await Site.SendAsync(
            "POST",
            tenant.At($"/api/content{(isDraft ? "?draft=true" : "")}"),
            body,
            condition is null ? [(ApiSite.WhoHeader, who)] : [(ApiSite.WhoHeader, who), ("If-Match", condition)]
        );

        Assert.True(status == (int)answer.Status, answer.Text);
        if (status != 200)
        {
            Assert.Equal($"urn:voldcms:content.{code}", answer.Json.GetProperty("type").GetString());
            Assert.StartsWith(words, answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
            Assert.Equal(before, await Dump.ReadAsync(Site.Services, tenant.Content.Tenant));
        }
    }

    [Theory, MemberData(nameof(Mutations))]
    public async Task A_mutation_is_answered_in_the_same_order(string who, string field, string code, string words)
    {
        var tenant = await CreateTenantAsync();

        var before = await Dump.ReadAsync(Site.Services, tenant.Content.Tenant);
        var answer = await MutateAsync(tenant, who, field);

        Assert.Equal(code.Length > 0, answer.Json.TryGetProperty("errors", out var errors));
        if (code.Length > 0)
        {
            Assert.Equal($"content.{code}", errors[0].GetProperty("extensions").GetProperty("code").GetString());
            Assert.StartsWith(words, errors[0].GetProperty("message").GetString(), StringComparison.Ordinal);
            Assert.Equal(before, await Dump.ReadAsync(Site.Services, tenant.Content.Tenant));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_is_one_version_and_the_audit_trail_tells_that_it_was_saved_and_then_published(bool isRest)
    {
        var tenant = await CreateTenantAsync();

        await (
            isRest
                ? PostAsync(tenant, "", Changed("p1"))
                : DoAsync(tenant, "publishHelpPage(contentItemId: \"p1\", content: { ingress: \"To\" })")
        );

        var live = await tenant.Content.LoadAsync(new("p1"));
        var version = live.Latest!.Item.ContentItemVersionId;
        Assert.Same(live.Latest, live.Published);
        Assert.Equal(
            (true, true, true),
            (live.Latest.Item.PublishedUtc is not null, live.Latest.PublicFromUtc is not null, live.Latest.PublicToUtc is null)
        );
        var rows = (await Dump.ReadAsync(Site.Services, tenant.Content.Tenant)).Split('\n').Select(row => row.Split(" | ")).ToArray();
        Assert.Equal(2, rows.Count(row => row[0].StartsWith("content_versions: ", StringComparison.Ordinal) && row.Contains("p1")));
        Assert.Equal(
            ["SaveDraft", "Publish"],
            rows.Where(row => row[0].StartsWith("audit_events: ", StringComparison.Ordinal) && row.Contains(version.Value))
                .OrderBy(row => long.Parse(row[0].Split(' ')[1], CultureInfo.InvariantCulture))
                .Select(row => row.Single(column => column is "SaveDraft" or "Publish"))
        );
    }

    /// <summary>As many statements as for a draft. To load the item again is one more, to store and index it twice some 130.</summary>
    [Theory]
    [InlineData("REST", 16)]
    [InlineData("REST draft", 16)]
    [InlineData("REST new", 22)]
    [InlineData("GraphQL", 15)]
    [InlineData("GraphQL draft", 15)]
    public async Task The_item_is_loaded_stored_and_indexed_once(string write, int expected)
    {
        // PostgreSQL keeps other writers of the tenant away by a statement, reserves keys by another and writes the index by two.
        const int MoreOnPostgreSql = 3;
        var tenant = await CreateTenantAsync();
        await tenant.Content.PublishAsync(Page("p2"));

        var statements = await CountStatementsAsync(() => WriteAsync("p2"), () => WriteAsync("p1"));

        Assert.Equal(expected + (Site.Provider == DatabaseProvider.PostgreSql ? MoreOnPostgreSql : 0), statements);

        Task WriteAsync(string id) =>
            write switch
            {
                "REST" => PostAsync(tenant, "", Changed(id)),
                "REST draft" => PostAsync(tenant, "?draft=true", Changed(id)),
                "REST new" => PostAsync(tenant, "", NewPage),
                "GraphQL" => DoAsync(tenant, $"publishHelpPage(contentItemId: \"{id}\", content: {{ ingress: \"To\" }})"),
                _ => DoAsync(tenant, $"saveHelpPageDraft(contentItemId: \"{id}\", content: {{ ingress: \"To\" }})"),
            };
    }

    /// <summary>What was cleaned is remembered, and found again at no cost; cleaning takes megabytes.</summary>
    [Theory]
    [InlineData("REST")]
    [InlineData("REST new")]
    [InlineData("GraphQL")]
    [InlineData("GraphQL draft")]
    public async Task HTML_is_cleaned_before_the_transaction_begins_so_that_no_other_writer_waits_for_it(string write)
    {
        var tenant = await CreateTenantAsync();
        var html = string.Concat(Enumerable.Repeat($"<p onclick=x>{Guid.NewGuid():N}</p>", 500));
        var allocated = -1L;
        Site.Beginning = () => allocated = AllocatedByCleaning(html);
        try
        {
            await WriteAsync(html);
        }
        finally
        {
            Site.Beginning = null;
        }

        Assert.InRange(allocated, 0, 10_000);
        Assert.True(AllocatedByCleaning($"{html}<p onclick=x></p>") > 100_000);

        Task WriteAsync(string given)
        {
            var mutation = $"contentItemId: \"p1\", content: {{ htmlBody: {{ html: \"{given}\" }} }}";
            var id = write == "REST" ? "p1" : "";
            return write switch
            {
                "GraphQL" => DoAsync(tenant, $"publishHelpPage({mutation})"),
                "GraphQL draft" => DoAsync(tenant, $"saveHelpPageDraft({mutation})"),
                _ => PostAsync(
                    tenant,
                    "",
                    $$"""{ "ContentItemId": "{{id}}", "ContentType": "HelpPage", "HtmlBodyPart": { "Html": "{{given}}" } }"""
                ),
            };
        }
    }

    private static long AllocatedByCleaning(string html)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        HtmlSanitizer.Sanitize(html);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private async Task PostAsync(ApiTenant tenant, string query, string body)
    {
        var answer = await Site.SendAsync("POST", tenant.At($"/api/content{query}"), body, (ApiSite.WhoHeader, "Editor"));
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
    }

    private async Task DoAsync(ApiTenant tenant, string field)
    {
        var answer = await MutateAsync(tenant, "Editor", field);
        Assert.False(answer.Json.TryGetProperty("errors", out _), answer.Text);
    }

    private Task<ApiAnswer> MutateAsync(ApiTenant tenant, string who, string field)
    {
        var query = $"mutation {{ {field}{(field.StartsWith("remove", StringComparison.Ordinal) ? "" : " { contentItemId }")} }}";
        return Site.SendAsync("POST", tenant.Address, JsonSerializer.Serialize(new { query }), (ApiSite.WhoHeader, who));
    }

    private static string Changed(string id, string ingress = "\"To\"", string level = "public") =>
        $$$"""
            { "ContentItemId": "{{{id}}}", "ContentType": "HelpPage", "HelpPage": { "Ingress": { "Text": {{{ingress}}} } },
              "VisibilityPart": { "Level": { "Text": "{{{level}}}" } } }
            """;

    private static string Publish(string id, string arguments) => $"publishHelpPage(contentItemId: \"{id}\" {arguments})";

    private async Task<ApiTenant> CreateTenantAsync()
    {
        var tenant = await Site.CreateTenantAsync();
        var roles = Roles.Default;
        foreach (
            var (name, permissions) in new[]
            {
                ("Reader", "ViewContent"),
                ("Drafter", "EditContent"),
                ("OwnWriter", "PublishOwnContent"),
                ("Editor", "EditContent PublishContent DeleteContent"),
            }
        )
        {
            roles = roles.With(new(name, "", [.. permissions.Split(' '), "AccessContentApi", "ExecuteGraphQLMutations"]));
        }

        await tenant.Content.SetAsync(Roles.DocumentName, roles.ToJson());
        await tenant.Content.PublishAsync(
            Page("p1", parts: """{ "AutoroutePart": { "Path": "hjelp/en" } }"""),
            Page("secret", level: "secret"),
            Item("Plan", "plan1")
        );
        return tenant;
    }
}

public sealed class SaveAndPublishOnSqliteTests(ApiOnSqlite site) : SaveAndPublishTests(site), IClassFixture<ApiOnSqlite>;

public sealed class SaveAndPublishOnPostgreSqlTests(ApiOnPostgreSql site) : SaveAndPublishTests(site), IClassFixture<ApiOnPostgreSql>;
