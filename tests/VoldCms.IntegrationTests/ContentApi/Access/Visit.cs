using System.Text.Json;

namespace VoldCms.IntegrationTests.ContentApi.Access;

/// <summary>One reader in one tenant: she asks, and what she gets is held against the table.</summary>
internal sealed class Visit(ApiSite site, TableTenant tenant, Reader reader, Holes holes)
{
    public static string[] States { get; } = ["PUBLISHED", "DRAFT", "LATEST", "ALL"];

    public const string Fields = "fragment F on HelpPage { contentItemId ingress note steps { contentItems { ... on Step { text } } } }";

    public Reader Reader => reader;

    public int Number => tenant.Number;

    /// <summary>Asks GraphQL; <see cref="Fields"/> are at hand.</summary>
    public async Task<JsonElement> AskAsync(string query) =>
        (
            await site.SendAsync(
                "POST",
                tenant.Api.Address,
                JsonSerializer.Serialize(new { query = query.Contains("...F", StringComparison.Ordinal) ? $"{query} {Fields}" : query }),
                tenant.HeadersOf(reader)
            )
        ).Json;

    public Task<ApiAnswer> GetAsync(string address) => site.SendAsync("GET", tenant.Api.At(address), headers: tenant.HeadersOf(reader));

    /// <summary>What the table says of these items, word for word.</summary>
    public List<string> Expected(IEnumerable<Cell> cells, string state = "PUBLISHED") =>
        [.. Seen(cells, state).Select(version => version.For(reader, tenant.Number))];

    /// <summary>The versions that the reader is to see.</summary>
    public IEnumerable<Version> Seen(IEnumerable<Cell> cells, string state = "PUBLISHED") =>
        cells.SelectMany(cell => cell.Versions).Where(version => reader.Sees(version, state));

    /// <summary>Whether the reader may know of the item at all, in public or not.</summary>
    public bool MayKnow(Cell cell) => Seen([cell]).Any() || Seen([cell], "LATEST").Any();

    public void Expect(string door, IReadOnlyCollection<string> expected, IEnumerable<string> found)
    {
        var given = found.Order(StringComparer.Ordinal).ToList();
        holes.Count(expected.Count);
        if (!expected.Order(StringComparer.Ordinal).SequenceEqual(given))
        {
            Tell(
                door,
                $"expected [{string.Join("; ", expected.Except(given))}] more and [{string.Join("; ", given.Except(expected))}] not"
            );
        }
    }

    /// <summary>That she is refused, with these words and without any others that are not for her.</summary>
    public void ExpectRefusal(string door, string words, JsonElement answer)
    {
        var messages = MessagesOf(answer).ToList();
        holes.Count(1);
        if (messages.Count == 0 || !messages.All(message => message.Contains(words, StringComparison.Ordinal)))
        {
            Tell(door, $"expected a refusal with '{words}' and got [{string.Join("; ", messages)}]");
        }
    }

    public static IEnumerable<string> MessagesOf(JsonElement answer) =>
        answer.TryGetProperty("errors", out var errors)
            ? errors.EnumerateArray().Select(error => error.GetProperty("message").GetString()!)
            : [];

    /// <summary>The pages of the list that lies there.</summary>
    public static IEnumerable<string> TextsOf(JsonElement data, params string[] path)
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

    public static string TextOf(JsonElement page) =>
        string.Join(
            " | ",
            [
                page.GetProperty("contentItemId").GetString(),
                page.GetProperty("ingress").GetString(),
                page.GetProperty("note").GetString() ?? "-",
                .. page.GetProperty("steps")
                    .GetProperty("contentItems")
                    .EnumerateArray()
                    .Select(step => step.GetProperty("text").GetString()),
            ]
        );

    /// <summary>A page as REST gives it.</summary>
    public static string StoredTextOf(JsonElement item)
    {
        var page = item.GetProperty("HelpPage");
        return string.Join(
            " | ",
            [
                item.GetProperty("ContentItemId").GetString(),
                page.GetProperty("Ingress").GetProperty("Text").GetString(),
                page.TryGetProperty("Note", out var note) ? note.GetProperty("Text").GetString() : "-",
                .. item.GetProperty("Steps")
                    .GetProperty("ContentItems")
                    .EnumerateArray()
                    .Select(step => step.GetProperty("Step").GetProperty("Text").GetProperty("Text").GetString()),
            ]
        );
    }

    private void Tell(string door, string what) => holes.Add($"{reader}, tenant {tenant.Number}, {door}: {what}.");
}

/// <summary>Where the doors did not do as the table says.</summary>
internal sealed class Holes
{
    private readonly List<string> _found = [];

    /// <summary>How many cells have been looked at.</summary>
    public int Cells { get; private set; }

    public void Count(int cells) => Cells += Math.Max(1, cells);

    public void Add(string hole) => _found.Add(hole);

    public void AssertNone() => Assert.True(_found.Count == 0, $"{_found.Count} holes:\n{string.Join('\n', _found.Take(20))}");
}
