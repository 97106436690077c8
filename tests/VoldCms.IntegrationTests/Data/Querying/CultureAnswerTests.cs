using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Storage;
using Xunit;

namespace VoldCms.IntegrationTests.Data.Querying;

/// <summary>Which item of a localization set answers, in each state, through all that happens to the set.</summary>
public abstract class CultureAnswerTests(StoreFixture store) : StoreTest(store)
{
    [Fact]
    public async Task Each_culture_is_answered_by_the_first_along_its_chain()
    {
        var tenant = await CreateAsync("nb", "nn", "en", "ar");
        await tenant.PublishAsync(
            Sample.Guide("nb1", "Hjelp", "nb", "one"),
            Sample.Guide("en1", "Help", "en", "ONE"),
            Sample.Guide("nb2", "Krise", "nb", "two")
        );

        Assert.Equal(["nb1", "nb2"], await InAsync(tenant, "nb"));
        Assert.Equal(["nb1", "nb2"], await InAsync(tenant, "nn"));
        Assert.Equal(["en1", "nb2"], await InAsync(tenant, "en"));
        Assert.Equal(["en1", "nb2"], await InAsync(tenant, "ar"));
        Assert.Equal(["nb1", "en1", "nb2"], await InAsync(tenant, null));
    }

    [Fact]
    public async Task A_culture_that_is_not_supported_is_answered_as_the_first_supported_one_of_its_chain_or_the_default()
    {
        var tenant = await CreateAsync("nb", "en");
        await tenant.PublishAsync(Sample.Guide("nb1", "Hjelp", "nb", "one"), Sample.Guide("en1", "Help", "en", "one"));

        Assert.Equal(["en1"], await InAsync(tenant, "so"));
        Assert.Equal(["nb1"], await InAsync(tenant, "nn-NO"));
        Assert.Equal(["nb1"], await InAsync(tenant, "xx"));
    }

    [Fact]
    public async Task A_translation_takes_over_when_it_is_published_and_gives_back_when_it_is_not()
    {
        var tenant = await CreateAsync("nb", "nn");
        await tenant.PublishAsync(Sample.Guide("nb1", "Hjelp", "nb", "one"));
        var draft = await tenant.SaveDraftAsync(Sample.Guide("nn1", "Hjelp (nynorsk)", "nn", "one"));

        Assert.Equal(["nb1"], await InAsync(tenant, "nn"));
        Assert.Equal(["nn1"], await InAsync(tenant, "nn", VersionState.Latest));
        Assert.Equal(["nn1"], await InAsync(tenant, "nn", VersionState.Draft));
        Assert.Empty(await InAsync(tenant, "nb", VersionState.Draft));

        var published = await SaveAsync(tenant, draft, draft with { Published = draft.Latest });
        Assert.Equal(["nn1"], await InAsync(tenant, "nn"));

        var unpublished = await SaveAsync(tenant, published, published with { Published = null });
        Assert.Equal(["nb1"], await InAsync(tenant, "nn"));
        Assert.Equal(["nn1"], await InAsync(tenant, "nn", VersionState.Latest));

        await SaveAsync(tenant, unpublished, unpublished with { Latest = null });
        Assert.Equal(["nb1"], await InAsync(tenant, "nn", VersionState.Latest));
    }

    [Fact]
    public async Task An_item_that_leaves_a_set_is_answered_for_by_the_rest()
    {
        var tenant = await CreateAsync("nb", "nn");
        await tenant.PublishAsync(Sample.Guide("nb1", "Hjelp", "nb", "one"), Sample.Guide("nn1", "Hjelp", "nn", "one"));
        var before = await tenant.LoadAsync(new("nn1"));
        var moved = new StoredVersion { Item = Sample.Guide("nn1", "Krise", "nn", "two"), WrittenBy = before.Latest!.WrittenBy };

        await SaveAsync(tenant, before, before with { Latest = moved, Published = moved });

        Assert.Equal(["nb1", "nn1"], await InAsync(tenant, "nn"));
    }

    [Fact]
    public async Task Supporting_another_culture_answers_for_what_is_there()
    {
        var tenant = await CreateAsync("nb");
        await tenant.PublishAsync(Sample.Guide("nb1", "Hjelp", "nb", "one"), Sample.Guide("en1", "Help", "en", "one"));
        Assert.Equal(["nb1"], await InAsync(tenant, "en"));

        await tenant.SupportAsync("nb", "nb", "en");

        Assert.Equal(["en1"], await InAsync(tenant, "en"));
        Assert.Equal(["nb1"], await InAsync(tenant, "nb"));
    }

    [Fact]
    public async Task Items_without_a_culture_answer_in_every_culture()
    {
        var tenant = await CreateAsync("nb", "en");
        await tenant.PublishAsync(
            Sample.Guide("en1", "Help", "en", "one"),
            Sample.Guide("any", "Alle", null, null),
            Sample.Article("fact", "Telefon")
        );
        var both = new ContentQuery { ContentTypes = ["Guide", "Article"], Culture = "nb" };

        Assert.Equal(["any", "fact"], await tenant.IdsAsync(both));
        Assert.Equal(["en1", "any", "fact"], await tenant.IdsAsync(both with { Culture = "en" }));
    }

    [Fact]
    public async Task Filters_orders_and_counts_see_the_answer()
    {
        var tenant = await CreateAsync("nb", "nn");
        await tenant.PublishAsync(
            Sample.Guide("nb1", "Bok", "nb", "one", "nb/bok"),
            Sample.Guide("nn1", "Zoo", "nn", "one", "nn/bok"),
            Sample.Guide("nb2", "Myk", "nb", "two"),
            Sample.Guide("nb3", "Ark", "nb", "three")
        );
        var query = (ContentQuery.For("Guide") with { Culture = "nn", CountTotal = true }).OrderBy("TitlePart.Title");

        var page = await tenant.ListAsync(query with { Take = 2 });
        var filtered = await tenant.ListAsync(query.Where(ContentFilter.Contains("TitlePart.Title", "o")));
        var byPath = await tenant.IdsAsync(query.Where(ContentFilter.Equal("AutoroutePart.Path", ContentValue.Of("nb/bok"))));

        Assert.Equal(["nb3", "nb2"], page.Items.Select(item => item.ContentItemId.Value));
        Assert.Equal(3, page.Total);
        Assert.Equal(("nn1", 1), (Assert.Single(filtered.Items).ContentItemId.Value, filtered.Total));
        Assert.Empty(byPath);
    }

    private async Task<TestTenant> CreateAsync(params string[] cultures)
    {
        var tenant = await Store.CreateTenantAsync();
        await tenant.DefineAsync(Sample.Definitions);
        await tenant.SupportAsync("nb", cultures);
        return tenant;
    }

    private static Task<string[]> InAsync(TestTenant tenant, string? culture, VersionState state = VersionState.Published) =>
        tenant.IdsAsync(ContentQuery.For("Guide") with { Culture = culture, State = state });

    private static Task<LiveVersions> SaveAsync(TestTenant tenant, LiveVersions before, LiveVersions after) =>
        tenant.WriteAsync(work => work.Content.SaveAsync(before, after, Stop));
}

public sealed class CultureAnswerTestsOnSqlite(SqliteStore store) : CultureAnswerTests(store), IClassFixture<SqliteStore>;

public sealed class CultureAnswerTestsOnPostgreSql(PostgreSqlStore store) : CultureAnswerTests(store), IClassFixture<PostgreSqlStore>;
