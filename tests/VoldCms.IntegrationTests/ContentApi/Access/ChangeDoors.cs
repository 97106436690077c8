using System.Text.Json;

namespace VoldCms.IntegrationTests.ContentApi.Access;

/// <summary>
/// Changes: all that is public, and since the beginning of time, with tombstones for what the reader could see and can see no more.
/// </summary>
internal static class ChangeDoors
{
    // The cursor of an answer that held nothing, on the first day there is.
    private const string Beginning = "MDo";

    public static async Task CheckAsync(Visit visit)
    {
        var all = Cell.All.Append(Cell.Holder).ToList();
        var answer = await visit.AskAsync(
            $$"""
            { now: changes(contentTypes: ["HelpPage"], first: 1000) { changes { contentItemId kind contentItem { ...F } } }
              since: changes(contentTypes: ["HelpPage"], since: "{{Beginning}}",
                first: 1000) { changes { contentItemId kind contentItem { ...F } } } }
            """
        );

        visit.Expect("changes errors", [], Visit.MessagesOf(answer));
        var published = visit.Expected(all).Select(text => $"PUBLISHED {text}").ToList();
        var removed = Cell
            .All.Where(cell => cell.Life == Life.Withdrawn)
            .SelectMany(cell => cell.Versions)
            .Where(version => visit.Reader.Sees(version with { IsPublished = true }, "PUBLISHED"))
            .Select(version => $"REMOVED {version.Item.Id}");
        visit.Expect("changes", published, Texts(answer, "now"));
        visit.Expect("changes since", [.. published, .. removed], Texts(answer, "since"));
    }

    private static IEnumerable<string> Texts(JsonElement answer, string name) =>
        from change in answer.GetProperty("data").GetProperty(name).GetProperty("changes").EnumerateArray()
        let item = change.GetProperty("contentItem")
        select $"{change.GetProperty("kind").GetString()} "
            + $"{(item.ValueKind == JsonValueKind.Null ? change.GetProperty("contentItemId").GetString() : Visit.TextOf(item))}";
}
