using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Actions;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Storage;
using VoldCms.IntegrationTests.Data;

namespace VoldCms.IntegrationTests.ContentManagement.Actions;

/// <summary>The life of an item, action by action, as a person with the role of editor lives it.</summary>
public abstract class ActionTests(StoreFixture store) : StoreTest(store)
{
    private static readonly Principal s_editor = Principal.User("u1", "kari", "Editor");
    private static readonly Principal s_author = Principal.User("u2", "ola", "Author");

    [Fact]
    public async Task A_new_item_is_a_draft_that_only_staff_see_until_it_is_published()
    {
        var tenant = await StartAsync();
        var draft = (await SaveAsync(tenant, s_editor, new() { ContentType = "Page", Changes = Title("Første") })).Value;

        Assert.Equal("Første", draft.DisplayText);
        Assert.Equal("u1", draft.Owner);
        Assert.Equal("forste", ContentItemParts.PathOf(draft));
        Assert.Empty(await tenant.IdsAsync(ContentQuery.For("Page"), Principal.Anonymous));
        Assert.Single(await tenant.IdsAsync(ContentQuery.For("Page") with { State = VersionState.Draft }, s_editor));

        var published = (await PublishAsync(tenant, s_editor, draft.ContentItemId)).Value;
        Assert.True(published is { Published: true, Latest: true, PublishedUtc: not null });
        Assert.Single(await tenant.IdsAsync(ContentQuery.For("Page"), Principal.Anonymous));
    }

    [Fact]
    public async Task A_draft_of_a_public_item_leaves_the_public_words_until_it_is_published()
    {
        var tenant = await StartAsync();
        var id = await PublishedAsync(tenant, "Før");

        await SaveAsync(tenant, s_editor, new() { ContentItemId = id, Changes = Title("Etter") });

        Assert.Equal("Før", await PublicTitleAsync(tenant, id));
        await PublishAsync(tenant, s_editor, id);
        Assert.Equal("Etter", await PublicTitleAsync(tenant, id));
    }

    [Fact]
    public async Task Discarding_a_draft_keeps_the_public_version()
    {
        var tenant = await StartAsync();
        var id = await PublishedAsync(tenant, "Før");
        await SaveAsync(tenant, s_editor, new() { ContentItemId = id, Changes = Title("Etter") });

        var kept = (await RunAsync<DiscardDraft>(tenant, s_editor, (action, work) => action.RunAsync(work, new(id), Stop))).Value;

        Assert.Equal("Før", ContentItemParts.TitleOf(kept));
        var live = await tenant.LoadAsync(id);
        Assert.Equal(live.Latest, live.Published);
        Assert.Equal("Før", await PublicTitleAsync(tenant, id));
    }

    [Fact]
    public async Task Discarding_what_was_never_public_is_refused()
    {
        var tenant = await StartAsync();
        var draft = (await SaveAsync(tenant, s_editor, new() { ContentType = "Page", Changes = Title("Aldri") })).Value;

        var error = (
            await RunAsync<DiscardDraft>(tenant, s_editor, (action, work) => action.RunAsync(work, new(draft.ContentItemId), Stop))
        ).Error;

        Assert.Equal("content.never-published", error?.Code);
    }

    [Theory]
    [InlineData("Page")]
    [InlineData("Strict")] // without versions: the same row, edited
    public async Task Saving_over_a_version_that_was_not_the_one_edited_names_both(string contentType)
    {
        var tenant = await StartAsync();
        var first = (await SaveAsync(tenant, s_editor, new() { ContentType = contentType, Changes = Title("En") })).Value;
        var second = (
            await SaveAsync(
                tenant,
                s_editor,
                new()
                {
                    ContentItemId = first.ContentItemId,
                    Changes = Title("To"),
                    BasedOn = VersionCondition.OneOf(first.ContentItemVersionId),
                }
            )
        ).Value;

        var error = (
            await SaveAsync(
                tenant,
                s_editor,
                new()
                {
                    ContentItemId = first.ContentItemId,
                    Changes = Title("Tre"),
                    BasedOn = VersionCondition.OneOf(first.ContentItemVersionId),
                }
            )
        ).Error;

        var conflict = Assert.IsType<Conflict>(error);
        Assert.Contains(first.ContentItemVersionId.Value, conflict.Message, StringComparison.Ordinal);
        Assert.Contains(second.ContentItemVersionId.Value, conflict.Message, StringComparison.Ordinal);
        Assert.Equal("To", ContentItemParts.TitleOf((await tenant.LoadAsync(first.ContentItemId)).Latest!.Item));
    }

