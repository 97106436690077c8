using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace VoldCms.IntegrationTests.ContentApi;

/// <summary>The examples of docs/api.md, run against the tenant that the program sets up by itself.</summary>
public sealed partial class DocumentationTests(ApiWithStavanger site) : ApiTest(site), IClassFixture<ApiWithStavanger>
{
    private const string InTheDocument = "http://localhost:5080/";

    [Fact]
    public async Task The_examples_are_true()
    {
        var examples = Examples();
        await WaitForTenantAsync();

        var plans = JsonSerializer.Deserialize<JsonElement>(await RunAsync("bash", "-c", examples["bash"])).GetProperty("data").GetProperty("plan");
        var script = JsonSerializer.Deserialize<JsonElement>(await RunAsync("node", "--input-type=module", "-e", examples["js"] + "console.log(JSON.stringify({ data, errors }));"));

        Assert.NotEmpty(plans[0].GetProperty("measureByPlan").EnumerateArray());
        Assert.False(script.TryGetProperty("errors", out _));
        Assert.True(script.GetProperty("data").TryGetProperty("measure", out _));
    }

    [Fact]
    public async Task The_example_in_csharp_is_this()
    {
        await WaitForTenantAsync();

        using var http = new HttpClient { BaseAddress = Site.Http.BaseAddress };
        using var answer = await http.PostAsJsonAsync("stavanger/api/graphql", new { query = "{ siteCultures { culture default } }" }, Stop);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync(Stop));
        var cultures = json.RootElement.GetProperty("data").GetProperty("siteCultures");

        Assert.Contains(cultures.EnumerateArray(), culture => culture.GetProperty("default").GetBoolean());
        Assert.Contains("""PostAsJsonAsync("stavanger/api/graphql", new { query = "{ siteCultures { culture default } }" })""", Examples()["csharp"], StringComparison.Ordinal);
        Assert.Contains("""json.RootElement.GetProperty("data").GetProperty("siteCultures")""", Examples()["csharp"], StringComparison.Ordinal);
    }

    private Dictionary<string, string> Examples()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "VoldCms.sln")))
        {
            folder = folder.Parent;
        }

        var text = File.ReadAllText(Path.Combine(folder!.FullName, "docs", "api.md")).Replace(InTheDocument, Site.Http.BaseAddress!.ToString(), StringComparison.Ordinal);
        return Example().Matches(text).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
    }

    // The program answers before its tenants are set up.
    private async Task WaitForTenantAsync()
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            using var answer = await Site.Http.GetAsync("stavanger/api/graphql?query={__typename}", Stop);
            if (answer.IsSuccessStatusCode)
            {
                return;
            }

            Assert.True(waited.Elapsed < TimeSpan.FromMinutes(2), $"Stavanger answers {answer.StatusCode}.");
            await Task.Delay(100, Stop);
        }
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = process.StandardError.ReadToEndAsync(Stop);
            var output = await process.StandardOutput.ReadToEndAsync(Stop);
            await process.WaitForExitAsync(Stop);
            Assert.True(process.ExitCode == 0, await errors);
            return output;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            Assert.Skip($"The example needs {program}: {missing.Message}");
            throw;
        }
    }

    [GeneratedRegex(@"```(bash|js|csharp)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
