using System.Text.Json.Nodes;
using VoldCms.ContentApi.Requests;
using VoldCms.ContentApi.Schema;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Kinds;
using VoldCms.GraphQL.Execution;

namespace VoldCms.ContentApi.Links;

/// <summary>A field that gives the id of another item: null when a visitor may not see that.</summary>
internal static class ShownLink
{
    /// <param name="find">Where the id is stored; null when it is not there.</param>
    public static FieldResolver Of<TParent>(Func<TParent, JsonNode?> find) =>
        async (batch, cancellationToken) =>
        {
            var ids = batch.Parents.ToArray().Select(parent => LenientJson.Text(find((TParent)parent!))).ToArray();
            var shown = await ApiRequest
                .Of(batch)
                .Links.FindShownAsync(LinkKind.Item, [.. ids.OfType<string>().Select(id => new ContentItemId(id))], cancellationToken);
            for (var row = 0; row < batch.Count; row++)
            {
                batch.Set(row, ids[row] is { } id && shown.Contains(new(id)) ? id : null);
            }
        };
}
