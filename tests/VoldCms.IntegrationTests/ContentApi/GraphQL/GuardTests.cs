using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using VoldCms.Data.Databases;

namespace VoldCms.IntegrationTests.ContentApi.GraphQL;

/// <summary>A site that runs trusted documents only, and few requests.</summary>
public sealed class GuardedApi() : ApiSite(DatabaseProvider.Sqlite)
{
    /// <summary>The SHA-256 of the one document that is run.</summary>
    public static string Hash { get; } = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("{ me { userId } }"u8));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("ContentApi:OnlyTrustedDocuments", "true");
        builder.UseSetting("ContentApi:TrustedDocumentHashes:0", Hash);
        builder.UseSetting("ContentApi:RequestsPerMinute", "3");
        builder.UseSetting("ContentApi:KeyRequestsPerMinute", "3");
    }
}

public sealed class GuardTests(GuardedApi site) : ApiTest(site), IClassFixture<GuardedApi>
{
    private const string Trusted = """{"query":"{ me { userId } }"}""";

    private static readonly string s_named = """{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"HASH"}}}""".Replace(
        "HASH",
        GuardedApi.Hash,
        StringComparison.Ordinal
    );

    [Theory]
    [InlineData("{ me { userName } }")]
    [InlineData("{ __schema { types { name } } }")]
    [InlineData("{ me { userId }  }")]
    public async Task Only_the_documents_that_are_known_are_run(string other)
    {
        var tenant = await Site.CreateTenantAsync();

        var run = await Site.SendAsync("POST", tenant.Address, Trusted[..^1] + "," + s_named[1..]);
        var refused = await Site.SendAsync("POST", tenant.Address, JsonSerializer.Serialize(new { query = other }));
        var named = await Site.SendAsync("POST", tenant.Address, s_named);

        Assert.Equal(("""{"data":{"me":null}}""", """{"data":{"me":null}}"""), (run.Text, named.Text));
        Assert.Equal(
            "TRUSTED_DOCUMENT_REQUIRED",
            refused.Json.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString()
        );
        Assert.DoesNotContain("data", refused.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/graphql")]
    [InlineData("/api/content?type=HelpPage")]
    [InlineData("/api/content/x")]
    [InlineData("/api/queries/x")]
    public async Task Whoever_asks_too_often_is_told_when_to_come_back_and_the_others_are_answered(string path)
    {
        var tenant = await Site.CreateTenantAsync();
        var sender = ("X-Forwarded-For", $"2001:db8:{Random.Shared.Next(65536):x}:{Random.Shared.Next(65536):x}::1");

        var answers = new List<ApiAnswer>();
        for (var i = 0; i < 8; i++)
        {
            answers.Add(await Site.SendAsync("GET", tenant.At(path), headers: sender));
        }

        var refused = answers.First(answer => answer.Status == HttpStatusCode.TooManyRequests);
        var other = await Site.SendAsync(
            "GET",
            tenant.At(path),
            headers: ("X-Forwarded-For", "203.0.113.9, 198.51.100." + Random.Shared.Next(256))
        );

        // A minute may have begun meanwhile.
        Assert.InRange(answers.Count(answer => answer.Status != HttpStatusCode.TooManyRequests), 3, 6);
        Assert.InRange(int.Parse(refused.Header("Retry-After")!, System.Globalization.CultureInfo.InvariantCulture), 1, 60);
        Assert.Equal("urn:voldcms:api.too-many-requests", refused.Json.GetProperty("type").GetString());
        Assert.NotEqual(HttpStatusCode.TooManyRequests, other.Status);
    }

    [Fact]
    public async Task What_is_in_memory_is_given_to_whoever_has_asked_too_often()
    {
        var tenant = await Site.CreateTenantAsync();
        var sender = ("X-Forwarded-For", $"2001:db8:{Random.Shared.Next(65536):x}:{Random.Shared.Next(65536):x}::1");
        string[] paths =
        [
            $"/api/graphql?query={Uri.EscapeDataString("{ me { userId } }")}",
            "/api/graphql/schema.graphql",
            "/api/openapi.json",
        ];
        foreach (var path in paths)
        {
            Assert.Equal(
                HttpStatusCode.OK,
                (await Site.SendAsync("GET", tenant.At(path), headers: ("X-Forwarded-For", "192.0.2." + Random.Shared.Next(256)))).Status
            );
        }

        var others = new List<ApiAnswer>();
        for (var i = 0; i < 8; i++)
        {
            others.Add(await Site.SendAsync("GET", tenant.At("/api/content/x"), headers: sender));
        }

        Assert.Contains(others, answer => answer.Status == HttpStatusCode.TooManyRequests);
        foreach (var path in paths)
        {
            Assert.Equal(HttpStatusCode.OK, (await Site.SendAsync("GET", tenant.At(path), headers: sender)).Status);
        }
    }

    [Fact]
    public async Task A_key_is_counted_by_itself()
    {
        var tenant = await Site.CreateTenantAsync();
        var (_, one) = await tenant.CreateKeyAsync(new() { Name = "En", Permissions = ["ExecuteGraphQL"] });
        var (_, two) = await tenant.CreateKeyAsync(new() { Name = "To", Permissions = ["ExecuteGraphQL"] });

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Site.SendAsync("GET", tenant.At("/api/queries/x"), headers: ApiCall.Bearer(one)))
        );
        var other = await Site.SendAsync("POST", tenant.Address, Trusted, ApiCall.Bearer(two));

        Assert.Contains(answers, answer => answer.Status == HttpStatusCode.TooManyRequests);
        Assert.Equal(HttpStatusCode.OK, other.Status);
    }
}
