using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.IntegrationTests.ContentApi;
using VoldCms.IntegrationTests.Users.Door;

namespace VoldCms.IntegrationTests.Admin.Items;

public abstract class EditItemTests(ApiSite site) : ApiTest(site)
{
    private const string Ingress = "HelpPage.Ingress.Text";

    [Fact]
    public async Task A_draft_is_seen_by_nobody_and_what_is_published_by_all()
    {
        var (tenant, page) = await MakePageAsync();
        using var editor = await EnterAsync(tenant, "Editor");
        var path = PathOf(tenant, page);

        var saved = await (await AdminForm.OpenAsync(editor, path)).Type(Ingress, "Ny ingress").PressAsync(editor, "draft");
        Assert.Equal($"{path}?done=draft", saved.Location);
        Assert.Equal("Gammel ingress", await IngressAsync(tenant, page));

        var published = await (await AdminForm.OpenAsync(editor, path)).PressAsync(editor, "publish");
        Assert.Equal($"{path}?done=published", published.Location);
        Assert.Equal("Ny ingress", await IngressAsync(tenant, page));

        var nothing = await (await AdminForm.OpenAsync(editor, path)).PressAsync(editor, "publish");
        Assert.Equal($"{path}?done=nothing", nothing.Location);
    }

    [Fact]
    public async Task What_two_people_change_in_two_fields_is_both_kept()
    {
        var (tenant, page) = await MakePageAsync();
        using var one = await EnterAsync(tenant, "Editor");
        using var other = await EnterAsync(tenant, "Editor");
        var path = PathOf(tenant, page);
        var (mine, theirs) = (await AdminForm.OpenAsync(one, path), await AdminForm.OpenAsync(other, path));

        await theirs.Type("HelpPage.Priority.Value", "7").PressAsync(other, "publish");
        Assert.Equal($"{path}?done=published", (await mine.Type(Ingress, "Min ingress").PressAsync(one, "publish")).Location);

        Assert.Equal(
            """{"helpPage":[{"ingress":"Min ingress","priority":7}]}""",
            await tenant.DataAsync("{ helpPage { ingress priority } }")
        );
    }

    [Fact]
    public async Task What_two_people_change_in_one_field_is_shown_to_the_second()
    {
        var (tenant, page) = await MakePageAsync();
        using var one = await EnterAsync(tenant, "Editor");
        using var other = await EnterAsync(tenant, "Editor");
        var path = PathOf(tenant, page);
        var (mine, theirs) = (await AdminForm.OpenAsync(one, path), await AdminForm.OpenAsync(other, path));
        await theirs.Type(Ingress, "Deres ingress").Type("HelpPage.Priority.Value", "7").PressAsync(other, "publish");

        var answer = await mine.Type(Ingress, "Min ingress").PressAsync(one, "publish");

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal("Deres ingress", Assert.Single(answer.Texts(".admin-theirs blockquote")));
        Assert.Equal("Deres ingress", await IngressAsync(tenant, page));
        var again = AdminForm.Of(path, answer);
        Assert.Equal(("Min ingress", "7"), (again[Ingress], again["HelpPage.Priority.Value"]));
        Assert.Equal($"{path}?done=published", (await again.PressAsync(one, "publish")).Location);
        Assert.Equal(
            """{"helpPage":[{"ingress":"Min ingress","priority":7}]}""",
            await tenant.DataAsync("{ helpPage { ingress priority } }")
        );
    }

