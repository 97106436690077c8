using System.Collections.Immutable;
using VoldCms.ContentManagement.Localization;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Pages;

namespace VoldCms.HelpPages.Reference;

/// <summary>The kinds of violence, in words that a title bar may show.</summary>
internal sealed class KindsPage(Site site, ReferenceReader reference) : SitePage(site)
{
    public override Wording Title => T["Words and explanations"];

    public override ImmutableArray<Crumb> Breadcrumbs => [new(T["Help"], Site.Href(HelpPaths.Help)), new(T["What it can be"], null)];

    public KindListView View { get; private set; } = KindListView.Empty;

    /// <summary>The language of explanations that are not in the page's; null when all are.</summary>
    public Culture? LanguageOfKinds => View.Kinds.Select(kind => kind.Language).FirstOrDefault(language => language is not null);

    public async Task OnGetAsync(CancellationToken cancellationToken) => View = await reference.ReadKindsAsync(cancellationToken);
}