    [Fact]
    public async Task Unpublishing_takes_the_page_off_the_site_and_keeps_it_as_a_draft()
    {
        var tenant = await StartAsync();
        var id = await PublishedAsync(tenant, "Borte");

        await RunAsync<Unpublish>(tenant, s_editor, (action, work) => action.RunAsync(work, new(id), Stop));

        Assert.Empty(await tenant.IdsAsync(ContentQuery.For("Page"), Principal.Anonymous));
        var live = await tenant.LoadAsync(id);
        Assert.Null(live.Published);
        Assert.NotNull(live.Latest?.PublicToUtc);
        Assert.Null(live.Latest.Item.PublishedUtc);
    }

    [Fact]
    public async Task A_removed_item_is_gone_everywhere_and_can_be_brought_back()
    {
        var tenant = await StartAsync();
        var id = await PublishedAsync(tenant, "Fjernet");
        var version = (await tenant.LoadAsync(id)).Latest!.Item.ContentItemVersionId;

        await tenant.RunAsync<Remove, RemovedItem>(s_editor, (action, work) => action.RunAsync(work, new(id), Stop));
        Assert.Empty(await tenant.IdsAsync(ContentQuery.For("Page") with { State = VersionState.Latest }, s_editor));

        var restored = (await RunAsync<Restore>(tenant, s_editor, (action, work) => action.RunAsync(work, id, version, Stop))).Value;
        Assert.Equal("Fjernet", ContentItemParts.TitleOf(restored));
        Assert.NotEqual(version, restored.ContentItemVersionId);
        Assert.False(restored.Published);
    }

    [Fact]
    public async Task A_clone_is_a_draft_of_its_own_with_an_address_of_its_own()
    {
        var tenant = await StartAsync();
        var id = await PublishedAsync(tenant, "Lik");

        var copy = (await RunAsync<Clone>(tenant, s_editor, (action, work) => action.RunAsync(work, id, Stop))).Value;

        Assert.NotEqual(id, copy.ContentItemId);
        Assert.Equal("Lik", ContentItemParts.TitleOf(copy));
        Assert.Equal("lik-1", ContentItemParts.PathOf(copy));
        Assert.False(copy.Published);
    }

