using System.Text.Json;

namespace VoldCms.IntegrationTests.ContentApi.Access;

/// <summary>A named query, as a root field and by its name: the measures of the table, all of which are overdue.</summary>
internal static class QueryDoors
{
    public static async Task CheckAsync(Visit visit)
    {
        var expected = visit.Reader.SeesOtherTypes
            ? visit.Seen(Cell.All.Append(Cell.Holder)).Select(version => version.Ingress(visit.Number)).ToList()
            : [];

        var root = await visit.AskAsync("{ overdueMeasures(first: 1000) { displayText } }");
        var named = await visit.GetAsync("/api/queries/OverdueMeasures?first=1000");

        visit.Expect("named query", expected, Texts(root.GetProperty("data").GetProperty("overdueMeasures"), "displayText"));
        visit.Expect("REST named query", expected, Texts(named.Json.GetProperty("items"), "DisplayText"));
    }

    private static IEnumerable<string> Texts(JsonElement items, string name) =>
        items.EnumerateArray().Select(item => item.GetProperty(name).GetString()!);
}
