using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Actions;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Storage;
using VoldCms.Hosting.Tenancy;

namespace VoldCms.PublicSite.TrialSites;

/// <summary>
/// A municipality begins on trial where its recipe says so (<c>PublicSite.OnTrial</c>), and is approved by the operator. The
/// approval is a setting of its own, so that running the recipe again does not take it back.
/// </summary>
public static class Trial
{
    private const string ApprovedUtc = "ApprovedUtc";

    /// <summary>
    /// Whether nobody has approved the site's content yet: every page says so, and search engines are asked to stay away.
    /// </summary>
    internal static bool IsOn(Site site) => site.Tenant is not null && IsOn(site.Settings);

    /// <inheritdoc cref="IsOn(Site)"/>
    /// <param name="settings">The tenant's.</param>
    internal static bool IsOn(SiteSettings settings) => PublicSiteSettings.Of(settings) is { BeginsOnTrial: true, IsApproved: false };

    /// <summary>Ends the trial: writes into <paramref name="work"/>, the caller commits.</summary>
    /// <returns>False when it was approved already; or <see cref="Forbidden"/>.</returns>
    public static async ValueTask<Result<bool>> ApproveAsync(
        IUnitOfWork work,
        ChangeSettings change,
        TimeProvider clock,
        CancellationToken cancellationToken
    ) =>
        (await work.GetConfigurationAsync(cancellationToken)).Settings.Find(PublicSiteSettings.Approval) is not null
            ? false
            : await change.RunAsync(
                work,
                new JsonObject { [PublicSiteSettings.Approval] = new JsonObject { [ApprovedUtc] = clock.GetUtcNow().UtcDateTime } },
                cancellationToken
            );
}
