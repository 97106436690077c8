using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using VoldCms.ContentManagement.Items;
using static VoldCms.IntegrationTests.ContentApi.ApiSample;

namespace VoldCms.IntegrationTests.ContentApi.Mutations;

/// <summary>
/// Many readers beside a writer a tenant. Every text says its tenant, its language and which publishing it is of, so that a mistake of the
/// caches shows in the answer itself: nothing older than what had been published when the question was sent, nothing of another tenant or
/// language.
/// </summary>
public abstract class InterleavingTests(ApiSite site) : ApiTest(site)
{
    private const int Readers = 64;
    private const int QuestionsOfEach = 8;

    [Fact]
    public async Task Readers_beside_writers_get_nothing_stale_and_nothing_of_others()
    {
        Published[] tenants = [await CreateAsync(0), await CreateAsync(1)];
        using var done = new CancellationTokenSource();
        var writers = tenants.Select(tenant => WriteAsync(tenant, done.Token)).ToList();

        await Task.WhenAll(Enumerable.Range(0, Readers).Select(reader => ReadAsync(tenants[reader % tenants.Length], reader)));
        await done.CancelAsync();
        await Task.WhenAll(writers);

        Assert.All(tenants, tenant => Assert.True(tenant.Done > 1, "Nothing was published beside the readers."));
    }

    private static async Task WriteAsync(Published tenant, CancellationToken done)
    {
        while (!done.IsCancellationRequested)
        {
            // SQLite answers at once, so that otherwise nothing here would ever give the thread back.
            await Task.Yield();
            await tenant.PublishAsync();
        }
    }

    private async Task ReadAsync(Published tenant, int reader)
    {
        for (var question = 0; question < QuestionsOfEach; question++)
        {
            var culture = (reader + question) % 2 == 0 ? "nb" : "nn";
            var atLeast = tenant.Done;
            using var request = Ask(tenant.Api, culture, (reader / 2) + question);
            using var response = await Site.Http.SendAsync(request, Stop);
            var text = await response.Content.ReadAsStringAsync(Stop);
            var atMost = tenant.Begun;

            Assert.True(response.IsSuccessStatusCode, $"{request.RequestUri}: {response.StatusCode} {text}");
            var ingress = IngressIn(JsonSerializer.Deserialize<JsonElement>(text));
            Assert.Equal($"tenant {tenant.Number} {culture}", ingress[..ingress.LastIndexOf(' ')]);
            Assert.InRange(
                int.Parse(ingress[(ingress.LastIndexOf(' ') + 1)..], System.Globalization.CultureInfo.InvariantCulture),
                atLeast,
                atMost
            );
        }
    }

    /// <summary>
    /// One of the ways to the page in that language: a list by POST and by GET, an item by its path, an item of the REST API.
    /// </summary>
    private static HttpRequestMessage Ask(ApiTenant tenant, string culture, int way)
    {
        var list = $$"""{ helpPage(culture: "{{culture}}") { ingress } }""";
        return (way % 4) switch
        {
            0 => Post(tenant.Address, list),
            1 => new(HttpMethod.Get, $"{tenant.Address}?query={Uri.EscapeDataString(list)}"),
            2 => Post(tenant.Address, $$"""{ contentItemByPath(path: "{{culture}}/side") { ... on HelpPage { ingress } } }"""),
            _ => new(HttpMethod.Get, $"/{tenant.Content.Tenant.RequestUrlPrefix}/api/content/page-{culture}"),
        };
    }

    private static HttpRequestMessage Post(string address, string query) =>
        new(HttpMethod.Post, address)
        {
            Content = new StringContent(
                JsonSerializer.Serialize(new { query }),
                Encoding.UTF8,
                new MediaTypeHeaderValue("application/json")
            ),
        };

    private static string IngressIn(JsonElement answer)
    {
        if (!answer.TryGetProperty("data", out var data))
        {
            return answer.GetProperty("HelpPage").GetProperty("Ingress").GetProperty("Text").GetString()!;
        }

        var found = data.TryGetProperty("helpPage", out var list)
            ? Assert.Single(list.EnumerateArray())
            : data.GetProperty("contentItemByPath");
        return found.GetProperty("ingress").GetString()!;
    }

    private async Task<Published> CreateAsync(int number)
    {
        var tenant = new Published(number, await Site.CreateTenantAsync());
        await tenant.PublishAsync();
        return tenant;
    }

    /// <summary>A tenant with one page in two languages, and how often it has been published.</summary>
    private sealed class Published(int number, ApiTenant api)
    {
        private int _begun;
        private int _done;

        public int Number => number;

        public ApiTenant Api => api;

        public int Begun => Volatile.Read(ref _begun);

        public int Done => Volatile.Read(ref _done);

        public async Task PublishAsync()
        {
            var version = Interlocked.Increment(ref _begun);
            await api.Content.PublishAsync(In("nb", version), In("nn", version));
            Volatile.Write(ref _done, version);
        }

        private ContentItem In(string culture, int version) =>
            Page(
                $"page-{culture}",
                $$"""{ "Ingress": { "Text": "tenant {{number}} {{culture}} {{version}}" } }""",
                parts: $$"""{ "LocalizationPart": { "Culture": "{{culture}}", "LocalizationSet": "s1" },"""
                    + $$""" "AutoroutePart": { "Path": "{{culture}}/side" } }"""
            );
    }
}

public sealed class InterleavingOnSqliteTests(ApiOnSqlite site) : InterleavingTests(site), IClassFixture<ApiOnSqlite>;

public sealed class InterleavingOnPostgreSqlTests(ApiOnPostgreSql site) : InterleavingTests(site), IClassFixture<ApiOnPostgreSql>;
