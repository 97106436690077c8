using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Tenancy;

namespace VoldCms.ContentManagement.Actions;

/// <summary>
/// Does the dear part of a write before its transaction begins, so that no other writer waits for it: HTML is cleaned, and remembered by
/// the sanitizer, which the action then asks again. Refuses nothing; that is the action's. Scoped.
/// </summary>
public sealed class GivenValues(TenantContext tenant, TenantConfigurations configurations)
{
    /// <summary>Looks at what is to be laid over an item.</summary>
    /// <param name="contentType">The item's type; one that is not defined is passed over.</param>
    /// <param name="changes">The parts as given; not changed.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask PrepareAsync(string contentType, JsonObject? changes, CancellationToken cancellationToken)
    {
        var model = (await configurations.GetAsync(tenant.Id, cancellationToken)).Model;
        if (changes is not null && model.FindType(contentType) is { } type)
        {
            ItemNormalizer.Normalize((JsonObject)changes.DeepClone(), type, model);
        }
    }
}
