using System.Collections.Immutable;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Pages;

namespace VoldCms.HelpPages.Help;

/// <summary>The ways in from the front page: by who the reader is, and then by what it is about. Scoped.</summary>
internal sealed class HelpFront(HelpReader help) : IFrontRegion
{
    public int Order => 20;

    public async ValueTask<FrontRegion?> ReadAsync(Site site, CancellationToken cancellationToken)
    {
        ImmutableArray<ItemLink> pages = [.. (await help.ListAsync(cancellationToken)).Select(branch => branch.Page)];
        if (pages.IsEmpty)
        {
            return null;
        }

        var entries = Entries(site.Texts)
            .Select(entry => (entry.Name, entry.Text, Href: site.Href(entry.Path)))
            .Where(entry => pages.Any(page => page.Href == entry.Href))
            .Select(entry => new LinkCard(entry.Name, entry.Href, entry.Text))
            .ToImmutableArray();
        return new(
            "~/Areas/HelpPages/Pages/_Front.cshtml",
            new FrontView(
                site.Texts,
                entries,
                [.. pages.Where(page => entries.All(entry => entry.Href != page.Href))],
                site.Href(HelpPaths.Help)
            )
        );
    }

    private static (Wording Name, Wording Text, string Path)[] Entries(Texts texts) =>
        [
            (texts["For me"], texts["Someone hurts, threatens or controls me"], "hjelp/hvor"),
            (texts["I am a child or a young person"], texts["Someone does something to me that is not okay"], "hjelp/ung"),
            (texts["For a child"], texts["I am worried about a child"], "hjelp/for-barn"),
            (texts["For someone else"], texts["I am worried about an adult"], "hjelp/for-andre"),
            (texts["I hurt others"], texts["I want to stop"], "hjelp/endre-seg"),
            (texts["I work with people"], texts["I see or suspect something at work"], "hjelp/ansatte"),
        ];
}

/// <summary>What the front page shows of help.</summary>
/// <param name="T">The texts of the page.</param>
/// <param name="Who">By who the reader is.</param>
/// <param name="What">The other help pages, without those below them.</param>
/// <param name="AllHref">All of them.</param>
internal sealed record FrontView(Texts T, ImmutableArray<LinkCard> Who, ImmutableArray<ItemLink> What, string AllHref);
