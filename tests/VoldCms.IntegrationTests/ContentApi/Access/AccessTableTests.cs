using System.Net;
using System.Text.Json;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Storage;
using static VoldCms.IntegrationTests.ContentApi.ApiSample;

namespace VoldCms.IntegrationTests.ContentApi.Access;

/// <summary>
/// The table of role by field by state by tenant by visibility: every reader comes to every item by every door, in every state, in two tenants whose items have
/// the same ids, and gets what the table says and nothing else, word for word.
/// </summary>
public abstract class AccessTableTests(ApiSite site) : ApiTest(site)
{
    private const string Fields = "fragment F on HelpPage { contentItemId ingress note steps { contentItems { ... on Step { text } } } }";

    private static readonly string[] s_states = ["PUBLISHED", "DRAFT", "LATEST", "ALL"];

    private readonly List<string> _holes = [];
    private int _cells;

    [Fact]
    public async Task Every_door_shows_what_the_table_says()
    {
        Asked[] tenants = [await CreateAsync(0), await CreateAsync(1)];

        foreach (var reader in Reader.All)
        {
            foreach (var tenant in tenants)
            {
                foreach (var state in s_states)
                {
                    await CheckListsAsync(tenant, reader, state);
                }

                await CheckFilterAsync(tenant, reader);
                await CheckItemsAsync(tenant, reader);
                await CheckRestAsync(tenant, reader);
            }
        }

        Assert.True(_holes.Count == 0, $"{_holes.Count} holes:\n{string.Join('\n', _holes.Take(20))}");
        Assert.InRange(_cells, 5000, int.MaxValue);
    }

    /// <summary>List, order, page with its total, list part, picker and the way back.</summary>
    private async Task CheckListsAsync(Asked asked, Reader reader, string state)
    {
        var answer = await AskAsync(
            asked,
            reader,
            $$"""
            { list: helpPage(status: {{state}}, first: 1000) { ...F } sorted: helpPage(status: {{state}}, first: 1000, orderBy: { ingress: DESC }) { ...F }
              page: helpPageConnection(status: {{state}}, first: 1000) { totalCount nodes { ...F } }
              holder: contentItem(contentItemId: "holder") { ... on HelpPage { related { contentItems(status: {{state}}, first: 1000) { ...F } }
                helpPageByRelated(status: {{state}}, first: 1000) { ...F } } }
              centre: contentItem(contentItemId: "centre") { ... on HelpCentre { list { contentItems(first: 1000) { ...F } } } } } {{Fields}}
            """);
        var data = answer.GetProperty("data");
        var seesHolder = reader.Sees(Cell.Holder.Versions.Single(), "PUBLISHED");
        var all = Cell.All.Append(Cell.Holder).ToList();

        if (!reader.MayAsk(state))
        {
            Expect(reader, asked.Number, $"{state} refused", ["needs the permission PreviewContent or EditContent"], MessagesOf(answer));
            string[][] doors = [["list"], ["sorted"], ["page", "nodes"], ["holder", "related", "contentItems"], ["holder", "helpPageByRelated"]];
            Expect(reader, asked.Number, $"{state} beside the refusal", [], doors.SelectMany(door => TextsOf(data, door)));
            return;
        }

        Expect(reader, asked.Number, $"{state} errors", [], MessagesOf(answer));
        var expected = Expected(all, reader, asked.Number, state);
        Expect(reader, asked.Number, $"{state} list", expected, TextsOf(data, "list"));
        Expect(reader, asked.Number, $"{state} sorted", expected, TextsOf(data, "sorted"));
        Expect(reader, asked.Number, $"{state} page", expected, TextsOf(data, "page", "nodes"));
        Expect(reader, asked.Number, $"{state} count", [$"{expected.Count}"], [data.GetProperty("page").GetProperty("totalCount").ToString()]);
        var linked = seesHolder ? Expected(Cell.All, reader, asked.Number, state) : [];
        Expect(reader, asked.Number, $"{state} picker", linked, TextsOf(data, "holder", "related", "contentItems"));
        Expect(reader, asked.Number, $"{state} way back", linked, TextsOf(data, "holder", "helpPageByRelated"));
        Expect(reader, asked.Number, "list part", reader.SeesOtherTypes ? Expected(all, reader, asked.Number, "PUBLISHED") : [], TextsOf(data, "centre", "list", "contentItems"));
    }

