using System.Text.Json;
using System.Text.RegularExpressions;

namespace VoldCms.IntegrationTests.ContentApi;

/// <summary>The examples of docs/api.md, run as they stand there.</summary>
[Collection(SeededSite.Name)]
public sealed partial class DocumentationTests(ApiWithTonsberg site) : ApiTest(site)
{
    private const string InTheDocument = "http://localhost:5080/";

    [Fact]
    public async Task The_example_for_the_shell_gives_a_plan_s_measures()
    {
        var answer = await RunAsync("bash", "bash", ["-c", "{0}"]);

        Assert.NotEmpty(answer.GetProperty("data").GetProperty("plan")[0].GetProperty("measureByPlan").EnumerateArray());
    }

    [Fact]
    public async Task The_example_in_javascript_finds_measures()
    {
        var answer = await RunAsync("js", "node", ["--input-type=module", "-e", "{0}console.log(JSON.stringify({ data, errors }));"]);

        Assert.False(answer.TryGetProperty("errors", out _));
        Assert.NotEmpty(answer.GetProperty("data").GetProperty("measure").EnumerateArray());
    }

    [Fact]
    public async Task The_example_in_csharp_gives_the_languages()
    {
        using var folder = new TemporaryFolder();
        // A program of one file is compiled ahead of time unless it says no, and that compiler is not everywhere.
        var source = $"#:property PublishAot=false\n{await ExampleAsync("csharp")}Console.WriteLine(cultures);";
        var file = Path.Combine(folder.Path, "example.cs");
        await File.WriteAllTextAsync(file, source, Stop);

        // The compiler's own leavings go with the folder.
        var printed = await Programs.RunAsync("dotnet", ["run", file], folder.Path, Stop, ("TMPDIR", folder.Path), ("TMP", folder.Path));
        var cultures = JsonSerializer.Deserialize<JsonElement>(printed);

        Assert.Contains(cultures.EnumerateArray(), culture => culture.GetProperty("default").GetBoolean());
    }

    [Fact]
    public async Task The_example_in_kotlin_asks_what_the_site_knows()
    {
        var query = KotlinQuery().Match(await ExampleAsync("kotlin")).Groups[1].Value;

        using var body = new StringContent(query, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
        using var answer = await Site.Http.PostAsync(ApiWithTonsberg.Endpoint, body, Stop);

        Assert.False(JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsByteArrayAsync(Stop)).TryGetProperty("errors", out var errors), errors.ToString());
    }

    private async Task<JsonElement> RunAsync(string language, string program, string[] arguments)
    {
        var example = await ExampleAsync(language);
        var output = await Programs.RunAsync(
            program, [.. arguments.Select(argument => argument.Replace("{0}", example, StringComparison.Ordinal))], AppContext.BaseDirectory, Stop);
        return JsonSerializer.Deserialize<JsonElement>(output);
    }

    /// <summary>The first example in that language, at the address of this site.</summary>
    private async Task<string> ExampleAsync(string language)
    {
        await site.ReadyAsync(Stop);
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "api.md"), Stop);
        var example = Example().Matches(text).First(match => match.Groups[1].Value == language).Groups[2].Value;
        return example.Replace(InTheDocument, Site.Http.BaseAddress!.ToString(), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"```(\w+)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex("\"\"\"(.*?)\"\"\"", RegexOptions.Singleline)]
    private static partial Regex KotlinQuery();
}
