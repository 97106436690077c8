using System.Net;
using System.Text.Json;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Permissions;
using static VoldCms.IntegrationTests.ContentApi.ApiSample;

namespace VoldCms.IntegrationTests.ContentApi.Mutations;

/// <summary>Who may change what, at both doors.</summary>
public abstract class WriteRolesTests(ApiSite site) : ApiTest(site)
{
    private static readonly (char Target, string Type, string Owner)[] s_targets =
    [
        ('P', "HelpPage", "u1"),
        ('p', "HelpPage", "u2"),
        ('L', "Plan", "u1"),
        ('l', "Plan", "u2"),
    ];

    /// <summary>
    /// A permission; and what it lets edit, publish and delete: P one's own page, p another's, L one's own plan, l another's. Pages are
    /// securable.
    /// </summary>
    public static TheoryData<string, string, string, string> Grants =>
        new()
        {
            { "ViewContent", "", "", "" },
            { "EditOwnContent", "PL", "", "" },
            { "EditOwn_HelpPage", "P", "", "" },
            { "Edit_HelpPage", "Pp", "", "" },
            { "Edit_Plan", "", "", "" },
            { "EditContent", "PpLl", "", "" },
            { "PublishOwnContent", "PL", "PL", "" },
            { "PublishOwn_HelpPage", "P", "P", "" },
            { "Publish_HelpPage", "Pp", "Pp", "" },
            { "PublishContent", "PpLl", "PpLl", "" },
            { "DeleteOwnContent", "", "", "PL" },
            { "DeleteOwn_HelpPage", "", "", "P" },
            { "Delete_HelpPage", "", "", "Pp" },
            { "DeleteContent", "", "", "PpLl" },
        };