    /// <summary>A filter on a field is for those who may read the field.</summary>
    private async Task CheckFilterAsync(Asked asked, Reader reader)
    {
        var answer = await AskAsync(asked, reader, $$"""{ helpPage(first: 1000, where: { note_starts_with: "note" }) { ...F } } {{Fields}}""");

        if (reader.Level == 0)
        {
            Expect(reader, asked.Number, "filter refused", ["is not a path that can be filtered"], MessagesOf(answer));
            return;
        }

        Expect(reader, asked.Number, "filter", Expected([.. Cell.All, Cell.Holder], reader, asked.Number, "PUBLISHED"), TextsOf(answer.GetProperty("data"), "helpPage"));
    }

    /// <summary>By id and by path.</summary>
    private async Task CheckItemsAsync(Asked asked, Reader reader)
    {
        var questions = Cell.All.Select((cell, number) =>
            $$"""i{{number}}: contentItem(contentItemId: "{{cell.Id}}") { ...F } p{{number}}: contentItemByPath(path: "{{cell.Id}}") { ...F }""");
        var data = (await AskAsync(asked, reader, $"{{ {string.Join(' ', questions)} }} {Fields}")).GetProperty("data");

        for (var number = 0; number < Cell.All.Length; number++)
        {
            var expected = Expected([Cell.All[number]], reader, asked.Number, "PUBLISHED");
            foreach (var door in new[] { "i", "p" })
            {
                var found = data.GetProperty($"{door}{number}");
                Expect(reader, asked.Number, $"item {door}", expected, found.ValueKind == JsonValueKind.Null ? [] : [TextOf(found)]);
            }
        }
    }

    private async Task CheckRestAsync(Asked asked, Reader reader)
    {
        foreach (var cell in Cell.All)
        {
            var response = await Site.SendAsync("GET", asked.Api.At($"/api/content/{cell.Id}"), headers: asked.HeadersOf(reader));
            var json = response.Text;
            var expected = Expected([cell], reader, asked.Number, "PUBLISHED");

            Expect(reader, asked.Number, $"REST {cell.Id}", expected, response.Status == HttpStatusCode.OK ? [StoredTextOf(JsonSerializer.Deserialize<JsonElement>(json))] : []);
            Expect(reader, asked.Number, $"REST status {cell.Id}", [expected.Count > 0 ? "OK" : "NotFound"], [response.Status.ToString()]);
            if (expected.Count == 0)
            {
                Expect(reader, asked.Number, $"REST words {cell.Id}", [], json.Contains($"t{asked.Number} ", StringComparison.Ordinal) ? [json] : []);
            }
        }
    }

    private void Expect(Reader reader, int tenant, string door, IReadOnlyCollection<string> expected, IEnumerable<string> found)
    {
        var given = found.Order(StringComparer.Ordinal).ToList();
        _cells += Math.Max(1, expected.Count);
        var isAsSaid = door.EndsWith("refused", StringComparison.Ordinal)
            ? given.Count > 0 && given.All(message => message.Contains(expected.Single(), StringComparison.Ordinal))
            : expected.Order(StringComparer.Ordinal).SequenceEqual(given);
        if (!isAsSaid)
        {
            _holes.Add($"{reader}, tenant {tenant}, {door}: expected [{string.Join("; ", expected.Except(given))}] more and [{string.Join("; ", given.Except(expected))}] not.");
        }
    }

    private static List<string> Expected(IEnumerable<Cell> cells, Reader reader, int tenant, string state) =>
        [.. cells.SelectMany(cell => cell.Versions).Where(version => reader.Sees(version, state)).Select(version => version.For(reader, tenant))];

    private static IEnumerable<string> MessagesOf(JsonElement answer) =>
        answer.TryGetProperty("errors", out var errors) ? errors.EnumerateArray().Select(error => error.GetProperty("message").GetString()!) : [];

    private static IEnumerable<string> TextsOf(JsonElement data, params string[] path)
    {
        foreach (var name in path)
        {
            if (data.ValueKind == JsonValueKind.Null)
            {
                return [];
            }

            data = data.GetProperty(name);
        }

        return data.ValueKind == JsonValueKind.Null ? [] : data.EnumerateArray().Select(TextOf);
    }

