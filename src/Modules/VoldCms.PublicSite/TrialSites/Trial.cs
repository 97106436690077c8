using System.Text.Json;
using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Actions;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Storage;

namespace VoldCms.PublicSite.TrialSites;

/// <summary>
/// A municipality begins on trial where its recipe says so (<c>PublicSite.OnTrial</c>), and is approved by the operator. The
/// approval is a setting of its own, so that running the recipe again does not take it back.
/// </summary>
public static class Trial
{
    private const string Approval = "SiteApproval";
    private const string ApprovedUtc = "ApprovedUtc";

    /// <param name="settings">The tenant's.</param>
    /// <param name="publicSite">What they say of the public site; null when they say nothing.</param>
    internal static bool IsOn(SiteSettings settings, JsonObject? publicSite) =>
        publicSite?["OnTrial"] is JsonObject field
        && field["Value"]?.GetValueKind() == JsonValueKind.True
        && settings.Find(Approval) is null;

    /// <summary>Ends the trial: writes into <paramref name="work"/>, the caller commits.</summary>
    /// <returns>False when it was approved already; or <see cref="Forbidden"/>.</returns>
    public static async ValueTask<Result<bool>> ApproveAsync(
        IUnitOfWork work,
        ChangeSettings change,
        TimeProvider clock,
        CancellationToken cancellationToken
    ) =>
        (await work.GetConfigurationAsync(cancellationToken)).Settings.Find(Approval) is not null
            ? false
            : await change.RunAsync(
                work,
                new JsonObject { [Approval] = new JsonObject { [ApprovedUtc] = clock.GetUtcNow().UtcDateTime } },
                cancellationToken
            );
}
