using System.Diagnostics.Metrics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Storage;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Data.Databases;
using VoldCms.Data.Writing;
using VoldCms.Hosting.Tenancy;
using VoldCms.IntegrationTests.Data;

namespace VoldCms.IntegrationTests.ContentApi;

/// <summary>The real program on a real port and a real store. Who asks is said by a header, because nobody can sign in to a test.</summary>
/// <param name="provider">The database.</param>
/// <param name="recipe">The recipe of a tenant that the program sets up at its start; null for none.</param>
public abstract class ApiSite(DatabaseProvider provider, string? recipe = null) : WebApplicationFactory<Program>, IAsyncLifetime
{
    public const string WhoHeader = "X-Test-Roles";

    private TestDatabase? _database;
    private HttpClient? _http;

    public DatabaseProvider Provider => provider;

    public HttpClient Http => _http ?? throw new InvalidOperationException("The site has not been started.");

    /// <summary>The program's clock; the real one until a test puts it somewhere.</summary>
    public ApiClock Clock { get; } = new();

    /// <summary>Called whenever somebody is about to begin a unit of work.</summary>
    public Action? Beginning { get; set; }

    /// <summary>SQL statements of requests since the start.</summary>
    public StatementCounter Statements { get; } = new();

    public async ValueTask InitializeAsync()
    {
        if (provider == DatabaseProvider.PostgreSql && !PostgreSqlServer.IsInstalled)
        {
            return;
        }

        _database = await TestDatabase.CreateAsync(provider);
        UseKestrel(0);
        StartServer();
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = ClientOptions.BaseAddress,
        };
    }

    /// <summary>A running tenant with the sample's definitions and roles: a visitor may ask, an editor may edit.</summary>
    public async Task<ApiTenant> CreateTenantAsync(string? definitions = null)
    {
        var name = $"t{Guid.NewGuid():N}";
        var store = Services.GetRequiredService<ITenantStore>();
        var created = (
            await store.CreateAsync(
                new Tenant
                {
                    Id = default,
                    Name = name,
                    RequestUrlPrefix = name,
                },
                TestContext.Current.CancellationToken
            )
        ).Value;
        var tenant = new TestTenant(Services, created);
        await tenant.DefineAsync(definitions ?? ApiSample.Definitions);
        await tenant.SupportAsync("nb", "nb", "nn", "en");
        await tenant.SetAsync(
            Roles.DocumentName,
            Roles
                .Default.With(new(Roles.Anonymous, "", ["ViewContent", "ExecuteGraphQL", "AccessContentApi"]))
                .With(new("Editor", "", ["EditContent", "PublishContent", "ExecuteGraphQL", "AccessContentApi"]))
                .With(new("Reader", "", ["ExecuteGraphQL"]))
                .ToJson()
        );
        await store.SetStateAsync(created.Id, TenantState.Running, TestContext.Current.CancellationToken);
        Services.GetRequiredService<TenantDirectory>().Forget();
        return new ApiTenant(this, tenant);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var (key, value) in _database!.Settings)
        {
            builder.UseSetting(key, value);
        }

        // The tests are one sender, and say in which name they ask.
        builder.UseSetting("ContentApi:RequestsPerMinute", "0");
        builder.UseSetting("VoldCms:Proxies:0", "127.0.0.1");
        builder.UseSetting("VoldCms:Proxies:1", "::1");
        builder.UseSetting("Logging:LogLevel:Default", "None");
        builder.ConfigureServices(services =>
        {
            services.AddSingleton<IStartupFilter>(new SaysWhoAsks(Statements));
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            services.Replace(
                ServiceDescriptor.Scoped<IUnitOfWorkFactory>(scope => new SaysWhenItBegins(
                    ActivatorUtilities.CreateInstance<UnitOfWorkFactory>(scope),
                    () => Beginning?.Invoke()
                ))
            );
            services.Replace(ServiceDescriptor.Singleton(TenantDeclarations.Read(Declared())));
        });
    }

    public override async ValueTask DisposeAsync()
    {
        _http?.Dispose();
        await base.DisposeAsync();
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    private IConfiguration Declared() =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(
                recipe is null
                    ? []
                    : new Dictionary<string, string?>
                    {
                        ["Tenants:0:Name"] = recipe,
                        ["Tenants:0:Prefix"] = recipe.ToLowerInvariant(),
                        ["Tenants:0:Recipe"] = recipe,
                    }
            )
            .Build();

    private sealed class SaysWhenItBegins(IUnitOfWorkFactory works, Action tell) : IUnitOfWorkFactory
    {
        public Task<IUnitOfWork> BeginAsync(CancellationToken cancellationToken)
        {
            tell();
            return works.BeginAsync(cancellationToken);
        }
    }

    private sealed class SaysWhoAsks(StatementCounter statements) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Use(
                    async (context, following) =>
                    {
                        statements.CountHere();
                        if (context.Request.Headers[WhoHeader].ToString() is { Length: > 0 } roles)
                        {
                            context.RequestServices.GetRequiredService<CurrentPrincipal>().Value = Principal.User(
                                "u1",
                                "Kari",
                                roles.Split(',')
                            );
                        }

                        await following();
                    }
                );
                next(app);
            };
    }
}

