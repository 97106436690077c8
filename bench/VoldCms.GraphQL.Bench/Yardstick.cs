using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace VoldCms.GraphQL.Bench;

/// <summary>What npm graphql did with one document: how often a second, and what it answered.</summary>
internal sealed record YardstickResult(string Name, string Response, double Parse, double Validate, double Execute, double All);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(YardstickResult))]
internal sealed partial class YardstickJson : JsonSerializerContext;

/// <summary>Runs the bench's documents on npm graphql, in a node process that inherits this one's core.</summary>
internal static class Yardstick
{
    public static YardstickResult[] Run(string directory, double seconds, IEnumerable<string> documents)
    {
        if (!Directory.Exists(Path.Combine(directory, "node_modules")))
        {
            Execute(directory, "npm", "ci", "--no-audit", "--no-fund", "--loglevel=error");
        }

        var output = Execute(directory, "node", ["yardstick.mjs", seconds.ToString(CultureInfo.InvariantCulture), .. documents]);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Read)];
    }

    private static YardstickResult Read(string line) =>
        JsonSerializer.Deserialize(line, YardstickJson.Default.YardstickResult) ?? throw new InvalidDataException(line);

    private static string Execute(string directory, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = directory, RedirectStandardOutput = true };
        start.Environment["NODE_ENV"] = "production";
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} failed with {process.ExitCode}.");
    }
}
