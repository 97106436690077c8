using System.Text.Json;

namespace VoldCms.IntegrationTests.ContentApi.Access;

/// <summary>Counts by a field: every item of the table has a value of its own, so the values say which ones were counted.</summary>
internal static class CountDoors
{
    public static async Task CheckAsync(Visit visit)
    {
        var all = Cell.All.Append(Cell.Holder).ToList();
        foreach (var state in Visit.States.Where(state => state != "ALL"))
        {
            var answer = await visit.AskAsync(
                $"{{ helpPageCounts(by: ingress, first: 1000, status: {state}) {{ count keys {{ value }} }} }}"
            );
            if (visit.Reader.MayAsk(state))
            {
                visit.Expect(
                    $"{state} counts",
                    [.. visit.Seen(all, state).Select(version => $"1 {version.Ingress(visit.Number)}")],
                    Groups(answer)
                );
            }
            else
            {
                visit.ExpectRefusal($"{state} counts", "needs the permission PreviewContent or EditContent", answer);
            }
        }

        var byNote = await visit.AskAsync("{ helpPageCounts(by: note, first: 1000) { count keys { value } } }");
        if (visit.Reader.Level == 0)
        {
            visit.ExpectRefusal("counts by a hidden field", "is not a path that can be filtered or ordered by", byNote);
        }
        else
        {
            visit.Expect(
                "counts by a hidden field",
                [.. visit.Seen(all).Select(version => $"1 {version.Note(visit.Number)}")],
                Groups(byNote)
            );
        }

        // What is counted by a link says what the link names, to those who may see it.
        var byLink = await visit.AskAsync(
            """{ helpPageCounts(by: related, where: { contentItemId: "holder" }, first: 1000) { keys { contentItem { ...F } } } }"""
        );
        visit.Expect(
            "counts by a link",
            visit.Seen([Cell.Holder]).Any() ? visit.Expected(Cell.All) : [],
            Keys(byLink)
                .Select(key => key.GetProperty("contentItem"))
                .Where(item => item.ValueKind != JsonValueKind.Null)
                .Select(Visit.TextOf)
        );
    }

    private static IEnumerable<string> Groups(JsonElement answer) =>
        answer
            .GetProperty("data")
            .GetProperty("helpPageCounts")
            .EnumerateArray()
            .Select(group => $"{group.GetProperty("count").GetInt32()} {group.GetProperty("keys")[0].GetProperty("value").GetString()}");

    private static IEnumerable<JsonElement> Keys(JsonElement answer) =>
        answer
            .GetProperty("data")
            .GetProperty("helpPageCounts")
            .EnumerateArray()
            .SelectMany(group => group.GetProperty("keys").EnumerateArray());
}
