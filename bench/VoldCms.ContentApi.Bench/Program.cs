using System.Globalization;
using VoldCms.ContentApi.Bench.Interleaving;
using VoldCms.ContentApi.Bench.Load;

namespace VoldCms.ContentApi.Bench;

/// <summary>
/// <c>dotnet run -c Release --project bench/VoldCms.ContentApi.Bench -- load 1000</c> (or another number of items; needs wrk), or
/// <c>-- interleave 60</c> (seconds).
/// </summary>
internal static class Bench
{
    public static async Task<int> Main(string[] args)
    {
        if (
            args is not [("load" or "interleave") and var what, var given]
            || !int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        )
        {
            await Console.Error.WriteLineAsync("Expected: load ITEMS, or interleave SECONDS.");
            return 2;
        }

        Console.WriteLine($"# {Environment.ProcessorCount} cores, .NET {Environment.Version}, {DateTime.Today:yyyy-MM-dd}");
        return what == "load" ? await LoadBench.RunAsync(number) : await InterleavingBench.RunAsync(TimeSpan.FromSeconds(number));
    }
}