    [Theory, MemberData(nameof(Grants))]
    public async Task A_permission_opens_the_same_at_both_doors_and_no_more(
        string permission,
        string edits,
        string publishes,
        string deletes
    )
    {
        var tenant = await Site.CreateTenantAsync();
        await GrantAsync(tenant, "Tester", permission, "AccessContentApi", "ExecuteGraphQLMutations");

        foreach (var (target, type, owner) in s_targets)
        {
            var isEdit = edits.Contains(target, StringComparison.Ordinal);
            var isPublish = publishes.Contains(target, StringComparison.Ordinal);
            var isDelete = deletes.Contains(target, StringComparison.Ordinal);

            Assert.Equal(
                (target, "save", isEdit),
                (target, "save", await MutateAsync($"save{type}Draft", "content: { displayText: \"Ny\" }"))
            );
            Assert.Equal((target, "publish", isPublish), (target, "publish", await MutateAsync($"publish{type}", "", isDraft: true)));
            Assert.Equal(
                (target, "save and publish", isEdit && isPublish),
                (target, "save and publish", await MutateAsync($"publish{type}", "content: { displayText: \"Ny\" }"))
            );
            Assert.Equal((target, "unpublish", isPublish), (target, "unpublish", await MutateAsync($"unpublish{type}", "")));
            Assert.Equal((target, "remove", isDelete), (target, "remove", await MutateAsync($"remove{type}", "")));
            Assert.Equal((target, "POST draft", isEdit), (target, "POST draft", await SendAsync("POST", "?draft=true")));
            Assert.Equal((target, "POST", isEdit && isPublish), (target, "POST", await SendAsync("POST", "")));
            Assert.Equal((target, "DELETE", isDelete), (target, "DELETE", await SendAsync("DELETE", "")));

            async Task<bool> MutateAsync(string field, string arguments, bool isDraft = false)
            {
                var id = await NewAsync(isDraft);
                var selection = field.StartsWith("remove", StringComparison.Ordinal) ? "" : " { contentItemId }";
                var query = $"mutation {{ {field}(contentItemId: \"{id}\" {arguments}){selection} }}";
                var answer = await Site.SendAsync(
                    "POST",
                    tenant.Address,
                    JsonSerializer.Serialize(new { query }),
                    (ApiSite.WhoHeader, "Tester")
                );
                if (!answer.Json.TryGetProperty("errors", out var errors))
                {
                    return true;
                }

                Assert.Equal("content.not-allowed", errors[0].GetProperty("extensions").GetProperty("code").GetString());
                return false;
            }

            async Task<bool> SendAsync(string method, string query)
            {
                var id = await NewAsync(isDraft: false);
                var address = tenant.At($"/api/content{(method == "DELETE" ? $"/{id}" : query)}");
                var body =
                    method == "DELETE" ? null : $$"""{ "ContentItemId": "{{id}}", "ContentType": "{{type}}", "DisplayText": "Ny" }""";
                var answer = await Site.SendAsync(method, address, body, (ApiSite.WhoHeader, "Tester"));
                Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.Forbidden, answer.Text);
                return answer.Status == HttpStatusCode.OK;
            }

            async Task<string> NewAsync(bool isDraft)
            {
                var item = Item(type, ContentItemId.New().Value) with { Owner = owner };
                await tenant.Content.PublishAsync(item);
                if (isDraft)
                {
                    await tenant.Content.SaveDraftAsync(
                        item with
                        {
                            ContentItemVersionId = ContentItemVersionId.New(),
                            PublishedUtc = null,
                        }
                    );
                }

                return item.ContentItemId.Value;
            }
        }
    }

    [Fact]
    public async Task What_is_above_a_writer_s_level_is_not_there_to_be_changed()
    {
        var tenant = await Site.CreateTenantAsync();
        await GrantAsync(tenant, "Tester", "EditContent", "PublishContent", "DeleteContent", "AccessContentApi", "ExecuteGraphQLMutations");
        await tenant.Content.PublishAsync(Page("secret", level: "secret"));

        foreach (
            var field in new[]
            {
                "saveHelpPageDraft(contentItemId: \"secret\", content: { ingress: \"x\" }) { contentItemId }",
                "publishHelpPage(contentItemId: \"secret\") { contentItemId }",
                "unpublishHelpPage(contentItemId: \"secret\") { contentItemId }",
                "removeHelpPage(contentItemId: \"secret\")",
            }
        )
        {
            var answer = await Site.SendAsync(
                "POST",
                tenant.Address,
                JsonSerializer.Serialize(new { query = $"mutation {{ {field} }}" }),
                (ApiSite.WhoHeader, "Tester")
            );
            Assert.Equal(
                "content.not-found",
                answer.Json.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString()
            );
        }

        var post = await Site.SendAsync(
            "POST",
            tenant.At("/api/content"),
            """{ "ContentItemId": "secret", "ContentType": "HelpPage", "DisplayText": "x" }""",
            (ApiSite.WhoHeader, "Tester")
        );
        var delete = await Site.SendAsync("DELETE", tenant.At("/api/content/secret"), headers: (ApiSite.WhoHeader, "Tester"));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (post.Status, delete.Status));
        Assert.Equal("HelpPage secret", (await tenant.Content.LoadAsync(new("secret"))).Published?.Item.DisplayText);
    }

    [Fact]
    public async Task A_writer_neither_writes_nor_loses_what_she_does_not_see()
    {
        var tenant = await Site.CreateTenantAsync();
        await GrantAsync(tenant, "Tester", "Edit_HelpPage", "ExecuteGraphQLMutations", "AccessContentApi");
        await tenant.Content.PublishAsync(
            Page(
                "p1",
                """{ "Ingress": { "Text": "En" }, "Note": { "Text": "Internt" } }""",
                parts: """
                { "Steps": { "ContentItems": [
                    { "ContentItemId": "s1", "ContentType": "Step", "Step": { "Text": { "Text": "En" } } },
                    { "ContentItemId": "s2", "ContentType": "Step", "Step": { "Text": { "Text": "Hemmelig" } },
                      "VisibilityPart": { "Level": { "Text": "secret" } } },
                    { "ContentItemId": "s3", "ContentType": "Step", "Step": { "Text": { "Text": "Tre" } } } ] } }
                """
            )
        );
        const string Change =
            """saveHelpPageDraft(contentItemId: "p1", content: { ingress: "To", steps: { contentItems: [{ contentItemId:"""
            + """ "s3", content: { step: { text: "Bare denne" } } }] } }) { note steps { contentItems { contentItemId } } }""";

        var changed = await MutateAsync(tenant, Change);
        var blind = await MutateAsync(
            tenant,
            """saveHelpPageDraft(contentItemId: "p1", content: { note: "Overskrevet" }) { contentItemId }"""
        );
        var post = await Site.SendAsync(
            "POST",
            tenant.At("/api/content?draft=true"),
            """{ "ContentItemId": "p1", "ContentType": "HelpPage", "HelpPage": { "Note": { "Text": "Overskrevet" } } }""",
            (ApiSite.WhoHeader, "Tester")
        );
        var wiped = await Site.SendAsync(
            "POST",
            tenant.At("/api/content?draft=true"),
            """{ "ContentItemId": "p1", "ContentType": "HelpPage", "HelpPage": null, "Steps": { "ContentItems": [] } }""",
            (ApiSite.WhoHeader, "Tester")
        );
        var stored = (await tenant.Content.LoadAsync(new("p1"))).Latest!.Item.Content;

        Assert.Equal(
            """{"saveHelpPageDraft":{"note":null,"steps":{"contentItems":[{"contentItemId":"s3"}]}}}""",
            changed.Json.GetProperty("data").GetRawText()
        );
        Assert.Equal(
            "content.field-not-allowed",
            blind.Json.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString()
        );
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.OK), (post.Status, wiped.Status));
        Assert.Equal("Internt", stored["HelpPage"]!["Note"]!["Text"]!.GetValue<string>());
        Assert.Equal("s2", Assert.Single(stored["Steps"]!["ContentItems"]!.AsArray())!["ContentItemId"]!.GetValue<string>());
    }

    private Task<ApiAnswer> MutateAsync(ApiTenant tenant, string field) =>
        Site.SendAsync(
            "POST",
            tenant.Address,
            JsonSerializer.Serialize(new { query = $"mutation {{ {field} }}" }),
            (ApiSite.WhoHeader, "Tester")
        );

    private static Task GrantAsync(ApiTenant tenant, string role, params string[] permissions) =>
        tenant.Content.SetAsync(Roles.DocumentName, Roles.Default.With(new(role, "", [.. permissions])).ToJson());
}

public sealed class WriteRolesOnSqliteTests(ApiOnSqlite site) : WriteRolesTests(site), IClassFixture<ApiOnSqlite>;

public sealed class WriteRolesOnPostgreSqlTests(ApiOnPostgreSql site) : WriteRolesTests(site), IClassFixture<ApiOnPostgreSql>;
