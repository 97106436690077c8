using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;

namespace VoldCms.EndToEndTests.Secrets;

/// <summary>A GraphQL endpoint, asked by somebody who knows nothing but its introspection.</summary>
internal sealed class Graph
{
    private const string Introspection = """
        { __schema { queryType { name } types { name kind possibleTypes { name } fields { name args { type { kind } defaultValue }
          type { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } }
        """;

    private const int LongestQuestion = 100_000;

    private readonly HttpClient _client;
    private readonly string _address;
    private readonly Dictionary<string, JsonNode> _types = new(StringComparer.Ordinal);
    private string _root = "";

    private Graph(HttpClient client, string address) => (_client, _address) = (client, address);

    public static async Task<Graph> LoadAsync(HttpClient client, string address, CancellationToken cancellationToken)
    {
        var graph = new Graph(client, address);
        var schema = JsonNode.Parse(await graph.AskAsync(Introspection, cancellationToken))!["data"]!["__schema"]!;
        graph._root = (string)schema["queryType"]!["name"]!;
        foreach (var type in schema["types"]!.AsArray())
        {
            graph._types.Add((string)type!["name"]!, type);
        }

        return graph;
    }

    public async Task<string> AskAsync(string query, CancellationToken cancellationToken)
    {
        using var answer = await _client.PostAsJsonAsync(_address, new { query }, cancellationToken);
        return await answer.Content.ReadAsStringAsync(cancellationToken);
    }

    /// <summary>
    /// For each field of the query type that needs no argument, everything that hangs on it, as deep as the API lets one ask.
    /// </summary>
    public async IAsyncEnumerable<string> AskEverythingAsync(int depth, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var field in FieldsOf(_root))
        {
            var answer = "";
            for (var levels = depth; levels > 0 && !answer.StartsWith("{\"data\"", StringComparison.Ordinal); levels--)
            {
                var question = $"{{ {Select(field, levels)} }}";
                answer = question.Length > LongestQuestion ? "" : await AskAsync(question, cancellationToken);
            }

            yield return answer;
        }
    }

    private string Select(JsonNode field, int depth)
    {
        var name = (string)field["name"]!;
        var type = NamedType(field["type"]!);
        return (string)type["kind"]! switch
        {
            "SCALAR" or "ENUM" => name,
            _ when depth == 0 => "",
            _ when Selection(type, depth) is { Length: > 0 } inner => $"{name} {{ {inner} }}",
            _ => "",
        };
    }

    // Fields of different types may bear the same name; below a fragment each has an alias of its own.
    private string Selection(JsonNode type, int depth)
    {
        var text = new StringBuilder(
            string.Join(' ', FieldsOf((string)type["name"]!).Select(field => Select(field, depth - 1)).Where(part => part.Length > 0))
        );
        if (type["possibleTypes"] is JsonArray possible)
        {
            foreach (var name in possible.Select(one => (string)one!["name"]!))
            {
                var fields = FieldsOf(name)
                    .Select(field => Select(field, depth - 1))
                    .Where(part => part.Length > 0)
                    .Select(part => $"{name}_{part.Split(' ')[0]}: {part}");
                text.Append(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $" ... on {name} {{ __typename {string.Join(' ', fields)} }}"
                );
            }
        }

        return text.ToString().Trim();
    }

    private IEnumerable<JsonNode> FieldsOf(string type) =>
        _types[type]["fields"] is JsonArray fields
            ? fields
                .Select(field => field!)
                .Where(field =>
                    field["args"]!
                        .AsArray()
                        .All(argument => (string)argument!["type"]!["kind"]! != "NON_NULL" || argument["defaultValue"] is not null)
                )
            : [];

    private JsonNode NamedType(JsonNode type)
    {
        while (type["ofType"] is { } inner)
        {
            type = inner;
        }

        return _types[(string)type["name"]!];
    }
}