    private static string TextOf(JsonElement page) => string.Join(
        " | ",
        [
            page.GetProperty("contentItemId").GetString(), page.GetProperty("ingress").GetString(), page.GetProperty("note").GetString() ?? "-",
            .. page.GetProperty("steps").GetProperty("contentItems").EnumerateArray().Select(step => step.GetProperty("text").GetString()),
        ]);

    private static string StoredTextOf(JsonElement item)
    {
        var page = item.GetProperty("HelpPage");
        return string.Join(
            " | ",
            [
                item.GetProperty("ContentItemId").GetString(), page.GetProperty("Ingress").GetProperty("Text").GetString(),
                page.TryGetProperty("Note", out var note) ? note.GetProperty("Text").GetString() : "-",
                .. item.GetProperty("Steps").GetProperty("ContentItems").EnumerateArray().Select(step => step.GetProperty("Step").GetProperty("Text").GetProperty("Text").GetString()),
            ]);
    }

    private async Task<JsonElement> AskAsync(Asked asked, Reader reader, string query) =>
        (await Site.SendAsync("POST", asked.Api.Address, JsonSerializer.Serialize(new { query }), asked.HeadersOf(reader))).Json;

    private async Task<Asked> CreateAsync(int number)
    {
        const string Related = """{ "FieldName": "ContentPickerField", "Name": "Related" }""";
        const string Offering = """{ "FieldName": "ContentPickerField", "Name": "Related", "Settings": { "ContentPickerFieldSettings": { "DisplayedContentTypes": ["HelpPage"] } } }""";
        Assert.Contains(Related, Definitions, StringComparison.Ordinal);
        var tenant = await Site.CreateTenantAsync(Definitions.Replace(Related, Offering, StringComparison.Ordinal));
        string[] Granted(Reader reader) => ["ExecuteGraphQL", "AccessContentApi", .. reader.Permissions];
        await tenant.Content.SetAsync(Roles.DocumentName, new Roles(
            [new(Roles.Authenticated, "", []), .. Reader.All.Where(reader => !reader.IsKey).Select(reader => new Role(reader.Name ?? Roles.Anonymous, "", [.. Granted(reader)]))]).ToJson());
        var tokens = new Dictionary<Reader, string>();
        foreach (var reader in Reader.All.Where(reader => reader.IsKey))
        {
            tokens.Add(reader, (await tenant.CreateKeyAsync(new() { Name = reader.Name!, Permissions = [.. Granted(reader)] })).Token);
        }

        await tenant.Content.PublishAsync(
        [
            Item("HelpCentre", "centre") with { Owner = Reader.UserId },
            .. Cell.All.Append(Cell.Holder).SelectMany(cell => cell.Versions).Where(version => version.IsPublished).Select(version => version.Item.ToItem(version, number)),
        ]);
        await tenant.Content.WriteAsync(async work =>
        {
            foreach (var draft in Cell.All.SelectMany(cell => cell.Versions).Where(version => !version.IsPublished))
            {
                var before = await work.Content.LoadAsync(new(draft.Item.Id), Stop);
                var version = new StoredVersion { Item = draft.Item.ToItem(draft, number), WrittenBy = PrincipalKind.System };
                await work.Content.SaveAsync(before, before with { Latest = version }, Stop);
            }

            return 0;
        });
        return new(number, tenant, tokens);
    }

    /// <summary>A tenant, its number in the words of its items, and the keys to it.</summary>
    private sealed record Asked(int Number, ApiTenant Api, IReadOnlyDictionary<Reader, string> Tokens)
    {
        public (string Name, string Value)[] HeadersOf(Reader reader) =>
            reader.IsKey ? [ApiCall.Bearer(Tokens[reader])] : reader.Name is { } role ? [(ApiSite.WhoHeader, role)] : [];
    }
}

public sealed class AccessTableOnSqliteTests(ApiOnSqlite site) : AccessTableTests(site), IClassFixture<ApiOnSqlite>;

public sealed class AccessTableOnPostgreSqlTests(ApiOnPostgreSql site) : AccessTableTests(site), IClassFixture<ApiOnPostgreSql>;
