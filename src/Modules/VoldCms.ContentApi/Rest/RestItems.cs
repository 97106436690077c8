using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Tenancy;

namespace VoldCms.ContentApi.Rest;

/// <summary>
/// Items as this half of the API gives them: without what the reader may not know, and with every part and field of their type. Scoped.
/// </summary>
internal sealed class RestItems(VisiblePicks links, ContentReader reader, TenantConfigurations configurations, TenantContext tenant)
{
    /// <param name="items">As the reader gave them.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async ValueTask<IReadOnlyList<JsonObject>> WriteAsync(IReadOnlyList<ContentItem> items, CancellationToken cancellationToken)
    {
        var model = (await configurations.GetRecentAsync(tenant.Id, cancellationToken)).Configuration.Model;
        var maximum = await reader.GetMaximumVisibilityAsync(cancellationToken);
        return
        [
            .. (await links.StripHiddenAsync(items, cancellationToken)).Select(item =>
            {
                var json = ContentItemJson.Write(item);
                if (model.FindType(item.ContentType) is { } type)
                {
                    StoredDefaults.AddTo(json, type, maximum);
                }

                return json;
            }),
        ];
    }
}
