using System.Collections.Immutable;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Pages;

namespace VoldCms.Web.Areas.Site.Pages;

/// <summary>A tenant's front page: what its modules bring.</summary>
internal sealed class FrontPage(Hosting.Tenancy.Site site, IEnumerable<ISiteSection> sections) : SitePage(site)
{
    public override string Title => SiteName;

    public ImmutableArray<FrontSection> Sections { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var filled = ImmutableArray.CreateBuilder<FrontSection>();
        foreach (var section in sections.OrderBy(section => section.Order))
        {
            var cards = await section.ListCardsAsync(Site, cancellationToken);
            if (cards.Count > 0)
            {
                filled.Add(new(T[section.FrontHeading], [.. cards]));
            }
        }

        Sections = filled.ToImmutable();
    }
}

/// <summary>A section of the front page, finished.</summary>
internal sealed record FrontSection(string Name, ImmutableArray<LinkCard> Cards);
