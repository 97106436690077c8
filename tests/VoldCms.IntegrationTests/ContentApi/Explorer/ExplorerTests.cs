using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace VoldCms.IntegrationTests.ContentApi.Explorer;

[Collection(SeededSite.Name)]
public sealed partial class ExplorerTests(ApiWithTonsberg site) : ApiTest(site)
{
    private const string Page = $"{ApiWithTonsberg.Endpoint}/explorer";

    [Fact]
    public async Task The_page_has_its_own_policy_and_is_found_by_nobody()
    {
        await site.ReadyAsync();

        using var page = await Site.Http.GetAsync(Page, Stop);
        var html = await page.Content.ReadAsStringAsync(Stop);
        var policy = page.Headers.GetValues("Content-Security-Policy").Single();

        Assert.Equal((HttpStatusCode.OK, "no-store"), (page.StatusCode, page.Headers.CacheControl?.ToString()));
        Assert.Equal("noindex, nofollow", page.Headers.GetValues("X-Robots-Tag").Single());
        Assert.Contains("worker-src 'self'; connect-src 'self'; style-src 'self' 'unsafe-inline'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("data-endpoint=\"/tonsberg/api/graphql\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("explorer", await Site.Http.GetStringAsync("tonsberg/nb", Stop), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Everything_that_the_page_loads_comes_from_here_compressed()
    {
        await site.ReadyAsync();

        var files = Asset().Matches(await Site.Http.GetStringAsync(Page, Stop)).Select(match => match.Value).ToList();

        Assert.Equal(6, files.Count);
        foreach (var file in files)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, file);
            request.Headers.TryAddWithoutValidation("Accept-Encoding", "br");
            using var answer = await Site.Http.SendAsync(request, Stop);

            Assert.Equal((HttpStatusCode.OK, "br"), (answer.StatusCode, answer.Content.Headers.ContentEncoding.SingleOrDefault()));
            Assert.Matches("^(text/javascript|text/css|image/svg\\+xml)", answer.Content.Headers.ContentType!.ToString());
            Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        }
    }

    public static TheoryData<string> Examples() =>
        [
            .. Directory
                .GetFiles(Path.Combine(AppContext.BaseDirectory, "ContentApi", "Examples"), "*.graphql")
                .Select(file => Path.GetFileName(file)!),
        ];

    [Theory, MemberData(nameof(Examples))]
    public async Task Every_example_gives_something(string file)
    {
        await site.ReadyAsync();
        var query = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "ContentApi", "Examples", file), Stop);

        using var body = new StringContent(
            JsonSerializer.Serialize(new { query }),
            new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")
        );
        using var answer = await Site.Http.PostAsync(ApiWithTonsberg.Endpoint, body, Stop);
        var json = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsByteArrayAsync(Stop));

        Assert.False(json.TryGetProperty("errors", out var errors), errors.ToString());
        Assert.All(json.GetProperty("data").EnumerateObject(), root => Assert.NotEqual(0, root.Value.GetArrayLength()));
    }

    [GeneratedRegex("/assets/[^\"]+")]
    private static partial Regex Asset();
}
