using System.Text.Json;

namespace VoldCms.IntegrationTests.ContentApi.Access;

/// <summary>
/// Filters that look at what an item names: whether the public holder is found by the words of an item that it links to says whether that
/// item is there, so it is found by those alone that the reader may see.
/// </summary>
internal static class LinkDoors
{
    public static async Task CheckAsync(Visit visit)
    {
        foreach (var (state, words) in new[] { ("published", "published"), ("draft", "draft"), ("withdrawn", "withdrawn") })
        {
            var questions = Cell.All.Select(
                (cell, number) =>
                    $$"""q{{number}}: helpPage(where: { contentItemId: "holder", related: { contentItem: { helpPage:"""
                    + $$""" { ingress: "t{{visit.Number}} {{cell.Id}} {{words}}" } } } }) { contentItemId }"""
            );
            var answer = await visit.AskAsync($"{{ {string.Join(' ', questions)} }}");

            visit.Expect($"linked {state} errors", [], Visit.MessagesOf(answer));
            for (var number = 0; number < Cell.All.Length; number++)
            {
                // A link is followed to what is published, whoever asks.
                var isFound = visit.Seen([Cell.Holder]).Any() && visit.Seen([Cell.All[number]]).Any(version => version.Name == words);
                visit.Expect(
                    $"linked {state} {Cell.All[number].Id}",
                    isFound ? ["holder"] : [],
                    Ids(answer.GetProperty("data").GetProperty($"q{number}"), "contentItemId")
                );
            }
        }

        foreach (var cell in Cell.All)
        {
            var byId = await visit.GetAsync($"/api/content?type=HelpPage&contentItemId=holder&related.contentItem.contentItemId={cell.Id}");
            var isFound = visit.Seen([Cell.Holder]).Any() && visit.Seen([cell]).Any();
            visit.Expect($"REST linked {cell.Id}", isFound ? ["holder"] : [], Ids(byId.Json.GetProperty("items"), "ContentItemId"));
        }

        var back = await visit.GetAsync("/api/content?type=HelpPage&first=1000&related.contentItemIds=holder");
        visit.Expect("REST way back", visit.Expected(Cell.All), back.Json.GetProperty("items").EnumerateArray().Select(Visit.StoredTextOf));
    }

    private static IEnumerable<string> Ids(JsonElement items, string name) =>
        items.EnumerateArray().Select(item => item.GetProperty(name).GetString()!);
}
