using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.Data.Databases;

namespace VoldCms.IntegrationTests.Data.Databases;

/// <summary>A reader that is told to stop stops, also in the middle of a statement.</summary>
public abstract class StopTests(StoreFixture store) : StoreTest(store)
{
    private const string Endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";

    [Fact]
    public async Task A_statement_without_end_ends_with_its_token_and_its_connection_is_as_good_as_before()
    {
        var database = Store.Services.GetRequiredService<Database>();
        await using var lease = await database.OpenReadAsync(Stop);
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        soon.CancelAfter(TimeSpan.FromMilliseconds(200));
        var took = Stopwatch.StartNew();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await lease.Session.ListAsync(Endless, static row => row.GetInt64(0), soon.Token)
        );

        Assert.InRange(took.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
        Assert.Equal([7], await lease.Session.ListAsync("SELECT 7", static row => row.GetInt32(0), Stop));
    }

    [Fact]
    public async Task A_token_that_is_cancelled_between_two_statements_ends_neither()
    {
        var database = Store.Services.GetRequiredService<Database>();
        await using var lease = await database.OpenReadAsync(Stop);
        using var first = new CancellationTokenSource();

        Assert.Equal([1], await lease.Session.ListAsync("SELECT 1", static row => row.GetInt32(0), first.Token));
        await first.CancelAsync();

        Assert.Equal([2], await lease.Session.ListAsync("SELECT 2", static row => row.GetInt32(0), Stop));
    }
}

public sealed class StopTestsOnSqlite(SqliteStore store) : StopTests(store), IClassFixture<SqliteStore>;

public sealed class StopTestsOnPostgreSql(PostgreSqlStore store) : StopTests(store), IClassFixture<PostgreSqlStore>;
