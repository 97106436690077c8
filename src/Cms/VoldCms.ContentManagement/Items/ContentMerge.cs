using System.Text.Json.Nodes;

namespace VoldCms.ContentManagement.Items;

/// <summary>Orchard Core's merge of content: objects merge, lists and values are replaced, null takes away.</summary>
public static class ContentMerge
{
    /// <summary>A new tree: <paramref name="changes"/> laid over <paramref name="content"/>.</summary>
    public static JsonObject Merge(JsonObject content, JsonObject changes)
    {
        var merged = (JsonObject)content.DeepClone();
        Into(merged, changes);
        return merged;
    }

    private static void Into(JsonObject target, JsonObject changes)
    {
        foreach (var (name, value) in changes)
        {
            if (value is null)
            {
                target.Remove(name);
            }
            else if (value is JsonObject change && target[name] is JsonObject before)
            {
                Into(before, change);
            }
            else
            {
                target[name] = value.DeepClone();
            }
        }
    }
}