    [Fact]
    public async Task A_path_or_alias_that_is_taken_is_refused_with_its_owner_named()
    {
        var tenant = await StartAsync();
        var id = await PublishedAsync(tenant, "Eier");
        await SaveAsync(tenant, s_editor, new() { ContentItemId = id, Changes = Parse("""{ "AliasPart": { "Alias": "Navnet" } }""") });

        var path = (
            await SaveAsync(
                tenant,
                s_editor,
                new() { ContentType = "Page", Changes = Parse("""{ "AutoroutePart": { "Path": "EIER" } }""") }
            )
        ).Error;
        var alias = (
            await SaveAsync(tenant, s_editor, new() { ContentType = "Page", Changes = Parse("""{ "AliasPart": { "Alias": "NAVNET" } }""") })
        ).Error;

        Assert.Contains(id.Value, Assert.IsType<Invalid>(path).Message, StringComparison.Ordinal);
        Assert.Contains(id.Value, Assert.IsType<Invalid>(alias).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asks_for_the_old_address_of_a_moved_page_is_sent_on()
    {
        var tenant = await StartAsync();
        var id = await PublishedAsync(tenant, "Gammel");
        await SaveAsync(
            tenant,
            s_editor,
            new() { ContentItemId = id, Changes = Parse("""{ "AutoroutePart": { "Path": "ny/adresse" } }""") }
        );
        await PublishAsync(tenant, s_editor, id);

        await using var scope = tenant.Scope(Principal.Anonymous);
        var reader = scope.ServiceProvider.GetRequiredService<ContentReader>();
        Assert.Null(await reader.FindByPathAsync("gammel", Stop));
        Assert.Equal(id, Assert.Single(await reader.ListMovedAsync(["nei", "Gammel"], Stop)).ContentItemId);

        await PublishedAsync(tenant, "Gammel");
        Assert.Empty(await reader.ListMovedAsync(["gammel"], Stop));
    }

    [Fact]
    public async Task What_the_definition_requires_is_asked_when_publishing_and_not_when_saving()
    {
        var tenant = await StartAsync();
        var draft = (await SaveAsync(tenant, s_editor, new() { ContentType = "Strict", Changes = Title("Uten") })).Value;

        var error = Assert.IsType<Invalid>((await PublishAsync(tenant, s_editor, draft.ContentItemId)).Error);

        Assert.Equal("Strict.Text.Text", Assert.Single(error.Problems).Path);
    }

    [Fact]
    public async Task It_is_asked_too_where_both_are_done_at_once_and_then_nothing_is_saved()
    {
        var tenant = await StartAsync();

        var error = (await SaveAndPublishAsync(tenant, new() { ContentType = "Strict", Changes = Title("Uten") })).Error;

        Assert.Equal("Strict.Text.Text", Assert.Single(Assert.IsType<Invalid>(error).Problems).Path);
        Assert.Empty(await tenant.IdsAsync(ContentQuery.For("Strict") with { State = VersionState.Latest }));
    }

    [Fact]
    public async Task A_pattern_finds_when_the_item_is_published_where_both_are_done_at_once()
    {
        var tenant = await StartAsync();

        var item = (await SaveAndPublishAsync(tenant, new() { ContentType = "Dated", Changes = Title("Nytt") })).Value;

        Assert.Equal($"{item.PublishedUtc:yyyy}/nytt", ContentItemParts.PathOf(item));
    }

    [Fact]
    public async Task A_refused_action_leaves_nothing_of_itself()
    {
        var tenant = await StartAsync();
        var id = await PublishedAsync(tenant, "Står");
        var before = (await tenant.LoadAsync(id)).Latest!.Item;

        var error = (
            await SaveAsync(tenant, s_editor, new() { ContentItemId = id, Changes = Parse("""{ "Page": { "Text": { "Text": 7 } } }""") })
        ).Error;

        Assert.IsType<Invalid>(error);
        Assert.Equal(before.ContentItemVersionId, (await tenant.LoadAsync(id)).Latest!.Item.ContentItemVersionId);
    }

    [Fact]
    public async Task An_author_touches_only_what_is_the_authors_own()
    {
        var tenant = await StartAsync();
        var others = await PublishedAsync(tenant, "Karis");
        var own = (await SaveAsync(tenant, s_author, new() { ContentType = "Page", Changes = Title("Olas") })).Value;

        Assert.IsType<Forbidden>((await SaveAsync(tenant, s_author, new() { ContentItemId = others, Changes = Title("Min") })).Error);
        Assert.True((await PublishAsync(tenant, s_author, own.ContentItemId)).IsSuccess);
    }

    [Fact]
    public async Task A_visitor_can_change_nothing_and_is_not_told_of_drafts()
    {
        var tenant = await StartAsync();
        var draft = (await SaveAsync(tenant, s_editor, new() { ContentType = "Page", Changes = Title("Hemmelig") })).Value;
        var open = await PublishedAsync(tenant, "Åpen");

        Assert.IsType<Forbidden>(
            (await SaveAsync(tenant, Principal.Anonymous, new() { ContentType = "Page", Changes = Title("x") })).Error
        );
        Assert.IsType<Forbidden>((await PublishAsync(tenant, Principal.Anonymous, open)).Error);
        await using var scope = tenant.Scope(Principal.Anonymous);
        Assert.Null(await scope.ServiceProvider.GetRequiredService<ContentReader>().FindAsync(draft.ContentItemId, Stop));
    }

    private async Task<TestTenant> StartAsync()
    {
        var tenant = await Store.CreateTenantAsync();
        await tenant.DefineAsync(
            """
            { "ContentTypes": [
              { "Name": "Page", "DisplayName": "Side", "Settings": { "ContentTypeSettings": { "Versionable": true, "Draftable": true } },
                "ContentTypePartDefinitionRecords": [ { "PartName": "TitlePart" }, { "PartName": "AutoroutePart" },
                  { "PartName": "AliasPart" }, { "PartName": "Page" } ] },
              { "Name": "Dated", "DisplayName": "Datert", "ContentTypePartDefinitionRecords": [ { "PartName": "TitlePart" },
                { "PartName": "AutoroutePart", "Settings": { "AutoroutePartSettings": { "Pattern":
                  "{{ ContentItem.PublishedUtc | date: '%Y' }}/{{ ContentItem.DisplayText | slugify }}" } } } ] },
              { "Name": "Strict", "DisplayName": "Streng", "ContentTypePartDefinitionRecords": [ { "PartName": "TitlePart" },
                { "PartName": "Strict" } ] } ],
              "ContentParts": [
              { "Name": "Page", "ContentPartFieldDefinitionRecords": [ { "FieldName": "TextField", "Name": "Text" } ] },
              { "Name": "Strict", "ContentPartFieldDefinitionRecords": [ { "FieldName": "TextField", "Name": "Text",
                "Settings": { "TextFieldSettings": { "Required": true } } } ] } ] }
            """
        );
        await tenant.RunAsync<ChangeRoles, bool>(
            Principal.System,
            (action, work) =>
                action.RunAsync(
                    work,
                    [new("Editor", null, [], PermissionBehavior.Replace), new("Author", null, [], PermissionBehavior.Replace)],
                    Stop
                )
        );
        return tenant;
    }

    private static async Task<ContentItemId> PublishedAsync(TestTenant tenant, string title)
    {
        var draft = (await SaveAsync(tenant, s_editor, new() { ContentType = "Page", Changes = Title(title) })).Value;
        Assert.True((await PublishAsync(tenant, s_editor, draft.ContentItemId)).IsSuccess);
        return draft.ContentItemId;
    }

    private static Task<Result<ContentItem>> SaveAsync(TestTenant tenant, Principal principal, SaveRequest request) =>
        RunAsync<SaveDraft>(tenant, principal, (action, work) => action.RunAsync(work, request, Stop));

    private static Task<Result<ContentItem>> PublishAsync(TestTenant tenant, Principal principal, ContentItemId id) =>
        RunAsync<Publish>(tenant, principal, (action, work) => action.RunAsync(work, new(id), Stop));

    private static Task<Result<ContentItem>> SaveAndPublishAsync(TestTenant tenant, SaveRequest request) =>
        RunAsync<SaveAndPublish>(tenant, s_editor, (action, work) => action.RunAsync(work, request, Stop));

    private static Task<Result<ContentItem>> RunAsync<T>(
        TestTenant tenant,
        Principal principal,
        Func<T, IUnitOfWork, ValueTask<Result<ContentItem>>> run
    )
        where T : notnull => tenant.RunAsync(principal, run);

    private static async Task<string?> PublicTitleAsync(TestTenant tenant, ContentItemId id)
    {
        await using var scope = tenant.Scope(Principal.Anonymous);
        return await scope.ServiceProvider.GetRequiredService<ContentReader>().FindAsync(id, Stop) is { } item
            ? ContentItemParts.TitleOf(item)
            : null;
    }

    private static JsonObject Title(string title) => new() { ["TitlePart"] = new JsonObject { ["Title"] = title } };

    private static JsonObject Parse(string json) => (JsonObject)JsonNode.Parse(json)!;
}

public sealed class SqliteActionTests(SqliteStore store) : ActionTests(store), IClassFixture<SqliteStore>;

public sealed class PostgreSqlActionTests(PostgreSqlStore store) : ActionTests(store), IClassFixture<PostgreSqlStore>;
