using System.Text.Json;
using VoldCms.Testing.Node;

namespace VoldCms.IntegrationTests.ContentApi.GraphQL;

/// <summary>What apps use: types by graphql-codegen, and Apollo Client.</summary>
[Collection(SeededSite.Name)]
public sealed class ClientTests(ApiWithTonsberg site) : ApiTest(site)
{
    private static readonly NodeFolder s_clients = new("ContentApi", "Clients");

    [Fact]
    public async Task Apollo_client_asks_in_types_that_codegen_made_of_the_schema()
    {
        await site.ReadyAsync();
        var endpoint = new Uri(Site.Http.BaseAddress!, ApiWithTonsberg.Endpoint).ToString();

        await s_clients.RunAsync(Stop, "codegen.mjs", endpoint);
        await s_clients.RunAsync(Stop, Path.Combine("node_modules", "typescript", "bin", "tsc"), "-p", ".");
        var answer = JsonSerializer.Deserialize<JsonElement>(await s_clients.RunAsync(Stop, "client.js", endpoint));

        Assert.Equal(5, answer.GetProperty("pages").GetInt32());
        Assert.True(answer.GetProperty("isFallback").GetBoolean());
        Assert.Equal(1, answer.GetProperty("planOrder").GetInt32());
        Assert.InRange(answer.GetProperty("measures").GetInt32(), 20, 100);
        Assert.InRange(answer.GetProperty("responsible").GetInt32(), 20, 1000);
        Assert.Equal("Plan", answer.GetProperty("typename").GetString());
        Assert.True(answer.GetProperty("shortTitle").GetBoolean());
        Assert.Contains("it may be from 0 to 1000", answer.GetProperty("error").GetString(), StringComparison.Ordinal);
    }
}
