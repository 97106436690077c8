using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace VoldCms.ContentApi.Bench.Interleaving;

/// <summary>
/// 64 connections that read two tenants in two languages while both are published to without a pause. Every text says its tenant, its
/// language and which publishing it is of; an answer that is older than what had been published when it was asked for, or of another tenant
/// or language, is a fault.
/// </summary>
internal static class InterleavingBench
{
    private const int Connections = 64;

    public static async Task<int> RunAsync(TimeSpan time)
    {
        var directory = Directory.CreateTempSubdirectory("voldcms-bench-").FullName;
        try
        {
            await using var site = await BenchSite.StartAsync(directory);
            PublishedTenant[] tenants = [await PublishedTenant.CreateAsync(site, 0), await PublishedTenant.CreateAsync(site, 1)];
            using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Connections })
            {
                BaseAddress = site.Address,
            };
            using var over = new CancellationTokenSource(time);
            var faults = new ConcurrentQueue<string>();
            var clock = Stopwatch.StartNew();

            var writers = tenants.Select(tenant => WriteAsync(tenant, over.Token)).ToList();
            var answers = await Task.WhenAll(
                Enumerable
                    .Range(0, Connections)
                    .Select(reader => ReadAsync(http, tenants[reader % tenants.Length], reader, faults, over.Token))
            );
            await Task.WhenAll(writers);

            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{answers.Sum():N0} answers on {Connections} connections beside {tenants.Sum(tenant => tenant.Done):N0} "
                        + $"publishings in {clock.Elapsed.TotalSeconds:N0} s: {faults.Count} faults"
                )
            );
            foreach (var fault in faults.Take(20))
            {
                Console.WriteLine(fault);
            }

            return faults.IsEmpty && answers.All(count => count > 0) && tenants.All(tenant => tenant.Done > 1) ? 0 : 1;
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static async Task WriteAsync(PublishedTenant tenant, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            // SQLite answers at once, so that otherwise nothing here would ever give the thread back.
            await Task.Yield();
            await tenant.PublishAsync();
        }
    }

    private static async Task<int> ReadAsync(
        HttpClient http,
        PublishedTenant tenant,
        int reader,
        ConcurrentQueue<string> faults,
        CancellationToken over
    )
    {
        var answers = 0;
        for (; !over.IsCancellationRequested; answers++)
        {
            var culture = (reader + answers) % 2 == 0 ? "nb" : "nn";
            var atLeast = tenant.Done;
            using var response = await http.GetAsync(tenant.AddressOf(culture, (reader / 2) + answers), CancellationToken.None);
            var text = await response.Content.ReadAsStringAsync(CancellationToken.None);
            if (!response.IsSuccessStatusCode || !tenant.IsRight(IngressIn(text), culture, atLeast))
            {
                faults.Enqueue($"{response.StatusCode} in {culture}, at least {atLeast}: {text}");
            }
        }

        return answers;
    }

    private static string IngressIn(string text)
    {
        var json = JsonSerializer.Deserialize<JsonElement>(text);
        if (!json.TryGetProperty("data", out var data))
        {
            return json.TryGetProperty("HelpPage", out var stored)
                ? stored.GetProperty("Ingress").GetProperty("Text").GetString() ?? ""
                : "";
        }

        var page = data.TryGetProperty("helpPage", out var list)
            ? list.EnumerateArray().FirstOrDefault()
            : data.GetProperty("contentItemByPath");
        return page.ValueKind == JsonValueKind.Object ? page.GetProperty("ingress").GetString() ?? "" : "";
    }
}
