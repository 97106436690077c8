using System.Collections.Immutable;
using VoldCms.ContentManagement.Localization;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Pages;

namespace VoldCms.HelpPages.Reference;

/// <summary>All words on one page, by letter.</summary>
internal sealed class WordsPage(Site site, ReferenceReader reference) : SitePage(site)
{
    public override Wording Title => T["Words A–Å"];

    public override ImmutableArray<Crumb> Breadcrumbs => [new(T["Words A–Å"], null)];

    public ImmutableArray<WordGroup> Groups { get; private set; } = [];

    /// <summary>The language of words that are not in the page's; null when all are.</summary>
    public Culture? LanguageOfWords =>
        Groups.SelectMany(group => group.Words).Select(word => word.Language).FirstOrDefault(language => language is not null);

    public async Task OnGetAsync(CancellationToken cancellationToken) => Groups = await reference.ListWordsAsync(cancellationToken);
}
