using System.Text.Json;

namespace VoldCms.IntegrationTests.ContentApi.Access;

/// <summary>Lists of GraphQL: of the root, in order, in pages, of a list part, of a picker, and the way back.</summary>
internal static class ListDoors
{
    private const int PageSize = 5;

    public static async Task CheckAsync(Visit visit)
    {
        foreach (var state in Visit.States)
        {
            await CheckAsync(visit, state);
            await CheckPagesAsync(visit, state);
        }

        await CheckHiddenFieldAsync(visit);
    }

    private static async Task CheckAsync(Visit visit, string state)
    {
        var answer = await visit.AskAsync(
            $$"""
            { list: helpPage(status: {{state}}, first: 1000) { ...F } sorted: helpPage(status: {{state}}, first: 1000,
              orderBy: { ingress: DESC }) { ...F }
              page: helpPageConnection(status: {{state}}, first: 1000) { totalCount nodes { ...F } }
              holder: contentItem(contentItemId: "holder") { ... on HelpPage { related { contentItemIds(first: 1000)
                contentItems(status: {{state}}, first: 1000) { ...F } }
                helpPageByRelated(status: {{state}}, first: 1000) { ...F } } }
              centre: contentItem(contentItemId: "centre") { ... on HelpCentre { list { contentItems(first: 1000) { ...F } } } } }
            """
        );
        var data = answer.GetProperty("data");
        var all = Cell.All.Append(Cell.Holder).ToList();

        if (!visit.Reader.MayAsk(state))
        {
            visit.ExpectRefusal($"{state} refused", "needs the permission PreviewContent or EditContent", answer);
            string[][] doors =
            [
                ["list"],
                ["sorted"],
                ["page", "nodes"],
                ["holder", "related", "contentItems"],
                ["holder", "helpPageByRelated"],
            ];
            visit.Expect($"{state} beside the refusal", [], doors.SelectMany(door => Visit.TextsOf(data, door)));
            return;
        }

        visit.Expect($"{state} errors", [], Visit.MessagesOf(answer));
        var expected = visit.Expected(all, state);
        visit.Expect($"{state} list", expected, Visit.TextsOf(data, "list"));
        visit.Expect($"{state} sorted", expected, Visit.TextsOf(data, "sorted"));
        visit.Expect($"{state} page", expected, Visit.TextsOf(data, "page", "nodes"));
        visit.Expect($"{state} count", [$"{expected.Count}"], [data.GetProperty("page").GetProperty("totalCount").ToString()]);
        var seesHolder = visit.Seen([Cell.Holder]).Any();
        var linked = seesHolder ? visit.Expected(Cell.All, state) : [];
        visit.Expect($"{state} picker", linked, Visit.TextsOf(data, "holder", "related", "contentItems"));
        visit.Expect(
            $"{state} picker's ids",
            seesHolder ? [.. Cell.All.Where(visit.MayKnow).Select(cell => cell.Id)] : [],
            seesHolder
                ? data.GetProperty("holder")
                    .GetProperty("related")
                    .GetProperty("contentItemIds")
                    .EnumerateArray()
                    .Select(id => id.GetString()!)
                : []
        );
        visit.Expect($"{state} way back", linked, Visit.TextsOf(data, "holder", "helpPageByRelated"));
        visit.Expect(
            "list part",
            visit.Reader.SeesOtherTypes ? visit.Expected(all) : [],
            Visit.TextsOf(data, "centre", "list", "contentItems")
        );
    }

    /// <summary>Pages, one after the other: hidden items make none longer, none shorter and none that is empty.</summary>
    private static async Task CheckPagesAsync(Visit visit, string state)
    {
        if (!visit.Reader.MayAsk(state))
        {
            return;
        }

        var (found, pages, after) = (new List<string>(), 0, "");
        for (var hasMore = true; hasMore && pages < 20; pages++)
        {
            var answer = await visit.AskAsync(
                $$"""{ helpPageConnection(status: {{state}}, first: {{PageSize}}, after: "{{after}}","""
                    + $$""" orderBy: { ingress: ASC }) { edges { cursor node { ...F } } pageInfo { hasNextPage endCursor } } }"""
            );
            visit.Expect($"{state} page {pages} errors", [], Visit.MessagesOf(answer));
            var page = answer.GetProperty("data").GetProperty("helpPageConnection");
            found.AddRange(page.GetProperty("edges").EnumerateArray().Select(edge => Visit.TextOf(edge.GetProperty("node"))));
            hasMore = page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean();
            after = page.GetProperty("pageInfo").GetProperty("endCursor").GetString() ?? "";
        }

        var expected = visit.Expected(Cell.All.Append(Cell.Holder), state);
        visit.Expect($"{state} pages", expected, found);
        visit.Expect($"{state} number of pages", [$"{Math.Max(1, (expected.Count + PageSize - 1) / PageSize)}"], [$"{pages}"]);
    }

    /// <summary>A filter on a field, and an order by it, is for those who may read the field.</summary>
    private static async Task CheckHiddenFieldAsync(Visit visit)
    {
        foreach (
            var (door, list) in new[]
            {
                ("filter", """helpPage(first: 1000, where: { note_starts_with: "note" })"""),
                ("order", "helpPage(first: 1000, orderBy: { note: ASC })"),
            }
        )
        {
            var answer = await visit.AskAsync($"{{ {list} {{ ...F }} }}");
            if (visit.Reader.Level == 0)
            {
                visit.ExpectRefusal($"{door} refused", "is not a path that can be filtered", answer);
            }
            else
            {
                visit.Expect(door, visit.Expected([.. Cell.All, Cell.Holder]), Visit.TextsOf(answer.GetProperty("data"), "helpPage"));
            }
        }
    }
}
