using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Localization;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Items;
using VoldCms.Presentation.Pages;
using VoldCms.Services.Channels;

namespace VoldCms.Services.Finding;

/// <summary>One service: how to reach it, where it is, whom it is for, and how far all that may be trusted.</summary>
internal sealed class ServicePage(Site site, RequestedItem requested, ServiceReader services) : SitePage(site)
{
    /// <summary>
    /// A service's name in a browser's history would tell what the visitor looked for. A municipality that wants its own
    /// services to be found by name says so in its settings; the national ones stay neutral.
    /// </summary>
    public override Wording Title =>
        Site.Settings.Flag("PublicSite", "ServiceNamesInTitles") && !Item.Flag(ServiceContentTypes.Service, "National")
            ? Name
            : T["About the service"];

    public override ImmutableArray<Crumb> Breadcrumbs => [new(T["Services"], Site.Href(ServicePaths.Services)), new(Name, null, Language)];

    public ContentItem Item => requested.Item;

    protected override ImmutableArray<Culture> WrittenIn => requested.WrittenIn;

    public string Name => Item.DisplayText ?? "";

    /// <summary>The language of the service's own words where it is not the page's; else null.</summary>
    public string? Language => services.LanguageOf(Item);

    /// <summary>How far what is said of it may be trusted; null for the emergency numbers, which are beyond doubt.</summary>
    public Verification? Verification { get; private set; }

    public ServiceDetail Detail { get; private set; } = new();

    /// <inheritdoc cref="SourceWords.LabelOn"/>
    public Wording? SourceLabel => SourceWords.LabelOn(T);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Detail = await services.ReadAsync(Item, cancellationToken);
        Verification = Detail.IsEmergency ? null : Verification.Of(Item, T);
    }

    /// <summary>What is said of a number or a place, where that is not what is said of the whole service; else null.</summary>
    public Verification? FindItsOwn(Verification? verification) => verification == Verification ? null : verification;
}
