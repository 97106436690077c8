using VoldCms.Data.Databases;

namespace VoldCms.IntegrationTests;

/// <summary>
/// Tests on a database. A class has its tests once, and a subclass for each kind; where a kind is not installed its tests are skipped.
/// </summary>
public abstract class DatabaseTest
{
    protected DatabaseTest(DatabaseProvider provider) =>
        Assert.SkipUnless(
            provider != DatabaseProvider.PostgreSql || PostgreSqlServer.IsInstalled,
            "PostgreSQL is not installed on this machine."
        );

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;
}