    [Fact]
    public async Task A_bag_is_put_in_order_before_anything_is_stored()
    {
        var (tenant, page) = await MakePageAsync();
        using var editor = await EnterAsync(tenant, "Editor");
        var path = PathOf(tenant, page);
        var form = await AdminForm.OpenAsync(editor, path);
        Assert.Equal(["En", "To"], StepsOf(form));

        form = await form.MoveAsync(editor, "add Steps.ContentItems Step");
        form = form.Type(form.Names.Last(name => name.EndsWith(".Step.Text.Text", StringComparison.Ordinal)), "Tre");
        form = await form.MoveAsync(editor, $"up Steps.ContentItems {TokensOf(form)[2]}");
        form = await form.MoveAsync(editor, $"copy Steps.ContentItems {TokensOf(form)[1]}");
        form = await form.MoveAsync(editor, $"remove Steps.ContentItems {TokensOf(form)[0]}");
        Assert.Equal(["Tre", "Tre", "To"], StepsOf(form));
        Assert.Equal("""{"helpPage":[{"steps":{"contentItems":[{"text":"En"},{"text":"To"}]}}]}""", await AskStepsAsync(tenant));

        Assert.Equal($"{path}?done=published", (await form.PressAsync(editor, "publish")).Location);
        Assert.Equal(
            """{"helpPage":[{"steps":{"contentItems":[{"text":"Tre"},{"text":"Tre"},{"text":"To"}]}}]}""",
            await AskStepsAsync(tenant)
        );
    }

    [Fact]
    public async Task What_is_no_value_stands_in_the_form_with_what_was_expected()
    {
        var (tenant, page) = await MakePageAsync();
        using var editor = await EnterAsync(tenant, "Editor");
        var path = PathOf(tenant, page);

        var answer = await (await AdminForm.OpenAsync(editor, path))
            .Type("HelpPage.Priority.Value", "mange")
            .Type("HelpPage.Related.add", "Ingen slik")
            .Type(Ingress, "Beholdt")
            .PressAsync(editor, "draft");

        var form = AdminForm.Of(path, answer);
        Assert.Equal(("mange", "Ingen slik", "Beholdt"), (form["HelpPage.Priority.Value"], form["HelpPage.Related.add"], form[Ingress]));
        Assert.Equal(2, answer.Texts("#problems li").Count);
        Assert.Contains("Skriv et tall", answer.Words, StringComparison.Ordinal);
        Assert.Equal("Gammel ingress", await IngressAsync(tenant, page));
    }

    [Fact]
    public async Task Only_who_works_here_and_may_edit_comes_to_a_form()
    {
        var (tenant, page) = await MakePageAsync();
        var (foreign, _) = await MakePageAsync();
        var path = PathOf(tenant, page);
        using var nobody = Site.Visit();
        using var reader = await EnterAsync(tenant, "Reader");
        using var stranger = await EnterAsync(foreign, "Administrator");
        using var editor = await EnterAsync(tenant, "Editor");

        Assert.StartsWith("/admin/sign-in", (await nobody.GetAsync(path)).Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(path)).Status);

        var form = (await AdminForm.OpenAsync(editor, path)).Type(Ingress, "Sendt av en annen");
        foreach (var other in new[] { nobody, reader, stranger })
        {
            Assert.NotEqual(HttpStatusCode.OK, (await form.PressAsync(other, "publish")).Status);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await form.PressAsync(editor, "publish", ("Sec-Fetch-Site", "cross-site"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await editor.PostAsync(path, null, [(Ingress, "Uten merke"), ("do", "publish")])).Status);
        Assert.Equal("Gammel ingress", await IngressAsync(tenant, page));
    }

    [Fact]
    public async Task An_item_is_taken_off_and_removed_after_a_question()
    {
        var (tenant, page) = await MakePageAsync();
        using var editor = await EnterAsync(tenant, "Administrator");
        var path = PathOf(tenant, page);

        Assert.Equal($"{path}/unpublish", (await (await AdminForm.OpenAsync(editor, path)).PressAsync(editor, "unpublish")).Location);
        Assert.Equal("Gammel ingress", await IngressAsync(tenant, page));
        Assert.Equal($"{path}?done=unpublished", (await SureAsync("unpublish")).Location);
        Assert.Equal("""{"helpPage":[]}""", await tenant.DataAsync("{ helpPage { ingress } }"));
        var removed = (await SureAsync("remove")).Location!;
        Assert.Contains("?done=removed&", removed, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await editor.GetAsync(path)).Status);
        var list = await editor.GetAsync(removed);
        var back = await editor.PostAsync(
            removed.Split('?')[0],
            "Restore",
            [("__RequestVerificationToken", list.Token), ("id", page.ContentItemId.Value), ("version", removed.Split("version=")[1])]
        );
        Assert.Equal($"{path}?done=restored", back.Location);
        Assert.Equal("Gammel ingress", (await AdminForm.OpenAsync(editor, path))[Ingress]);
        Assert.Equal("""{"helpPage":[]}""", await tenant.DataAsync("{ helpPage { ingress } }"));

