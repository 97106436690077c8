using System.Collections.Immutable;
using VoldCms.ContentManagement.Localization;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Pages;

namespace VoldCms.HelpPages.Reference;

/// <summary>The duties to act.</summary>
internal sealed class DutiesPage(Site site, ReferenceReader reference) : SitePage(site)
{
    public override Wording Title => T["Duties to act"];

    public override ImmutableArray<Crumb> Breadcrumbs => [new(T["Duties to act"], null)];

    public DutyListView View { get; private set; } = new([], []);

    public bool HaveLaws { get; private set; }

    /// <summary>The language of duties that are not in the page's; null when all are.</summary>
    public Culture? LanguageOfDuties => View.Duties.Select(duty => duty.Language).FirstOrDefault(language => language is not null);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        View = await reference.ListDutiesAsync(cancellationToken);
        HaveLaws = await reference.HaveLawsAsync(cancellationToken);
    }
}
