using System.Text.Json;
using System.Text.Json.Nodes;
using VoldCms.GraphQLTests.Corpus;
using VoldCms.GraphQLTests.Judge;

namespace VoldCms.GraphQLTests.Execution;

/// <summary>The introspection query of the reference implementation, answered by both engines for every schema of the corpus.</summary>
public sealed class JudgedIntrospectionTests(JudgeProcess judge, Ledger ledger)
{
    public static TheoryData<string> Schemas => [.. CorpusFile.List("Schemas")];

    /// <summary>What the reference has beyond September 2025: deprecated directives, and a place for directives on directives.</summary>
    private static readonly HashSet<string> s_beyond =
    [
        "DIRECTIVE_DEFINITION",
        "FRAGMENT_VARIABLE_DEFINITION",
        "isDeprecated",
        "deprecationReason",
    ];

    [Theory]
    [MemberData(nameof(Schemas))]
    public async Task Describes_the_schema_as_the_judge_does(string schema)
    {
        var sdl = CorpusFile.ReadSchema(schema);
        var answer = await judge.AskAsync(new JudgeRequest(JudgeMode.Introspect) { Schema = sdl }, TestContext.Current.CancellationToken);
        ledger.Add("introspection", [answer]);
        Assert.NotNull(answer.Text);

        var (verdict, data) = await Engine.ExecuteAsync(sdl, answer.Text, TestContext.Current.CancellationToken);

        Assert.Equal("", verdict.Errors);
        Assert.Equal(WithoutBeyond(answer.Data), WithoutBeyond(data));
    }

    /// <summary>The answer without what the specification does not have.</summary>
    private static string WithoutBeyond(JsonElement? data)
    {
        var schema = JsonNode.Parse(data?.GetRawText() ?? "null")?["__schema"]?.AsObject();
        Assert.NotNull(schema);
        foreach (var directive in schema["directives"]?.AsArray().OfType<JsonObject>() ?? [])
        {
            RemoveBeyond(directive["locations"]?.AsArray());
        }

        foreach (var type in schema["types"]?.AsArray().OfType<JsonObject>() ?? [])
        {
            if (type["name"]?.ToString() is "__DirectiveLocation" or "__Directive")
            {
                RemoveBeyond((type["enumValues"] ?? type["fields"])?.AsArray());
            }

            if (type["name"]?.ToString() == "__Schema")
            {
                type["fields"]
                    ?.AsArray()
                    .OfType<JsonObject>()
                    .Single(field => field["name"]?.ToString() == "directives")["args"]
                    ?.AsArray()
                    .Clear();
            }
        }

        return schema.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    }

    private static void RemoveBeyond(JsonArray? members)
    {
        foreach (
            var member in members
                ?.Where(member => s_beyond.Contains((member is JsonObject ? member["name"] : member)?.ToString() ?? ""))
                .ToArray()
                ?? []
        )
        {
            members?.Remove(member);
        }
    }
}
