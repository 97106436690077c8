using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Storage;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Hosting.Configuration;
using VoldCms.Hosting.Tenancy;

namespace VoldCms.IntegrationTests.Web;

/// <summary>The real program on a real port, with Stavanger's plan in memory and every log line kept.</summary>
public class SiteUnderTest : WebApplicationFactory<Program>
{
    private readonly TemporaryFolder _data = new();

    public SiteUnderTest()
    {
        UseKestrel(0);
        StartServer();
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = ClientOptions.BaseAddress,
        };
    }

    /// <summary>Follows nothing, keeps nothing.</summary>
    public HttpClient Client { get; }

    /// <summary>Every line that any logger wrote, scopes and all, at whatever level.</summary>
    public ConcurrentQueue<string> Log { get; } = new();

    internal InMemoryStores Stores { get; } =
        new(
            Make(1, "Stavanger", TenantState.Running, "stavanger"),
            Make(2, "Moss", TenantState.Running, null, "hjelp.moss.example"),
            Make(3, "Ny", TenantState.Initializing, "ny"),
            Make(4, "Stengt", TenantState.Disabled, "stengt")
        )
        {
            Documents = RecipeFiles.Documents("stavanger.recipe.json"),
            Items = RecipeFiles.ItemsOf("stavanger-trygg-fri-fra-vold.recipe.json"),
        };

    public async Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<string> GetPageAsync(string path)
    {
        using var response = await GetAsync(path);
        Assert.Equal(System.Net.HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Whose word is taken for where a request comes from: the tests', unless a site says otherwise.</summary>
    protected virtual string[] Proxies => ["127.0.0.1", "::1"];

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("VoldCms:DataDirectory", _data.Path);
        builder.UseSetting("VoldCms:PageCache:MadePerMinute", "0");
        foreach (var (index, proxy) in Proxies.Index())
        {
            builder.UseSetting($"VoldCms:Proxies:{index}", proxy);
        }

        // The noisiest configuration that somebody could write.
        builder.UseSetting("Logging:LogLevel:Default", "Trace");
        builder.UseSetting("Logging:LogLevel:Microsoft", "Trace");
        builder.UseSetting("Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics", "Trace");
        builder.ConfigureServices(services =>
        {
            // The tenants are in memory already; those that the settings name would be set up beside the tests.
            services.Replace(ServiceDescriptor.Singleton(TenantDeclarations.Read(new ConfigurationBuilder().Build())));
            services.Replace(ServiceDescriptor.Singleton<ITenantStore>(Stores));
            services.Replace(ServiceDescriptor.Singleton<ITenantDocumentReader>(Stores));
            services.Replace(ServiceDescriptor.Singleton<IJobLeases>(Stores));
            services.Replace(ServiceDescriptor.Scoped<IContentQueryStore>(_ => Stores));
            services.Replace(ServiceDescriptor.Scoped<IUnitOfWorkFactory>(_ => Stores));
            services.AddLogging(logging => logging.ClearProviders().AddProvider(new KeepingLoggerProvider(Log)));
        });
    }

    public override async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await base.DisposeAsync();
        _data.Dispose();
        GC.SuppressFinalize(this);
    }

    private static Tenant Make(int id, string name, TenantState state, string? prefix, params string[] hosts) =>
        new()
        {
            Id = new(id),
            Name = name,
            State = state,
            RequestUrlPrefix = prefix,
            RequestUrlHosts = [.. hosts],
        };
}
