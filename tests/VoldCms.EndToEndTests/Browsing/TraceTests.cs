using VoldCms.EndToEndTests.Site;

namespace VoldCms.EndToEndTests.Browsing;

public sealed class TraceTests(SeededSite site, Browser browser)
{
    private const int MostRequests = 5;

    private const string Kept = """
        async () => {
          const kept = [];
          if (document.cookie) kept.push(`cookie ${document.cookie}`);
          if (localStorage.length) kept.push('localStorage');
          if (sessionStorage.length) kept.push('sessionStorage');
          for (const database of await indexedDB.databases()) kept.push(`IndexedDB ${database.name}`);
          for (const worker of await navigator.serviceWorker.getRegistrations()) kept.push(`service worker ${worker.scope}`);
          for (const cache of await caches.keys()) kept.push(`cache ${cache}`);
          return kept;
        }
        """;

    [Fact]
    public async Task No_page_keeps_anything_or_asks_anybody_else()
    {
        var faults = new List<string>();
        foreach (var path in (await PageKinds.ListAsync(site)).Concat(await PageKinds.ListArabicAsync(site)))
        {
            // A first visit each time: nothing is in the browser's cache.
            await using var visit = await browser.VisitAsync(site.Address);
            await visit.OpenAsync(path);
            await visit.Page.EvaluateAsync("() => scrollTo(0, document.body.scrollHeight)");

            faults.AddRange((await visit.Page.EvaluateAsync<string[]>(Kept)).Select(kept => $"{path}: {kept}"));
            faults.AddRange((await visit.Context.CookiesAsync()).Select(cookie => $"{path}: cookie {cookie.Name}"));
            faults.AddRange(
                visit
                    .Requests.Where(url => !url.StartsWith(site.Address.ToString(), StringComparison.Ordinal))
                    .Select(url => $"{path}: asked {url}")
            );
            faults.AddRange(visit.Complaints.Select(complaint => $"{path}: {complaint}"));
            if (visit.Requests.Count > MostRequests)
            {
                faults.Add($"{path}: {visit.Requests.Count} requests");
            }
        }

        Faults.AssertNone(faults);
    }
}
