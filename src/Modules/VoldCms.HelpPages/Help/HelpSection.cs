using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Pages;

namespace VoldCms.HelpPages.Help;

/// <summary>Help, first in the main menu and on the front page: whoever needs it shall not have to look for it.</summary>
internal sealed class HelpSection(HelpReader help) : ISiteSection
{
    public const string PagePath = "hjelp";

    public int Order => 10;

    public string Path => PagePath;

    public string Name => "Help";

    public string FrontHeading => "Get help";

    /// <summary>The names alone, so that all of them fit on a phone.</summary>
    public async ValueTask<IReadOnlyList<LinkCard>> ListCardsAsync(Site site, CancellationToken cancellationToken) =>
        [.. (await help.ListAsync(cancellationToken)).Select(page => new LinkCard(page.Title, page.Href, Language: page.Language?.Name))];
}