/// <summary>Goes as the real clock does, until it is put somewhere, and stands there.</summary>
public sealed class ApiClock : TimeProvider
{
    public DateTimeOffset? Now { get; set; }

    /// <summary>While true, no time passes: what is remembered for a second is remembered for good.</summary>
    public bool StandsStill { get; set; }

    public override DateTimeOffset GetUtcNow() => Now ?? base.GetUtcNow();

    public override long GetTimestamp() => StandsStill ? 0 : base.GetTimestamp();
}

/// <summary>Counts the SQL statements of a site's requests; what its background work sends does not count.</summary>
public sealed class StatementCounter
{
    private static readonly AsyncLocal<StatementCounter?> s_current = new();
    private static readonly MeterListener s_listener = Listen();

    private int _count;

    public int Count => Volatile.Read(ref _count);

    /// <summary>Statements of what runs from here on count here.</summary>
    public void CountHere()
    {
        GC.KeepAlive(s_listener);
        s_current.Value = this;
    }

    private static MeterListener Listen()
    {
        var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, listening) =>
            {
                if (instrument.Meter.Name == "VoldCms.Data")
                {
                    listening.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>(
            static (_, _, _, _) =>
            {
                if (s_current.Value is { } counter)
                {
                    Interlocked.Increment(ref counter._count);
                }
            }
        );
        listener.Start();
        return listener;
    }
}

public sealed class ApiOnSqlite() : ApiSite(DatabaseProvider.Sqlite);

public sealed class ApiOnPostgreSql() : ApiSite(DatabaseProvider.PostgreSql);

/// <summary>A tenant of the site, and short words for asking it.</summary>
public sealed class ApiTenant(ApiSite site, TestTenant content)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public TestTenant Content => content;

    public string Address => $"/{content.Tenant.RequestUrlPrefix}/api/graphql";

    public async Task<HttpResponseMessage> PostAsync(HttpContent body, string? roles = null, string? accept = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = body };
        return await SendAsync(request, roles, accept);
    }

    public async Task<HttpResponseMessage> GetAsync(
        string query,
        string? roles = null,
        string? ifNoneMatch = null,
        string? acceptEncoding = null
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Address}?query={Uri.EscapeDataString(query)}");
        foreach (var (name, value) in new[] { ("If-None-Match", ifNoneMatch), ("Accept-Encoding", acceptEncoding) })
        {
            if (value is not null)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return await SendAsync(request, roles, null);
    }

    /// <summary>The whole answer.</summary>
    public async Task<JsonElement> AskAsync(string query, object? variables = null, string? roles = null)
    {
        using var response = await PostAsync(JsonContent.Create(new { query, variables }, options: JsonSerializerOptions.Default), roles);
        return JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsByteArrayAsync(Stop));
    }

    /// <summary>The data, as it was written; the answer must have no errors.</summary>
    public async Task<string> DataAsync(string query, object? variables = null, string? roles = null)
    {
        var answer = await AskAsync(query, variables, roles);
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.GetProperty("data").GetRawText();
    }

    /// <summary>The ids of a list's items, in order.</summary>
    public async Task<string> IdsAsync(string arguments, string field = "helpPage", string? roles = null)
    {
        var answer = await AskAsync($"{{ {field}{(arguments.Length == 0 ? "" : $"({arguments})")} {{ contentItemId }} }}", roles: roles);
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return string.Join(
            ' ',
            answer.GetProperty("data").GetProperty(field).EnumerateArray().Select(item => item.GetProperty("contentItemId").GetString())
        );
    }

    /// <summary>The messages of the errors, joined.</summary>
    public async Task<string> ErrorAsync(string query, object? variables = null, string? roles = null)
    {
        var answer = await AskAsync(query, variables, roles);
        return string.Join('\n', answer.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("message").GetString()));
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string? roles, string? accept)
    {
        if (roles is not null)
        {
            request.Headers.Add(ApiSite.WhoHeader, roles);
        }

        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        return await site.Http.SendAsync(request, Stop);
    }
}
