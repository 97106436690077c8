using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Hosting.Tenancy;
using VoldCms.IntegrationTests.Web;
using VoldCms.Recipes.Harvesting;
using VoldCms.Recipes.Running;

namespace VoldCms.IntegrationTests.Services;

/// <summary>Tønsberg and Stavanger, with a service of the tests' own.</summary>
public sealed class ServicesSite() : StandingSite(("Tonsberg", "Tonsberg"), ("Stavanger", "Stavanger"))
{
    /// <summary>Words that stand in a secret place and nowhere else.</summary>
    public const string Secret = "Hemmeligveien 7";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await RunAsync("tonsberg", ServicesRecipe.WithSecret(Secret), TestContext.Current.CancellationToken);
    }
}

/// <summary>Every municipality of the recipes, as they make it, and one that begins empty.</summary>
public sealed class FinderSite() : StandingSite(Municipalities)
{
    /// <summary>Their names and recipes.</summary>
    public static readonly (string Name, string Recipe)[] Municipalities =
    [
        ("Stavanger", "Stavanger"),
        ("Porsgrunn", "Porsgrunn"),
        ("Tonsberg", "Tonsberg"),
        ("Mosseregionen", "Mosseregionen"),
        ("Nykommune", "ny-kommune"),
    ];
}

/// <summary>The same municipalities, in Arabic too.</summary>
public sealed class ArabicFinderSite() : StandingSite(FinderSite.Municipalities)
{
    private const string WithArabic = """
        {
          "name": "WithArabic",
          "steps": [
            {
              "name": "settings",
              "LocalizationSettings": {
                "DefaultCulture": "nb", "SupportedCultures": ["nb", "nn", "en", "ar"], "FallBackToParentCulture": true
              }
            }
          ]
        }
        """;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var (name, _) in FinderSite.Municipalities)
        {
            await RunAsync(name, WithArabic, TestContext.Current.CancellationToken);
        }
    }
}

/// <summary>
/// The real program on a database of its own, with tenants as their recipes make them, and a clock that stands where a test puts it.
/// </summary>
public abstract class StandingSite : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly TemporaryFolder _data = new();
    private readonly (string Name, string Recipe)[] _tenants;

    /// <param name="tenants">Their prefixes are their names in small letters.</param>
    protected StandingSite(params (string Name, string Recipe)[] tenants)
    {
        _tenants = tenants;
        UseKestrel(0);
        StartServer();
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = ClientOptions.BaseAddress,
        };
    }

    private IConfiguration Declared =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(
                _tenants.SelectMany(
                    (tenant, index) =>
                        new KeyValuePair<string, string?>[]
                        {
                            new($"Tenants:{index}:Name", tenant.Name),
                            new($"Tenants:{index}:Prefix", tenant.Name.ToLowerInvariant()),
                            new($"Tenants:{index}:Recipe", tenant.Recipe),
                        }
                )
            )
            .Build();

    public HttpClient Client { get; }

    public StandingClock Clock { get; } = new();

    public virtual async ValueTask InitializeAsync() =>
        await Services.WaitForTenantsAsync([.. _tenants.Select(tenant => tenant.Name.ToLowerInvariant())]);

    public async Task<string> GetPageAsync(string path)
    {
        using var response = await Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("VoldCms:DataDirectory", _data.Path);
        builder.UseSetting("VoldCms:PageCache:MadePerMinute", "0");
        builder.UseSetting("Logging:LogLevel:Default", "Error");
        builder.ConfigureServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            services.Replace(ServiceDescriptor.Singleton(TenantDeclarations.Read(Declared)));
        });
    }

    public override async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await base.DisposeAsync();
        _data.Dispose();
        GC.SuppressFinalize(this);
    }

    public async Task RunAsync(string tenantName, string recipe, CancellationToken stop)
    {
        var path = Path.Combine(_data.Path, "tests.recipe.json");
        await File.WriteAllTextAsync(path, recipe, stop);
        var library = Services.GetRequiredService<RecipeLibrary>();
        var tenant = (await Services.GetRequiredService<ITenantStore>().FindAsync(tenantName, stop))!;
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(tenant);
        var report = await scope
            .ServiceProvider.GetRequiredService<RecipeRunner>()
            .RunAsync(new RecipeRun(library.ReadFile(path).Value, library.HarvestBeside(path), library.EnvironmentOf(tenant), new()), stop);
        Assert.True(report.IsSuccess, string.Join(Environment.NewLine, report.Faults));
    }
}

/// <summary>A clock that stands still until it is put elsewhere.</summary>
public sealed class StandingClock : TimeProvider
{
    /// <summary>A Wednesday at 10 in Norway.</summary>
    public static readonly DateTimeOffset WednesdayMorning = new(2026, 11, 18, 9, 0, 0, TimeSpan.Zero);

    /// <summary>The night after it, at 03.</summary>
    public static readonly DateTimeOffset Night = new(2026, 11, 19, 2, 0, 0, TimeSpan.Zero);

    /// <summary>A Sunday at noon in Norway.</summary>
    public static readonly DateTimeOffset Sunday = new(2026, 11, 22, 11, 0, 0, TimeSpan.Zero);

    public DateTimeOffset Now { get; set; } = WednesdayMorning;

    public override DateTimeOffset GetUtcNow() => Now;
}
