using Microsoft.Playwright;
using VoldCms.EndToEndTests.Site;

namespace VoldCms.EndToEndTests.Browsing;

/// <summary>The developers' page of the content API, the one that allows itself more than others.</summary>
public sealed class ExplorerTests(SeededSite site, Browser browser)
{
    private const string Kept =
        "async () => [...Object.keys(localStorage), ...Object.keys(sessionStorage), "
        + "...(await indexedDB.databases()).map((database) => database.name), document.cookie].filter(Boolean)";

    /// <summary>Milliseconds for seven megabytes of editor on a busy machine.</summary>
    private const int Patience = 60_000;

    [Fact]
    public async Task GraphiQL_knows_the_schema_runs_a_query_and_keeps_nothing()
    {
        await using var visit = await browser.VisitAsync(
            site.Address,
            new()
            {
                ViewportSize = new() { Width = 1400, Height = 900 },
            }
        );
        var page = visit.Page;
        var docs = page.Locator(".graphiql-doc-explorer");

        await visit.OpenAsync("/tonsberg/api/graphql/explorer");
        await page.ClickAsync("button[aria-label='Show Documentation Explorer']");
        await docs.GetByText("Query", new() { Exact = true }).ClickAsync(new() { Timeout = Patience });
        await Assertions.Expect(docs).ToContainTextAsync("helpPageConnection", new() { Timeout = Patience });
        // A button that is pressed before the editor stands does nothing.
        await Assertions.Expect(page.Locator(".graphiql-query-editor")).ToContainTextAsync("openServices", new() { Timeout = Patience });
        await page.ClickAsync("button.graphiql-execute-button");
        await Assertions.Expect(page.Locator("section.result-window")).ToContainTextAsync("\"openServices\"", new() { Timeout = Patience });

        Faults.AssertNone([
            .. (await page.EvaluateAsync<string[]>(Kept)).Select(kept => $"kept {kept}"),
            .. visit
                .Requests.Where(url =>
                    !url.StartsWith(site.Address.ToString(), StringComparison.Ordinal) && !url.StartsWith("data:", StringComparison.Ordinal)
                )
                .Select(url => $"asked {url}"),
            .. visit.Complaints,
        ]);
    }
}
