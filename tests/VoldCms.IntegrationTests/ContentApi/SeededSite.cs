using Microsoft.AspNetCore.Hosting;
using VoldCms.Data.Databases;
using VoldCms.IntegrationTests.Web;

namespace VoldCms.IntegrationTests.ContentApi;

/// <summary>The program with Tønsberg's recipe, as anybody starts it.</summary>
public sealed class ApiWithTonsberg() : ApiSite(DatabaseProvider.Sqlite, "Tonsberg")
{
    public const string Endpoint = "tonsberg/api/graphql";

    /// <summary>
    /// Three fifths of what a request may cost unless configured: what the documentation, the explorer and clients ask is to stay well
    /// inside.
    /// </summary>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("ContentApi:MaxCost", $"{new VoldCms.ContentApi.ContentApiOptions().MaxCost * 3L / 5}");
    }

    /// <summary>Waits until the tenant is set up; the program answers before it is.</summary>
    public Task ReadyAsync() => Services.WaitForTenantsAsync(["tonsberg"]);
}

/// <summary>Tests that want a municipality's own content share one that has been set up.</summary>
[CollectionDefinition(Name)]
public sealed class SeededSite : ICollectionFixture<ApiWithTonsberg>
{
    public const string Name = "A municipality's own content";
}
