using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Actions;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Storage;
using VoldCms.IntegrationTests.Data;

namespace VoldCms.IntegrationTests.ContentManagement.Actions;

/// <summary>Whoever translates writes drafts in her languages, and nothing else.</summary>
public abstract class TranslatorTests(StoreFixture store) : StoreTest(store)
{
    private static readonly Principal s_translator = Principal.User("u3", "u3", "Oversetter");
    private static readonly string[] s_languages = ["nb", "nn", "en"];

    // The first language is nb.
    public static TheoryData<string, string> Grants =>
        new()
        {
            { "TranslateContent", "nn en" },
            { "TranslateContent_nn", "nn" },
            { "TranslateContent_nb", "nb" },
            { "TranslateContent_de", "" },
            { "PreviewContent", "" },
            { "EditContent", "nb nn en" },
        };

    [Theory, MemberData(nameof(Grants))]
    public async Task A_translator_writes_drafts_in_her_languages_alone(string grant, string languages)
    {
        var tenant = await StartAsync(grant);
        var (written, begun, moved) = (new List<string>(), new List<string>(), new List<string>());
        foreach (var language in s_languages)
        {
            var stored = await StoreAsync(tenant, "Page", language, $"set{language}");
            Add(written, language, await SaveAsync(tenant, new() { ContentItemId = stored, Changes = Title("Ny") }));
            Add(begun, language, await SaveAsync(tenant, New("Page", language, $"other{language}")));
            foreach (var to in s_languages.Where(to => to != language))
            {
                var mine = await StoreAsync(tenant, "Page", language, $"{language}to{to}");
                Add(moved, $"{language}{to}", await SaveAsync(tenant, new() { ContentItemId = mine, Changes = Localization(to, null) }));
            }

            Assert.IsType<Forbidden>((await RunAsync<Publish>(tenant, (action, work) => action.RunAsync(work, new(stored), Stop))).Error);
            Assert.IsType<Forbidden>(
                (await tenant.RunAsync<Remove, RemovedItem>(s_translator, (action, work) => action.RunAsync(work, new(stored), Stop))).Error
            );
        }

        var hers = languages.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(hers.Order(), written.Order());
        Assert.Equal(hers.Order(), begun.Order());
        Assert.Equal(hers.SelectMany(from => hers.Where(to => to != from).Select(to => from + to)).Order(), moved.Order());
    }

    [Theory]
    [InlineData("Page", "nn", "")]
    [InlineData("Fact", "nn", "set")]
    public async Task What_is_no_translation_of_something_is_not_hers(string type, string language, string set)
    {
        var tenant = await StartAsync("TranslateContent");

        Assert.IsType<Forbidden>((await SaveAsync(tenant, New(type, language, set))).Error);
    }

    private static void Add(List<string> done, string what, Result<ContentItem> result)
    {
        if (result.IsSuccess)
        {
            done.Add(what);
        }
        else
        {
            Assert.IsType<Forbidden>(result.Error);
        }
    }

    private async Task<TestTenant> StartAsync(string grant)
    {
        var tenant = await Store.CreateTenantAsync();
        await tenant.SupportAsync("nb", "nb", "nn", "en");
        await tenant.DefineAsync(
            """
            { "ContentTypes": [
              { "Name": "Page", "DisplayName": "Side", "Settings": { "ContentTypeSettings": { "Versionable": true, "Draftable": true } },
                "ContentTypePartDefinitionRecords": [ { "PartName": "TitlePart" }, { "PartName": "LocalizationPart" } ] },
              { "Name": "Fact", "DisplayName": "Faktum", "ContentTypePartDefinitionRecords": [ { "PartName": "TitlePart" } ] } ] }
            """
        );
        await tenant.SetAsync(Roles.DocumentName, Roles.Default.With(new("Oversetter", "", ["PreviewContent", grant])).ToJson());
        return tenant;
    }

    private static SaveRequest New(string type, string language, string set)
    {
        var changes = Localization(language, set);
        changes["TitlePart"] = new JsonObject { ["Title"] = "Tittel" };
        return new() { ContentType = type, Changes = changes };
    }

    private static JsonObject Title(string title) => new() { ["TitlePart"] = new JsonObject { ["Title"] = title } };

    private static JsonObject Localization(string culture, string? set)
    {
        var part = new JsonObject { ["Culture"] = culture };
        if (set is { Length: > 0 })
        {
            part["LocalizationSet"] = set;
        }

        return new() { ["LocalizationPart"] = part };
    }

    private static async Task<ContentItemId> StoreAsync(TestTenant tenant, string type, string language, string set) =>
        (
            await tenant.RunAsync<SaveDraft, ContentItem>(
                Principal.System,
                (action, work) => action.RunAsync(work, New(type, language, set), Stop)
            )
        )
            .Value
            .ContentItemId;

    private static Task<Result<ContentItem>> SaveAsync(TestTenant tenant, SaveRequest request) =>
        RunAsync<SaveDraft>(tenant, (action, work) => action.RunAsync(work, request, Stop));

    private static Task<Result<ContentItem>> RunAsync<T>(TestTenant tenant, Func<T, IUnitOfWork, ValueTask<Result<ContentItem>>> run)
        where T : notnull => tenant.RunAsync(s_translator, run);
}

public sealed class SqliteTranslatorTests(SqliteStore store) : TranslatorTests(store), IClassFixture<SqliteStore>;

public sealed class PostgreSqlTranslatorTests(PostgreSqlStore store) : TranslatorTests(store), IClassFixture<PostgreSqlStore>;
