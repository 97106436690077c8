using System.Diagnostics;
using System.Globalization;

namespace VoldCms.Bench;

/// <summary>Times something until the figures are steady: warmed up first, then the median and the 95th percentile.</summary>
internal static class Measurement
{
    /// <param name="work">What is timed.</param>
    /// <param name="seconds">How long it is timed, after half of that to warm up.</param>
    public static async Task<(double Median, double P95)> RunAsync(Func<int, ValueTask> work, double seconds = 1.5)
    {
        var number = 0;
        for (var clock = Stopwatch.StartNew(); clock.Elapsed.TotalSeconds < seconds / 2; )
        {
            await work(number++);
        }

        var samples = new List<double>();
        for (var clock = Stopwatch.StartNew(); clock.Elapsed.TotalSeconds < seconds || samples.Count < 5; )
        {
            var started = Stopwatch.GetTimestamp();
            await work(number++);
            samples.Add(Stopwatch.GetElapsedTime(started).TotalMicroseconds);
        }

        samples.Sort();
        return (samples[samples.Count / 2], samples[samples.Count * 95 / 100]);
    }

    /// <summary>Microseconds for people.</summary>
    public static string Format(double microseconds) =>
        microseconds switch
        {
            < 100 => microseconds.ToString("0.0", CultureInfo.InvariantCulture) + " µs",
            < 1_000 => microseconds.ToString("0", CultureInfo.InvariantCulture) + " µs",
            _ => (microseconds / 1_000).ToString("0.0", CultureInfo.InvariantCulture) + " ms",
        };
}
