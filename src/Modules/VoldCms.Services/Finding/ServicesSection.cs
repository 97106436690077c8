using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Pages;
using VoldCms.Services.Channels;

namespace VoldCms.Services.Finding;

/// <summary>Services in the main menu; on the front page the lines that are open day and night.</summary>
internal sealed class ServicesSection(ServiceReader services) : ISiteSection
{
    public const string PagePath = "tilbud";

    private const int CardCount = 5;

    public int Order => 40;

    public string Path => PagePath;

    public string Name => "Services";

    public async ValueTask<IReadOnlyList<LinkCard>> ListCardsAsync(Site site, CancellationToken cancellationToken)
    {
        var all = await services.ListAsync(cancellationToken);
        if (all.IsEmpty)
        {
            return [];
        }

        var texts = site.Texts;
        var lines = new ServiceFinder(new([], []), texts).Find(all, new(null, null)).Groups
            .Where(group => group.Readiness == Readiness.DayAndNight)
            .SelectMany(group => group.Services)
            .Take(CardCount)
            .Select(found => new LinkCard(
                found.Service.Name, found.Service.Href, $"{found.Service.Channels[0].Text} · {found.Service.Channels[0].Opening?.Text}", found.Service.Language));
        return [.. lines, new LinkCard(texts["All services"], site.Href(PagePath), texts.Plural(all.Length, "{0} service", "{0} services"))];
    }
}
