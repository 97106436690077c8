namespace VoldCms.IntegrationTests.ContentApi.Access;

/// <summary>
/// The table of role by field by state by tenant by visibility: every reader comes to every item by every door, in every state, in two
/// tenants whose items have the same ids, and gets what the table says and nothing else, word for word.
/// </summary>
public abstract class AccessTableTests(ApiSite site) : ApiTest(site)
{
    [Fact]
    public async Task Every_door_shows_what_the_table_says()
    {
        TableTenant[] tenants = [await TableTenant.CreateAsync(Site, 0), await TableTenant.CreateAsync(Site, 1)];
        var holes = new Holes();

        foreach (var reader in Reader.All)
        {
            foreach (var tenant in tenants)
            {
                var visit = new Visit(Site, tenant, reader, holes);
                await ListDoors.CheckAsync(visit);
                await ItemDoors.CheckAsync(visit);
                await LinkDoors.CheckAsync(visit);
                await CountDoors.CheckAsync(visit);
                await ChangeDoors.CheckAsync(visit);
                await QueryDoors.CheckAsync(visit);
                await RestListDoors.CheckAsync(visit);
            }
        }

        holes.AssertNone();
        Assert.InRange(holes.Cells, 14_000, int.MaxValue);
    }
}

public sealed class AccessTableOnSqliteTests(ApiOnSqlite site) : AccessTableTests(site), IClassFixture<ApiOnSqlite>;

public sealed class AccessTableOnPostgreSqlTests(ApiOnPostgreSql site) : AccessTableTests(site), IClassFixture<ApiOnPostgreSql>;