        async Task<DoorAnswer> SureAsync(string act) =>
            await editor.PressAsync(
                $"{path}/{act}",
                null,
                ("version", (await editor.GetAsync($"{path}/{act}")).Attribute("input[name=version]", "value"))
            );
    }

    [Fact]
    public async Task What_is_typed_is_kept_for_who_typed_it_until_it_is_saved()
    {
        var (tenant, page) = await MakePageAsync();
        using var editor = await EnterAsync(tenant, "Editor");
        using var other = await EnterAsync(tenant, "Editor");
        var path = PathOf(tenant, page);
        var form = (await AdminForm.OpenAsync(editor, path)).Type(Ingress, "Halvferdig").Type("HelpPage.Priority.Value", "mange");
        var version = await PublicVersionAsync(tenant);

        Assert.Equal(HttpStatusCode.NoContent, (await form.KeepAsync(editor)).Status);
        Assert.Equal(version, await PublicVersionAsync(tenant));
        Assert.Empty((await other.GetAsync(path)).Texts(".ds-alert[data-color=info]"));
        var offer = await editor.GetAsync(path);
        Assert.Single(offer.Texts(".ds-alert[data-color=info]"));
        var taken = await AdminForm.OpenAsync(editor, offer.Attribute(".ds-alert a.ds-button", "href"));
        Assert.Equal(("Halvferdig", "mange"), (taken[Ingress], taken["HelpPage.Priority.Value"]));

        var saved = await taken.Type("HelpPage.Priority.Value", "4").PressAsync(editor, "publish");
        Assert.Contains("done=published", saved.Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await form.KeepAsync(editor)).Status);
        Assert.Empty((await editor.GetAsync(path)).Texts(".ds-alert[data-color=info]"));
        Assert.Equal("Halvferdig", await IngressAsync(tenant, page));
    }

    [Fact]
    public async Task What_is_kept_is_thrown_away_by_a_press()
    {
        var (tenant, page) = await MakePageAsync();
        using var editor = await EnterAsync(tenant, "Editor");
        var path = PathOf(tenant, page);
        await (await AdminForm.OpenAsync(editor, path)).Type(Ingress, "Angret").KeepAsync(editor);

        var offer = await editor.GetAsync(path);
        await editor.PostAsync(
            path,
            "Forget",
            [("__RequestVerificationToken", offer.Token), ("edit", offer.Attribute(".ds-alert input[name=edit]", "value"))]
        );

        Assert.Empty((await editor.GetAsync(path)).Texts(".ds-alert[data-color=info]"));
    }

    [Fact]
    public async Task A_list_that_two_people_change_is_shown_to_the_second()
    {
        var (tenant, page) = await MakePageAsync();
        using var one = await EnterAsync(tenant, "Editor");
        using var other = await EnterAsync(tenant, "Editor");
        var path = PathOf(tenant, page);
        var (mine, theirs) = (await AdminForm.OpenAsync(one, path), await AdminForm.OpenAsync(other, path));
        theirs = await theirs.MoveAsync(other, $"remove Steps.ContentItems {TokensOf(theirs)[0]}");
        await theirs.PressAsync(other, "publish");

        mine = await mine.MoveAsync(one, $"up Steps.ContentItems {TokensOf(mine)[1]}");
        var answer = await mine.PressAsync(one, "publish");

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal("1. To", Assert.Single(answer.Texts(".admin-theirs blockquote")));
    }

    [Fact]
    public async Task Nobody_publishes_what_a_colleague_has_written_meanwhile_without_seeing_it()
    {
        var (tenant, page) = await MakePageAsync();
        using var one = await EnterAsync(tenant, "Editor");
        using var other = await EnterAsync(tenant, "Editor");
        var path = PathOf(tenant, page);
        var (mine, theirs) = (await AdminForm.OpenAsync(one, path), await AdminForm.OpenAsync(other, path));
        await theirs.Type("HelpPage.Priority.Value", "9").PressAsync(other, "draft");

        var answer = await mine.Type(Ingress, "Min ingress").PressAsync(one, "publish");
        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        var again = AdminForm.Of(path, answer);
        Assert.Equal(("Min ingress", "9"), (again[Ingress], again["HelpPage.Priority.Value"]));
        Assert.Equal($"{path}?done=published", (await again.PressAsync(one, "publish")).Location);

        var open = await AdminForm.OpenAsync(one, path);
        await UnpublishAsync(other, path);
        Assert.Equal(HttpStatusCode.Conflict, (await open.Type(Ingress, "Ute igjen").PressAsync(one, "publish")).Status);
        Assert.Equal("""{"helpPage":[]}""", await tenant.DataAsync("{ helpPage { ingress } }"));
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_says_no_more_than_once()
    {
        var (tenant, page) = await MakePageAsync();
        using var editor = await EnterAsync(tenant, "Editor");
        var path = PathOf(tenant, page);
        var form = (await AdminForm.OpenAsync(editor, path)).Type(Ingress, "To ganger");

        Assert.Equal($"{path}?done=published", (await form.PressAsync(editor, "publish")).Location);
        Assert.Contains((await form.PressAsync(editor, "draft")).Location, new[] { $"{path}?done=nothing", $"{path}?done=draft" });
        Assert.Equal("To ganger", await IngressAsync(tenant, page));
    }

    [Theory]
    [InlineData("a b:Step")]
    [InlineData("../..:Step")]
    [InlineData("4steg000000000000000000003:Party")]
    [InlineData("4steg000000000000000000001:Step")]
    [InlineData("4STEG000000000000000000001:Step")]
    public async Task What_a_form_cannot_name_does_not_come_into_a_list(string token)
    {
        var (tenant, page) = await MakePageAsync();
        using var editor = await EnterAsync(tenant, "Editor");
        var path = PathOf(tenant, page);
        var form = await AdminForm.OpenAsync(editor, path);

        var answer = await editor.PostAsync(
            path,
            null,
            [
                ("__RequestVerificationToken", form["__RequestVerificationToken"]),
                ("version", form["version"]),
                .. TokensOf(form).Append(token).Select(each => ("Steps.ContentItems", each)),
                ("do", "draft"),
            ]
        );

        Assert.Equal($"{path}?done=nothing", answer.Location);
    }

    [Fact]
    public async Task Who_translates_saves_drafts_in_her_language_alone()
    {
        var (tenant, made) = await MakePageAsync();
        var page = made with { ContentItemVersionId = ContentItemVersionId.New(), Content = (JsonObject)made.Content.DeepClone() };
        var nynorsk = page with
        {
            ContentItemId = ContentItemId.New(),
            ContentItemVersionId = ContentItemVersionId.New(),
            Content = (JsonObject)page.Content.DeepClone(),
        };
        page.Content["LocalizationPart"] = new JsonObject { ["LocalizationSet"] = "4sett000000000000000000001", ["Culture"] = "nb" };
        nynorsk.Content["LocalizationPart"] = new JsonObject { ["LocalizationSet"] = "4sett000000000000000000001", ["Culture"] = "nn" };
        await tenant.Content.PublishAsync(page, nynorsk);
        await tenant.Content.SetAsync(
            Roles.DocumentName,
            Roles
                .Default.With(new(Roles.Anonymous, "", ["ViewContent", "ExecuteGraphQL", "AccessContentApi"]))
                .With(new("Translator", "", ["PreviewContent", "ViewContent", "TranslateContent_nn"]))
                .ToJson()
        );
        using var translator = await EnterAsync(tenant, "Translator");

        var own = await AdminForm.OpenAsync(translator, PathOf(tenant, nynorsk));
        Assert.Equal(["draft", "draft"], PressesOf(own));
        Assert.EndsWith(
            "?done=draft",
            (await own.Type(Ingress, "Nynorsk").PressAsync(translator, "draft")).Location,
            StringComparison.Ordinal
        );
        var other = await AdminForm.OpenAsync(translator, PathOf(tenant, page));
        Assert.Empty(PressesOf(other));
        Assert.Equal(HttpStatusCode.Forbidden, (await other.Type(Ingress, "Bokmål").PressAsync(translator, "draft")).Status);
        var publishing = (await AdminForm.OpenAsync(translator, PathOf(tenant, nynorsk))).Type(Ingress, "Ut");
        Assert.Equal(HttpStatusCode.Forbidden, (await publishing.PressAsync(translator, "publish")).Status);
    }

    /// <summary>The item, what its pickers can pick, what the taxonomies have; session and working copy are no content.</summary>
    [Fact]
    public async Task A_form_asks_the_content_store_three_times()
    {
        var (tenant, page) = await MakePageAsync();
        using var editor = await EnterAsync(tenant, "Editor");
        var path = PathOf(tenant, page);

        var statements = await CountStatementsAsync(() => editor.GetAsync(path), () => editor.GetAsync(path));

        Assert.Equal(3, statements);
    }

    private async Task<long> PublicVersionAsync(ApiTenant tenant) =>
        (await Site.Services.GetRequiredService<ITenantStore>().ReadVersionsAsync(tenant.Content.Tenant.Id, Stop)).PublicVersion;

    private static async Task UnpublishAsync(DoorVisitor visitor, string path) =>
        await visitor.PressAsync(
            $"{path}/unpublish",
            null,
            ("version", (await visitor.GetAsync($"{path}/unpublish")).Attribute("input[name=version]", "value"))
        );

    private static string PathOf(ApiTenant tenant, ContentItem item) =>
        $"/admin/sites/{tenant.Content.Tenant.Name}/items/{item.ContentItemId.Value}";

    private static IEnumerable<string> PressesOf(AdminForm form) =>
        form
            .Page.QuerySelectorAll("form.admin-form button[name=do]")
            .Select(button => button.GetAttribute("value")!)
            .Where(press => press is "draft" or "publish");

    private static List<string> StepsOf(AdminForm form) =>
        [.. form.Names.Where(name => name.EndsWith(".Step.Text.Text", StringComparison.Ordinal)).Select(name => form[name])];

    private static List<string> TokensOf(AdminForm form) =>
        [
            .. form
                .Page.QuerySelectorAll("input[name='Steps.ContentItems']")
                .Select(input => input.GetAttribute("value")!)
                .Where(token => token.Length > 0),
        ];

    private static Task<string> AskStepsAsync(ApiTenant tenant) =>
        tenant.DataAsync("{ helpPage { steps { contentItems { ... on Step { text } } } } }");

    private static async Task<string?> IngressAsync(ApiTenant tenant, ContentItem page)
    {
        var query = $"{{ helpPage(where: {{ contentItemId: \"{page.ContentItemId.Value}\" }}) {{ ingress }} }}";
        return JsonNode.Parse(await tenant.DataAsync(query))!["helpPage"]![0]!["ingress"]!.GetValue<string>();
    }

    private async Task<DoorVisitor> EnterAsync(ApiTenant tenant, string role) =>
        await Site.EnterAsync(tenant, $"{Guid.NewGuid():N}@example.no", role);

    private async Task<(ApiTenant Tenant, ContentItem Page)> MakePageAsync()
    {
        var tenant = await Site.CreateTenantAsync();
        var page = ApiSample.Page(
            ContentItemId.New().Value,
            """{ "Ingress": { "Text": "Gammel ingress" }, "Priority": { "Value": 3 } }""",
            parts: """
            {
              "TitlePart": { "Title": "Siden" },
              "Steps": { "ContentItems": [
                { "ContentItemId": "4steg000000000000000000001", "ContentType": "Step", "Step": { "Text": { "Text": "En" } } },
                { "ContentItemId": "4steg000000000000000000002", "ContentType": "Step", "Step": { "Text": { "Text": "To" } } } ] }
            }
            """
        );
        await tenant.Content.PublishAsync(page);
        return (tenant, page);
    }
}

public sealed class SqliteEditItemTests(ApiOnSqlite site) : EditItemTests(site), IClassFixture<ApiOnSqlite>;

public sealed class PostgreSqlEditItemTests(ApiOnPostgreSql site) : EditItemTests(site), IClassFixture<ApiOnPostgreSql>;
