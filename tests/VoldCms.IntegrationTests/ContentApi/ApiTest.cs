using VoldCms.Data.Databases;

namespace VoldCms.IntegrationTests.ContentApi;

/// <summary>Tests of the API. A class has its tests once, and a subclass for each database.</summary>
public abstract class ApiTest
{
    protected ApiTest(ApiSite site)
    {
        Assert.SkipUnless(site.Provider != DatabaseProvider.PostgreSql || PostgreSqlServer.IsInstalled, "PostgreSQL is not installed on this machine.");
        Site = site;
    }

    protected ApiSite Site { get; }

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;
}
