using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Definitions;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Storage;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Data.Databases;
using VoldCms.Hosting.Tenancy;
using VoldCms.Web.Starting;

namespace VoldCms.ContentApi.Bench;

/// <summary>The whole program on a port of its own, on SQLite.</summary>
internal sealed class BenchSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private BenchSite(WebApplication app, Uri address)
    {
        _app = app;
        Address = address;
    }

    public Uri Address { get; }

    /// <param name="dataDirectory">Two sites may share one.</param>
    /// <param name="settings">Beside the usual ones, as on the command line.</param>
    public static async Task<BenchSite> StartAsync(string dataDirectory, params string[] settings)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}/");
        var app = SiteApplication.Build(
            [
                $"--urls={address}",
                $"--VoldCms:DataDirectory={dataDirectory}",
                "--ContentApi:RequestsPerMinute=0",
                "--VoldCms:PageCache:MadePerMinute=0",
                "--Logging:LogLevel:Default=Error",
                "--Logging:LogLevel:VoldCms=Error",
                .. settings,
            ],
            new HostLogGate()
        );
        await app.Services.GetRequiredService<DatabaseMigrator>().RunAsync(CancellationToken.None);
        await app.StartAsync();
        return new(app, address);
    }

    /// <summary>A running tenant that a visitor may ask, with the bench's content types.</summary>
    public async Task<Tenant> CreateTenantAsync(string name)
    {
        var store = _app.Services.GetRequiredService<ITenantStore>();
        var tenant = (
            await store.CreateAsync(
                new()
                {
                    Id = default,
                    Name = name,
                    RequestUrlPrefix = name,
                },
                CancellationToken.None
            )
        ).Value;
        await WriteAsync(
            tenant,
            async work =>
            {
                await work.Documents.SetAsync(ContentDefinitionDocument.Name, SampleContent.Definitions, CancellationToken.None);
                await work.Documents.SetAsync(
                    ContentManagement.Settings.SiteSettings.DocumentName,
                    SampleContent.Settings,
                    CancellationToken.None
                );
                var roles = Roles.Default.With(new(Roles.Anonymous, "", ["ViewContent", "ExecuteGraphQL", "AccessContentApi"]));
                await work.Documents.SetAsync(Roles.DocumentName, roles.ToJson().ToJsonString(), CancellationToken.None);
            }
        );
        await store.SetStateAsync(tenant.Id, TenantState.Running, CancellationToken.None);
        Forget();
        return tenant;
    }

    /// <summary>Has the site look again which tenants there are.</summary>
    public void Forget() => _app.Services.GetRequiredService<TenantDirectory>().Forget();

    /// <summary>Publishes in one unit of work.</summary>
    public Task PublishAsync(Tenant tenant, IEnumerable<ContentItem> items) =>
        WriteAsync(
            tenant,
            async work =>
            {
                foreach (var item in items)
                {
                    var version = new StoredVersion { Item = item, WrittenBy = PrincipalKind.System };
                    var before = await work.Content.LoadAsync(item.ContentItemId, CancellationToken.None);
                    await work.Content.SaveAsync(before, before with { Latest = version, Published = version }, CancellationToken.None);
                }
            }
        );

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task WriteAsync(Tenant tenant, Func<IUnitOfWork, Task> write)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(tenant);
        scope.ServiceProvider.GetRequiredService<CurrentPrincipal>().Value = Principal.System;
        await using var work = await scope.ServiceProvider.GetRequiredService<IUnitOfWorkFactory>().BeginAsync(CancellationToken.None);
        await write(work);
        await work.CommitAsync(CancellationToken.None);
    }
}
