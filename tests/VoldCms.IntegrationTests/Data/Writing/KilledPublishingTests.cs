using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Data.Databases;
using VoldCms.IntegrationTests.Data.DatabaseBackups;
using VoldCms.IntegrationTests.Web;
using Xunit;

namespace VoldCms.IntegrationTests.Data.Writing;

/// <summary>
/// A process that publishes without pause is killed (kill -9) at any moment, again and again. What it was told is committed is
/// there, what was not is not, and no item, index row or version is doubled or half-written.
/// </summary>
public sealed class KilledPublishingTests
{
    private const string SettingsVariable = "VOLDCMS_TEST_PUBLISHER";

    private static readonly string[] s_pair = ["first", "second"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Nothing_is_doubled_or_half_written(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var services = StoreFixture.BuildServices(database.Settings);
        await services.GetRequiredService<DatabaseMigrator>().RunAsync(Stop);
        var created = await services.GetRequiredService<ITenantStore>().CreateAsync(new() { Id = default, Name = "killed" }, Stop);
        var tenant = new TestTenant(services, created.Value);
        await tenant.DefineAsync(Sample.Definitions);

        for (var kill = 0; kill < Kills.Count; kill++)
        {
            var acknowledged = await PublishUntilKilledAsync(database, milliseconds: 300 + (kill * 37 % 500));
            await HoldsAsync(database, tenant, acknowledged);
        }

        Assert.True(
            await CountAsync(tenant) > Kills.Count,
            "The publisher got through too little to be killed in the middle of something."
        );
    }

    /// <summary>Not a test of its own: what the killed process does. Started by the test above, through the test program.</summary>
    [Fact(Explicit = true)]
    public async Task Publish_without_pause()
    {
        if (Environment.GetEnvironmentVariable(SettingsVariable) is not { } given)
        {
            return;
        }

        var lines = await File.ReadAllLinesAsync(given, Stop);
        var settings = lines.Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => (string?)pair[1]);
        await using var services = StoreFixture.BuildServices(settings);
        var found = await services.GetRequiredService<ITenantStore>().FindAsync("killed", Stop);
        var tenant = new TestTenant(services, found!);
        for (var count = await CountAsync(tenant) + 1; ; count++)
        {
            await tenant.PublishAsync([.. s_pair.Select(id => Sample.Article(id, $"{count}", path: $"{id}/{count}"))]);
            await File.WriteAllTextAsync($"{given}.done", $"{count}", CancellationToken.None);
        }
    }

    /// <returns>The last count that the process has seen committed.</returns>
    private static async Task<int> PublishUntilKilledAsync(TestDatabase database, int milliseconds)
    {
        var settings = Path.Combine(database.Directory, "publisher.txt");
        await File.WriteAllLinesAsync(
            settings,
            database.Settings.Where(pair => pair.Value is not null).Select(pair => $"{pair.Key}={pair.Value}"),
            Stop
        );
        File.Delete($"{settings}.done");
        var start = new ProcessStartInfo(
            Environment.ProcessPath!,
            ["-explicit", "only", "-method", $"{typeof(KilledPublishingTests).FullName}.{nameof(Publish_without_pause)}"]
        )
        {
            RedirectStandardOutput = true,

            // Sockets for diagnostics would be left behind by a program that is killed.
            Environment = { [SettingsVariable] = settings, ["DOTNET_EnableDiagnostics"] = "0" },
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(Stop);
        try
        {
            var patience = Stopwatch.StartNew();
            while (!File.Exists($"{settings}.done"))
            {
                Assert.False(process.HasExited, process.HasExited ? await output : "");
                Assert.True(patience.Elapsed < TimeSpan.FromSeconds(60), "The publisher never came to publish.");
                await Task.Delay(20, Stop);
            }

            await Task.Delay(milliseconds, Stop);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(Stop);
        }

        // The file itself may have been cut off in the middle; then nothing was told.
        var told = await File.ReadAllTextAsync($"{settings}.done", Stop);
        return int.TryParse(told, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0;
    }

    private static async Task HoldsAsync(TestDatabase database, TestTenant tenant, int acknowledged)
    {
        var count = await CountAsync(tenant);
        Assert.True(count >= acknowledged, $"{acknowledged} was committed, but {count} is there.");
        foreach (var id in s_pair)
        {
            var live = await tenant.LoadAsync(new ContentItemId(id));
            Assert.Same(live.Latest, live.Published);
            Assert.Equal($"{count}", live.Published!.Item.DisplayText);
            Assert.Equal(new ContentItemId(id), await tenant.WriteAsync(work => work.Content.FindPathOwnerAsync($"{id}/{count}", Stop)));
        }

        await using var context = tenant.Services.GetRequiredService<Database>().CreateContext(tenant: null);
        var versions = await context.Database.SqlQueryRaw<int>("""SELECT count(*) AS "Value" FROM content_versions""").SingleAsync(Stop);
        Assert.Equal(count * s_pair.Length, versions);
        if (database.Provider == DatabaseProvider.Sqlite)
        {
            Assert.Equal(
                "ok",
                await context.Database.SqlQueryRaw<string>("SELECT integrity_check AS Value FROM pragma_integrity_check").SingleAsync(Stop)
            );
        }

        // Made anew, every index row is what it is.
        var before = await Dump.ReadAsync(tenant.Services, tenant.Tenant);
        await tenant.WriteAsync(async work =>
        {
            await work.Content.ReindexAsync(["Article"], Stop);
            return 0;
        });
        Assert.Equal(before, await Dump.ReadAsync(tenant.Services, tenant.Tenant));
    }

    private static async Task<int> CountAsync(TestTenant tenant) =>
        int.Parse((await tenant.LoadAsync(new ContentItemId(s_pair[0]))).Published?.Item.DisplayText ?? "0", CultureInfo.InvariantCulture);
}
