namespace VoldCms.IntegrationTests.ContentApi;

/// <summary>Tests of the API. A class has its tests once, and a subclass for each database.</summary>
public abstract class ApiTest : DatabaseTest
{
    protected ApiTest(ApiSite site)
        : base(site.Provider) => Site = site;

    protected ApiSite Site { get; }

    /// <summary>
    /// How many SQL statements a request takes once the site knows its tenant, whose version it otherwise asks for now and then.
    /// </summary>
    /// <param name="warmUp">A query that is answered first.</param>
    /// <param name="ask">What is counted.</param>
    protected async Task<int> CountStatementsAsync(Func<Task> warmUp, Func<Task> ask)
    {
        Site.Clock.StandsStill = true;
        try
        {
            await warmUp();
            var before = Site.Statements.Count;
            await ask();
            return Site.Statements.Count - before;
        }
        finally
        {
            Site.Clock.StandsStill = false;
        }
    }
}
