using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Storage;
using VoldCms.Users.ApiKeys;

namespace VoldCms.IntegrationTests.ContentApi;

/// <summary>An answer as it came.</summary>
internal sealed record ApiAnswer(HttpStatusCode Status, HttpResponseHeaders Headers, string? ContentType, string Text)
{
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Text);

    public string? Header(string name) => Headers.TryGetValues(name, out var values) ? string.Join(',', values) : null;
}

/// <summary>Requests with whatever headers, and the keys that they may show.</summary>
internal static class ApiCall
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <param name="site">Where.</param>
    /// <param name="method">Of HTTP.</param>
    /// <param name="address">With the tenant's prefix.</param>
    /// <param name="body">JSON; null for none.</param>
    /// <param name="headers">Content-Type too, where it is another.</param>
    public static async Task<ApiAnswer> SendAsync(
        this ApiSite site,
        string method,
        string address,
        string? body = null,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        foreach (var (name, value) in headers)
        {
            if (name == "Content-Type")
            {
                request.Content!.Headers.Remove(name);
                request.Content.Headers.TryAddWithoutValidation(name, value);
            }
            else
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        using var response = await site.Http.SendAsync(request, Stop);
        return new(
            response.StatusCode,
            response.Headers,
            response.Content.Headers.ContentType?.MediaType,
            await response.Content.ReadAsStringAsync(Stop)
        );
    }

    /// <summary>An address below the tenant's, which begins with a slash.</summary>
    public static string At(this ApiTenant tenant, string path) => $"/{tenant.Content.Tenant.RequestUrlPrefix}{path}";

    /// <summary>Makes a key.</summary>
    public static async Task<(ApiKey Key, string Token)> CreateKeyAsync(this ApiTenant tenant, NewApiKey key)
    {
        await using var scope = tenant.Content.Scope();
        await using var work = await scope.ServiceProvider.GetRequiredService<IUnitOfWorkFactory>().BeginAsync(Stop);
        var created = await scope.ServiceProvider.GetRequiredService<ApiKeyStore>().CreateAsync(work, key, Stop);
        await work.CommitAsync(Stop);
        return (created.Value.Key, created.Value.Token.Reveal());
    }

    /// <summary>The header that shows a key.</summary>
    public static (string Name, string Value) Bearer(string token) => ("Authorization", $"Bearer {token}");
}
