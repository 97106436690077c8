using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using VoldCms.Data.Databases;
using VoldCms.Hosting.Tenancy;
using VoldCms.IntegrationTests.Web;

namespace VoldCms.IntegrationTests.PublicSite.TrialSites;

/// <summary>A new municipality, as the README tells it: made by a command, filled with a plan, on trial until it is approved.</summary>
public sealed class TrialTests
{
    private const string PlanPage = "/provekommune/nb/planer/plan";

    // A page, one from the cache, an error, and an answer for programs.
    private static readonly string[] s_anything = [PlanPage, PlanPage, "/provekommune/nb/finnes-ikke", "/provekommune/api/finnes-ikke"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_municipality_has_its_plan_and_is_on_trial_until_it_is_approved()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await RunAsync(database, "tenant", "create", "Provekommune", "--recipe", "ny-kommune", "--site-name", "Prøve kommune");
        await RunAsync(
            database,
            "recipe",
            "run",
            Path.Combine(Repository.Root, "recipes", "ny-plan.recipe.json"),
            "--tenant",
            "Provekommune"
        );
        await using var site = new SiteOn(database);
        using var client = site.CreateClient();

        var onTrial = await GetAsync(client, PlanPage);
        var front = await GetAsync(client, "/nb");
        foreach (var path in s_anything)
        {
            Assert.Equal(["noindex, nofollow"], await RobotsOfAsync(client, path));
        }

        Assert.Empty(await RobotsOfAsync(client, "/nb"));
        await RunAsync(database, "tenant", "approve", "Provekommune");
        await RunAsync(
            database,
            "recipe",
            "run",
            Path.Combine(Repository.Root, "recipes", "ny-kommune.recipe.json"),
            "--tenant",
            "Provekommune"
        );
        var approved = await GetAsync(client, PlanPage);
        var approvedFront = await GetAsync(client, "/nb");
        foreach (var path in s_anything)
        {
            Assert.Empty(await RobotsOfAsync(client, path));
        }

        Assert.Equal("Handlingsplan 2027–2030 – Prøve kommune", onTrial.Title);
        Assert.Equal(3, onTrial.QuerySelectorAll("main .measures tbody > tr[id]").Length);
        Assert.Equal(
            "Dette er en prøveversjon. Kommunen har ikke godkjent innholdet ennå.",
            onTrial.QuerySelector(".trial")!.TextContent.Trim()
        );
        Assert.Equal("noindex, nofollow", onTrial.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.NotNull((await GetAsync(client, "/provekommune/nb")).QuerySelector("h1"));
        Assert.Equal("Prøveversjon: ikke godkjent av kommunen ennå", front.QuerySelector(".card__text")!.TextContent);
        Assert.Null(approvedFront.QuerySelector(".card__text"));
        Assert.Null(approved.QuerySelector(".trial"));
        Assert.Null(approved.QuerySelector("meta[name=robots]"));
    }

    private static async Task<IEnumerable<string>> RobotsOfAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(path, Stop);
        return response.Headers.TryGetValues("X-Robots-Tag", out var values) ? values : [];
    }

    private static async Task<IDocument> GetAsync(HttpClient client, string path) =>
        await new HtmlParser().ParseDocumentAsync(await client.GetStringAsync(path, Stop), Stop);

    private static async Task RunAsync(TestDatabase database, params string[] arguments)
    {
        var (code, output, errors) = await HostProgram.RunAsync(database, "", [], arguments, Stop);

        Assert.True(code == 0, output + errors);
    }

    private sealed class SiteOn(TestDatabase database) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            foreach (var (key, value) in database.Settings)
            {
                builder.UseSetting(key, value);
            }

            // The municipality that the command has made, and no other.
            builder.ConfigureServices(services =>
                services.Replace(ServiceDescriptor.Singleton(TenantDeclarations.Read(new ConfigurationBuilder().Build())))
            );
        }
    }
}
