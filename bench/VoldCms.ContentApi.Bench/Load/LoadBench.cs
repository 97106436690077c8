using System.Globalization;
using System.Text;

namespace VoldCms.ContentApi.Bench.Load;

/// <summary>
/// What the API answers a second beside the least that could be done: the floor is one prepared SQLite statement written as the same JSON,
/// the ceiling the same bytes from memory. All four are asked in turns, so that what else the machine does falls on all of them; the median
/// of the turns counts.
/// </summary>
internal static class LoadBench
{
    private const int Turns = 3;
    private static readonly TimeSpan s_turn = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(3);

    public static async Task<int> RunAsync(int count)
    {
        var directory = Directory.CreateTempSubdirectory("voldcms-bench-").FullName;
        try
        {
            await using var cached = await BenchSite.StartAsync(directory);
            await using var uncached = await BenchSite.StartAsync(directory, "--ContentApi:AnswerCacheBytes=0");
            var tenant = await cached.CreateTenantAsync("bench");
            uncached.Forget();
            foreach (var some in SampleContent.Items(count).Chunk(2000))
            {
                await cached.PublishAsync(tenant, some);
            }

            await using var bare = await BareServer.StartAsync(directory, SampleContent.Items(count));
            await CheckSameAnswersAsync(bare, cached, uncached);

            // The compiler works on what is asked often, in several steps, and beside the requests.
            foreach (var site in new[] { uncached, cached })
            {
                for (var number = 0; number < Question.All.Length; number++)
                {
                    await Wrk.RunAsync(AddressOf(site, number), s_warmUp);
                }
            }

            Console.WriteLine($"\n### {SampleContent.Items(count).Count().ToString("N0", CultureInfo.InvariantCulture)} items\n");
            Console.WriteLine("| Question | bytes | floor/s | not cached/s | of the floor | ceiling/s | cached/s | of the ceiling |");
            Console.WriteLine("|---|--:|--:|--:|--:|--:|--:|--:|");
            for (var number = 0; number < Question.All.Length; number++)
            {
                await MeasureAsync(number, bare, cached, uncached);
            }

            return 0;
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static async Task MeasureAsync(int number, BareServer bare, BenchSite cached, BenchSite uncached)
    {
        Uri[] targets =
        [
            new(bare.Address, $"floor/{number}"),
            AddressOf(uncached, number),
            new(bare.Address, $"ceiling/{number}"),
            AddressOf(cached, number),
        ];
        foreach (var target in targets)
        {
            await Wrk.RunAsync(target, s_turn);
        }

        var rates = targets.Select(_ => new List<double>()).ToArray();
        for (var turn = 0; turn < Turns; turn++)
        {
            for (var target = 0; target < targets.Length; target++)
            {
                rates[target].Add(await Wrk.RunAsync(targets[target], s_turn));
            }
        }

        var medians = rates.Select(rate => rate.Order().ElementAt(Turns / 2)).ToArray();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {Question.All[number].Name} | {bare.Answer(number).Length} | {medians[0]:N0} | {medians[1]:N0} | "
                    + $"{medians[1] / medians[0]:P0} | {medians[2]:N0} | {medians[3]:N0} | {medians[3] / medians[2]:P0} |"
            )
        );
    }

    private static async Task CheckSameAnswersAsync(BareServer bare, params BenchSite[] sites)
    {
        using var http = new HttpClient();
        foreach (var site in sites)
        {
            for (var number = 0; number < Question.All.Length; number++)
            {
                var ours = await http.GetStringAsync(AddressOf(site, number));
                var floor = Encoding.UTF8.GetString(bare.Answer(number));
                if (ours != floor)
                {
                    throw new InvalidOperationException($"{Question.All[number].Name}: the floor answers\n{floor}\nand the API\n{ours}");
                }
            }
        }
    }

    private static Uri AddressOf(BenchSite site, int number) => new(site.Address, $"bench/api/graphql{Question.All[number].Query}");
}
