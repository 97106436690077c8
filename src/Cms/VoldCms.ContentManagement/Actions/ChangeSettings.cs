using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Storage;

namespace VoldCms.ContentManagement.Actions;

/// <summary>Changes a tenant's settings: each key given replaces what was under it, null keys are passed over.</summary>
public sealed class ChangeSettings(CurrentPrincipal principal, TimeProvider clock)
{
    /// <summary>Writes into <paramref name="work"/>; the caller commits.</summary>
    /// <returns>Whether anything changed; or <see cref="Forbidden"/>.</returns>
    public async ValueTask<Result<bool>> RunAsync(IUnitOfWork work, JsonObject changes, CancellationToken cancellationToken)
    {
        var configuration = await work.GetConfigurationAsync(cancellationToken);
        if (ConfigurationChange.FindProblem(configuration, principal.Value, SitePermissions.ManageSettings) is { } forbidden)
        {
            return forbidden;
        }

        var settings = configuration.Settings.ToJson();
        var changed = changes
            .Where(change => change.Value is not null && !JsonNode.DeepEquals(settings[change.Key], change.Value))
            .ToList();
        if (changed.Count == 0)
        {
            return false;
        }

        foreach (var (name, value) in changed)
        {
            settings[name] = value!.DeepClone();
        }

        await work.Documents.SetAsync(SiteSettings.DocumentName, settings.ToJsonString(), cancellationToken);
        ConfigurationChange.Record(
            work,
            principal.Value,
            clock,
            nameof(ChangeSettings),
            string.Join(", ", changed.Select(change => change.Key))
        );
        return true;
    }
}
