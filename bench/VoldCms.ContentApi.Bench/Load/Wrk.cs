using System.Diagnostics;
using System.Globalization;

namespace VoldCms.ContentApi.Bench.Load;

/// <summary>The load tool, with 16 connections.</summary>
internal static class Wrk
{
    /// <summary>Requests a second.</summary>
    /// <exception cref="InvalidOperationException">wrk is not there, or an answer was an error.</exception>
    public static async Task<double> RunAsync(Uri address, TimeSpan time)
    {
        var seconds = Math.Max(1, (int)Math.Round(time.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        using var process =
            Process.Start(
                new ProcessStartInfo("wrk", ["-t1", "-c16", $"-d{seconds}s", address.AbsoluteUri]) { RedirectStandardOutput = true }
            ) ?? throw new InvalidOperationException("wrk did not start.");
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var rate = output.Split('\n').FirstOrDefault(line => line.StartsWith("Requests/sec:", StringComparison.Ordinal));
        return
            process.ExitCode == 0
            && rate is not null
            && !output.Contains("Non-2xx", StringComparison.Ordinal)
            && !output.Contains("Socket errors", StringComparison.Ordinal)
            ? double.Parse(rate["Requests/sec:".Length..], CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"wrk {address}: {output}");
    }
}
