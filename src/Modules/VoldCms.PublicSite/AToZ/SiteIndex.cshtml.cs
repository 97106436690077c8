using System.Collections.Immutable;
using System.Globalization;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Pages;

namespace VoldCms.PublicSite.AToZ;

/// <summary>Everything by name, so that nobody meets a dead end.</summary>
internal sealed class SiteIndexPage(Site site, IEnumerable<IIndexEntries> sources) : SitePage(site)
{
    public const string PagePath = "a-aa";

    private const string NoLetter = "0–9";

    // Norwegian order whatever the language of the page: most names are Norwegian, and æ, ø and å come last.
    private static readonly CompareInfo s_order = CultureInfo.GetCultureInfo("nb-NO").CompareInfo;

    public override Wording Title => T["Everything A–Å"];

    public override ImmutableArray<Crumb> Breadcrumbs => [new(Title, null)];

    public ImmutableArray<IndexGroup> Groups { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var entries = new List<SiteIndexEntry>();
        foreach (var source in sources)
        {
            entries.AddRange(await source.ListAsync(Site, cancellationToken));
        }

        Groups =
        [
            .. entries
                .Where(entry => entry.Title.Value.Length > 0)
                .OrderBy(
                    entry => entry.Title.Value,
                    Comparer<string>.Create((one, other) => s_order.Compare(one, other, CompareOptions.IgnoreCase))
                )
                .GroupBy(entry => LetterOf(entry.Title.Value))
                .OrderBy(group => group.Key != NoLetter)
                .Select((group, index) => new IndexGroup(group.Key, $"bokstav-{index + 1}", [.. group])),
        ];
    }

    private static string LetterOf(string title) => char.IsLetter(title[0]) ? char.ToUpperInvariant(title[0]).ToString() : NoLetter;
}

/// <summary>The entries that begin with one letter.</summary>
internal sealed record IndexGroup(string Letter, string Anchor, ImmutableArray<SiteIndexEntry> Entries);
