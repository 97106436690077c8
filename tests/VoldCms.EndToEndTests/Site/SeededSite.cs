using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using VoldCms.EndToEndTests.Crawling;
using VoldCms.EndToEndTests.Site;
using VoldCms.IntegrationTests.Web;

[assembly: AssemblyFixture(typeof(SeededSite))]

namespace VoldCms.EndToEndTests.Site;

/// <summary>
/// The real program on a real port, once for all tests: the municipalities that its first start sets up and one tenant of the
/// tests' own (<c>prove.recipe.json</c>), on a database of its own. Stavanger is approved (<c>godkjent.recipe.json</c>), the others
/// are on trial. It is Wednesday morning all the time.
/// </summary>
public sealed class SeededSite : WebApplicationFactory<Program>, IAsyncLifetime
{
    /// <summary>A Wednesday at 10 in Norway.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 18, 9, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _data = new();
    private readonly ConcurrentQueue<string> _log = new();
    private readonly Lazy<Task<ImmutableArray<CrawledPage>>> _crawled;

    public SeededSite()
    {
        UseKestrel(0);
        StartServer();
        Address = ClientOptions.BaseAddress;
        _crawled = new(() => new Crawl(this).RunAsync(["/nb"], Crawl.IsWanted, CancellationToken.None));
    }

    /// <summary>Scheme, host and port.</summary>
    public Uri Address { get; }

    /// <summary>Every line that any logger has written since the seeding ended, scopes and all.</summary>
    public IReadOnlyCollection<string> Log => _log;

    /// <summary>Which Razor Page answers at which path; filled as the pages are asked for.</summary>
    internal PageRecorder Pages { get; } = new();

    /// <summary>
    /// What a visitor reaches: every page of Stavanger in all its languages, of the others in bokmål, and the tests' own tenant.
    /// Crawled once, when it is first asked for.
    /// </summary>
    internal Task<ImmutableArray<CrawledPage>> Crawled => _crawled.Value;

    /// <summary>A client that follows nothing, keeps nothing and unpacks nothing.</summary>
    public HttpClient MakeClient() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };

    public async ValueTask InitializeAsync()
    {
        await Services.WaitForTenantsAsync(["stavanger", "porsgrunn", "tonsberg", "mosseregionen", "prove"]);
        _log.Clear();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environments.Production);
        builder.UseSetting("VoldCms:DataDirectory", _data.Path);
        // The crawl asks for every page from one address, as fast as it can.
        builder.UseSetting("VoldCms:PageCache:MadePerMinute", "0");
        builder.UseSetting("ContentApi:RequestsPerMinute", "0");
        builder.UseSetting("VoldCms:Proxies:0", "127.0.0.1");
        builder.UseSetting("Tenants:0:Recipe", "StavangerGodkjent");
        builder.UseSetting("Tenants:4:Name", "Prove");
        builder.UseSetting("Tenants:4:Prefix", "prove");
        builder.UseSetting("Tenants:4:Recipe", "Prove");
        builder.UseSetting("Recipes:Directories:0", Path.Combine(AppContext.BaseDirectory, "recipes"));
        builder.UseSetting("Recipes:Directories:1", Path.Combine(AppContext.BaseDirectory, "Site"));

        // As much as somebody could ask for of what stands nearest to the request.
        builder.UseSetting("Logging:LogLevel:Microsoft.AspNetCore", "Trace");
        builder.UseSetting("Logging:LogLevel:VoldCms", "Trace");
        builder.ConfigureServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new StandingClock(Now)));
            services.Configure<MvcOptions>(options => options.Filters.Add(Pages));
            services.AddLogging(logging => logging.ClearProviders().AddProvider(new KeepingLoggerProvider(_log)));
        });
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _data.Dispose();
    }

    private sealed class StandingClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
