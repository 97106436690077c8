using System.Globalization;
using VoldCms.ContentManagement.Tenancy;

namespace VoldCms.ContentApi.Bench.Interleaving;

/// <summary>A tenant with one page in two languages, and how often it has been published. Thread-safe for one writer.</summary>
internal sealed class PublishedTenant(BenchSite site, Tenant tenant, int number)
{
    private static readonly string[] s_cultures = ["nb", "nn"];

    private int _begun;
    private int _done;

    public int Done => Volatile.Read(ref _done);

    public static async Task<PublishedTenant> CreateAsync(BenchSite site, int number)
    {
        var created = new PublishedTenant(site, await site.CreateTenantAsync($"bench{number}"), number);
        await created.PublishAsync();
        return created;
    }

    public async Task PublishAsync()
    {
        var version = Interlocked.Increment(ref _begun);
        await site.PublishAsync(tenant, s_cultures.Select(culture => SampleContent.Page(0, culture, Words(culture, version))));
        Volatile.Write(ref _done, version);
    }

    /// <summary>One of the ways to the page in that language.</summary>
    public string AddressOf(string culture, int way) =>
        (way % 3) switch
        {
            0 => Ask($$"""{ helpPage(culture: "{{culture}}") { ingress } }"""),
            1 => Ask($$"""{ contentItemByPath(path: "{{culture}}/hjelp/side-0") { ... on HelpPage { ingress } } }"""),
            _ => $"{tenant.RequestUrlPrefix}/api/content/{SampleContent.PageId(0, culture)}",
        };

    /// <summary>Whether those are words of this tenant in that language, not older than asked and not newer than begun.</summary>
    public bool IsRight(string words, string culture, int atLeast)
    {
        var expected = Words(culture, 0)[..^1];
        return words.StartsWith(expected, StringComparison.Ordinal)
            && int.TryParse(words[expected.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            && version >= atLeast
            && version <= Volatile.Read(ref _begun);
    }

    private string Ask(string query) => $"{tenant.RequestUrlPrefix}/api/graphql?query={Uri.EscapeDataString(query)}";

    private string Words(string culture, int version) =>
        string.Create(CultureInfo.InvariantCulture, $"tenant {number} {culture} {version}");
}
