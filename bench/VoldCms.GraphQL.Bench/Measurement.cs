using System.Diagnostics;

namespace VoldCms.GraphQL.Bench;

/// <summary>How often something ran a second, and what it allocated each time.</summary>
internal readonly record struct Measurement(double PerSecond, double Bytes)
{
    /// <summary>Runs <paramref name="action"/> until it is warm, then for so many seconds, on this thread.</summary>
    public static Measurement Of(Action action, double seconds)
    {
        // The optimizing compiler works in the background, on the same core: give it time.
        Run(action, TimeSpan.FromSeconds(Math.Max(1, seconds / 2)));
        Thread.Sleep(300);
        Run(action, TimeSpan.FromSeconds(seconds / 4));
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        var count = Run(action, TimeSpan.FromSeconds(seconds));
        var elapsed = watch.Elapsed.TotalSeconds;
        return new Measurement(count / elapsed, (double)(GC.GetAllocatedBytesForCurrentThread() - bytes) / count);
    }

    private static long Run(Action action, TimeSpan time)
    {
        var watch = Stopwatch.StartNew();
        var count = 0L;
        while (watch.Elapsed < time)
        {
            for (var i = 0; i < 50; i++)
            {
                action();
            }

            count += 50;
        }

        return count;
    }
}
