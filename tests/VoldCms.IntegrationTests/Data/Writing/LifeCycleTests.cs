using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Storage;
using VoldCms.IntegrationTests.Data.DatabaseBackups;
using Xunit;

namespace VoldCms.IntegrationTests.Data.Writing;

/// <summary>Random lives of many items, step by step beside a model in memory that cannot be wrong.</summary>
public abstract class LifeCycleTests(StoreFixture store) : StoreTest(store)
{
    private const int Items = 5;
    private const int Steps = 120;

    /// <summary>What an item should be: the titles of its versions, and every version ever stored.</summary>
    private sealed class Model
    {
        public string? Latest { get; set; }

        public string? Published { get; set; }

        public List<string> History { get; } = [];
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task The_store_does_what_the_model_does(int seed)
    {
        var random = new Random(seed);
        var tenant = await Store.CreateTenantAsync();
        await tenant.DefineAsync(Sample.Definitions);
        await tenant.SupportAsync("nb", "nb", "nn", "en");
        var models = Enumerable.Range(0, Items).Select(_ => new Model()).ToArray();

        for (var step = 0; step < Steps; step++)
        {
            var number = random.Next(Items);
            var id = new ContentItemId($"item{number}");
            var live = await tenant.LoadAsync(id);
            Assert.Equal(
                (models[number].Latest, models[number].Published),
                (live.Latest?.Item.DisplayText, live.Published?.Item.DisplayText)
            );

            var title = $"{(char)('a' + random.Next(26))}{step}";
            var after = Step(random.Next(7), live, models[number], number, title);
            if (random.Next(6) == 0)
            {
                // Given up: nothing of it may be seen.
                await using var scope = tenant.Scope();
                await using var work = await scope.ServiceProvider.GetRequiredService<IUnitOfWorkFactory>().BeginAsync(Stop);
                await work.Content.SaveAsync(live, after, Stop);
            }
            else
            {
                await tenant.WriteAsync(work => work.Content.SaveAsync(live, after, Stop));
                Apply(models[number], live, after);
            }

            if (step % 10 == 0 || step == Steps - 1)
            {
                await HoldsAsync(tenant, models);
            }
        }

        var before = await Dump.ReadAsync(tenant.Services, tenant.Tenant);
        await tenant.WriteAsync(async work =>
        {
            await work.Content.ReindexAsync(["Guide"], Stop);
            return 0;
        });
        Assert.Equal(before, await Dump.ReadAsync(tenant.Services, tenant.Tenant));
    }

    private static LiveVersions Step(int kind, LiveVersions live, Model model, int number, string title)
    {
        var fresh = new StoredVersion { Item = Item(number, title), WrittenBy = PrincipalKind.User };
        return kind switch
        {
            0 => live with { Latest = fresh },
            1 => live with { Latest = fresh, Published = fresh },
            2 when live.Latest is { } latest => live with { Published = latest },
            3 when live.Published is { } published => live with { Latest = published },
            4 when live.Latest is not null => live with { Published = null },
            5 => live with { Latest = null, Published = null },
            6 when live.Latest is { } latest && live.Published?.Key != latest.Key => live with
            {
                Latest = latest with { Item = Item(number, title) with { ContentItemVersionId = latest.Item.ContentItemVersionId } },
            },
            _ => live,
        };
    }

    private static void Apply(Model model, LiveVersions live, LiveVersions after)
    {
        foreach (var version in new[] { after.Latest, after.Published }.OfType<StoredVersion>().Distinct())
        {
            if (version.Key == 0)
            {
                model.History.Add(version.Item.DisplayText!);
            }
            else if (live.Latest is { } edited && edited.Key == version.Key)
            {
                model.History[model.History.IndexOf(edited.Item.DisplayText!)] = version.Item.DisplayText!;
            }
        }

        model.Latest = after.Latest?.Item.DisplayText;
        model.Published = after.Published?.Item.DisplayText;
    }

    private static async Task HoldsAsync(TestTenant tenant, Model[] models)
    {
        var query = ContentQuery.For("Guide").OrderBy("TitlePart.Title") with { CountTotal = true };
        foreach (
            var (state, expected) in new[]
            {
                (VersionState.Published, models.Select(model => model.Published)),
                (VersionState.Latest, models.Select(model => model.Latest)),
                (VersionState.Draft, models.Select(model => model.Latest == model.Published ? null : model.Latest)),
                (VersionState.All, models.SelectMany(model => model.History)),
            }
        )
        {
            var page = await tenant.ListAsync(query with { State = state });
            var titles = expected.OfType<string>().Order(StringComparer.Ordinal).ToList();
            Assert.Equal(titles, page.Items.Select(item => item.DisplayText!).Order(StringComparer.Ordinal));
            Assert.Equal(titles.Count, page.Total);
        }

        // Items 0 and 1 are one set, in nb and nn: whichever is there answers in nn, the second if both are.
        var answering = (await tenant.ListAsync(query with { Culture = "nn" })).Items.Select(item => item.DisplayText!);
        var expectedInNynorsk = models
            .Skip(2)
            .Select(model => model.Published)
            .Append(models[1].Published ?? models[0].Published)
            .OfType<string>();
        Assert.Equal(expectedInNynorsk.Order(StringComparer.Ordinal), answering.Order(StringComparer.Ordinal));

        for (var number = 0; number < models.Length; number++)
        {
            var owner = await tenant.WriteAsync(work => work.Content.FindPathOwnerAsync($"path/{number}", Stop));
            Assert.Equal(models[number].Latest is not null || models[number].Published is not null, owner is not null);
        }
    }

    private static ContentItem Item(int number, string title) =>
        Sample.Guide($"item{number}", title, number == 1 ? "nn" : "nb", number < 2 ? "pair" : $"set{number}", $"path/{number}");
}

public sealed class LifeCycleTestsOnSqlite(SqliteStore store) : LifeCycleTests(store), IClassFixture<SqliteStore>;

public sealed class LifeCycleTestsOnPostgreSql(PostgreSqlStore store) : LifeCycleTests(store), IClassFixture<PostgreSqlStore>;
