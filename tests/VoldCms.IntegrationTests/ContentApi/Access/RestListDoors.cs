using System.Net;

namespace VoldCms.IntegrationTests.ContentApi.Access;

/// <summary>Lists over REST, in every state, with their totals; and filters and orders by a field that is not for everybody.</summary>
internal static class RestListDoors
{
    public static async Task CheckAsync(Visit visit)
    {
        var all = Cell.All.Append(Cell.Holder).ToList();
        foreach (var state in Visit.States)
        {
            var answer = await visit.GetAsync($"/api/content?type=HelpPage&first=1000&count=true&status={state}");
            if (!visit.Reader.MayAsk(state))
            {
                visit.Expect(
                    $"REST {state} refused",
                    [$"{(visit.Reader.Name is null ? HttpStatusCode.Unauthorized : HttpStatusCode.Forbidden)}"],
                    [answer.Status.ToString()]
                );
                visit.Expect(
                    $"REST {state} words",
                    [],
                    answer.Text.Contains($"t{visit.Number} ", StringComparison.Ordinal) ? [answer.Text] : []
                );
                continue;
            }

            var expected = visit.Expected(all, state);
            visit.Expect($"REST {state} list", expected, TextsOf(answer));
            visit.Expect($"REST {state} count", [$"{expected.Count}"], [answer.Json.GetProperty("totalCount").ToString()]);
        }

        foreach (var parameters in new[] { "note_starts_with=note", "sort=note" })
        {
            var answer = await visit.GetAsync($"/api/content?type=HelpPage&first=1000&{parameters}");
            if (visit.Reader.Level == 0)
            {
                visit.Expect($"REST {parameters}", [nameof(HttpStatusCode.BadRequest)], [answer.Status.ToString()]);
            }
            else
            {
                visit.Expect($"REST {parameters}", visit.Expected(all), TextsOf(answer));
            }
        }
    }

    private static IEnumerable<string> TextsOf(ApiAnswer answer) =>
        answer.Json.GetProperty("items").EnumerateArray().Select(Visit.StoredTextOf);
}
