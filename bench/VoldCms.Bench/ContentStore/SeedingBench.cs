using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Actions;
using VoldCms.ContentManagement.Indexing;
using VoldCms.ContentManagement.Items;

namespace VoldCms.Bench.ContentStore;

/// <summary>How fast a recipe's items get in, and where the time goes: the same 5,000 items, more of the way each time.</summary>
internal static class SeedingBench
{
    private const int Count = 5_000;

    public static async Task RunAsync(IServiceProvider services)
    {
        Console.WriteLine($"| Seeding {Count:N0} items in one transaction | time | a second |");
        Console.WriteLine("|---|---|---|");
        for (var round = 0; round < 2; round++)
        {
            await using var tenant = await BenchTenant.CreateAsync(services, $"seeding{round}");
            await using var imported = await BenchTenant.CreateAsync(services, $"importing{round}");
            var items = Enumerable.Range(0, Count).Select(SampleContent.Item).ToList();
            var json = items.ConvertAll(ContentItemJson.Write);

            var indexing = await TimeAsync(async () =>
            {
                await using var work = await tenant.BeginAsync();
                var configuration = await work.GetConfigurationAsync(default);
                foreach (var item in items)
                {
                    ContentIndexer.Index(item, configuration.Model.FindType(item.ContentType), configuration.Settings.SortCulture);
                }
            });
            var storing = await TimeAsync(async () =>
            {
                await using var work = await tenant.BeginAsync();
                foreach (var item in items)
                {
                    await BenchTenant.SaveAsync(work, item);
                }

                await work.CommitAsync(default);
            });
            var importing = await TimeAsync(async () => await ImportAsync(imported, json));
            var again = await TimeAsync(async () => await ImportAsync(imported, json));
            if (round == 0)
            {
                continue;
            }

            Write("making the index entries alone, of one state", indexing);
            Write("storing (load, insert, index rows, commit)", storing);
            Write("importing, as recipes do (reading, checking, storing, audit)", importing);
            Write("importing the same again: nothing changes", again);
        }

        Console.WriteLine();
    }

    private static async Task ImportAsync(BenchTenant tenant, List<System.Text.Json.Nodes.JsonObject> items)
    {
        var import = tenant.Services.GetRequiredService<ImportContent>();
        await using var work = await tenant.BeginAsync();
        foreach (var item in items)
        {
            if (!(await import.RunAsync(work, item, overwrite: false, default)).TryGet(out _, out var error))
            {
                throw new InvalidOperationException(error.Message);
            }
        }

        await work.CommitAsync(default);
    }

    private static async Task<TimeSpan> TimeAsync(Func<Task> work)
    {
        var clock = Stopwatch.StartNew();
        await work();
        return clock.Elapsed;
    }

    private static void Write(string name, TimeSpan time) =>
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"| {name} | {time.TotalMilliseconds:0} ms | {Count / time.TotalSeconds:0} |")
        );
}
