using System.Net;
using System.Text.Json;

namespace VoldCms.IntegrationTests.ContentApi.Access;

/// <summary>Single items: by id and by path over GraphQL, by id over REST.</summary>
internal static class ItemDoors
{
    public static async Task CheckAsync(Visit visit)
    {
        var questions = Cell.All.Select(
            (cell, number) =>
                $$"""i{{number}}: contentItem(contentItemId: "{{cell.Id}}") { ...F }"""
                + $$""" p{{number}}: contentItemByPath(path: "{{cell.Id}}") { ...F }"""
        );
        var data = (await visit.AskAsync($"{{ {string.Join(' ', questions)} }}")).GetProperty("data");

        for (var number = 0; number < Cell.All.Length; number++)
        {
            var expected = visit.Expected([Cell.All[number]]);
            foreach (var door in new[] { "i", "p" })
            {
                var found = data.GetProperty($"{door}{number}");
                visit.Expect($"item {door}", expected, found.ValueKind == JsonValueKind.Null ? [] : [Visit.TextOf(found)]);
            }

            await CheckRestAsync(visit, Cell.All[number], expected);
        }

        await CheckNamedAsync(visit);
    }

    /// <summary>The ids that the public holder names, which says that the items are there.</summary>
    private static async Task CheckNamedAsync(Visit visit)
    {
        if (!visit.Seen([Cell.Holder]).Any())
        {
            return;
        }

        var known = Cell.All.Where(visit.MayKnow).Select(cell => cell.Id).ToList();
        var item = await visit.GetAsync("/api/content/holder");
        var list = await visit.GetAsync("/api/content?type=HelpPage&contentItemId=holder");
        visit.Expect("REST picker's ids", known, Ids(item.Json));
        visit.Expect("REST list's picker's ids", known, Ids(list.Json.GetProperty("items")[0]));

        static IEnumerable<string> Ids(JsonElement page) =>
            page.GetProperty("HelpPage")
                .GetProperty("Related")
                .GetProperty("ContentItemIds")
                .EnumerateArray()
                .Select(id => id.GetString()!);
    }

    private static async Task CheckRestAsync(Visit visit, Cell cell, List<string> expected)
    {
        var answer = await visit.GetAsync($"/api/content/{cell.Id}");

        visit.Expect($"REST {cell.Id}", expected, answer.Status == HttpStatusCode.OK ? [Visit.StoredTextOf(answer.Json)] : []);
        visit.Expect($"REST status {cell.Id}", [expected.Count > 0 ? "OK" : "NotFound"], [answer.Status.ToString()]);
        if (expected.Count == 0)
        {
            visit.Expect(
                $"REST words {cell.Id}",
                [],
                answer.Text.Contains($"t{visit.Number} ", StringComparison.Ordinal) ? [answer.Text] : []
            );
        }
    }
}
