using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Items;

namespace VoldCms.UnitTests.Plans;

/// <summary>Items of plans for tests: their fields as texts, numbers and days.</summary>
internal static class PlanItems
{
    public static ContentItem Of(string type, string? path = null, params (string Field, object Value)[] fields)
    {
        var part = new JsonObject();
        foreach (var (field, value) in fields)
        {
            part[field] = value switch
            {
                int number => new JsonObject { ["Value"] = number },
                DateOnly day => new JsonObject { ["Value"] = $"{day:yyyy-MM-dd}T00:00:00Z" },
                string[] ids => new JsonObject { ["ContentItemIds"] = new JsonArray([.. ids.Select(id => (JsonNode)id)]) },
                _ => new JsonObject { ["Text"] = (string)value },
            };
        }

        var item = new JsonObject
        {
            ["ContentItemId"] = "4x",
            ["ContentType"] = type,
            [type] = part,
        };
        if (path is not null)
        {
            item["AutoroutePart"] = new JsonObject { ["Path"] = path };
        }

        return ContentItemJson.Read(item).Value;
    }
}
