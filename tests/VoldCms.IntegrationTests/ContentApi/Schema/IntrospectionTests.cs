using System.Text.Json;

namespace VoldCms.IntegrationTests.ContentApi.Schema;

/// <summary>What tools ask first: the schema, as graphql-js, GraphiQL and Apollo ask it, of the largest schema that we have.</summary>
[Collection(SeededSite.Name)]
public sealed class IntrospectionTests(ApiWithTonsberg site) : ApiTest(site)
{
    [Fact]
    public async Task Every_introspection_query_of_the_tools_passes_for_anybody_and_is_answered_from_memory()
    {
        await site.ReadyAsync();
        var endpoint = new Uri(Site.Http.BaseAddress!, ApiWithTonsberg.Endpoint).ToString();

        // Asked twice each by the reference implementation, which makes a schema of the largest.
        var asked = (await Judge.AskAsync(Stop, "introspect", endpoint)).EnumerateArray().ToList();
        var queries = asked.ConvertAll(answer => answer.GetProperty("query").GetString()!);

        Assert.True(asked.Count > 60);
        Assert.All(
            asked,
            answer => Assert.Equal(("", true), (answer.GetProperty("errors").GetString(), answer.GetProperty("isSame").GetBoolean()))
        );
        Assert.Contains(asked, answer => answer.GetProperty("types").GetInt32() > 300);
        var last = queries[^1];
        var statements = await CountStatementsAsync(() => AskAsync(last), () => AskAsync(last));
        Assert.Equal(0, statements);

        async Task AskAsync(string query)
        {
            var answer = await Site.SendAsync(
                "POST",
                "/" + ApiWithTonsberg.Endpoint,
                JsonSerializer.Serialize(new { query, operationName = "IntrospectionQuery" })
            );
            Assert.StartsWith("{\"data\":{\"__schema\"", answer.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("__schema { types { fields { name args { name type { name } } } } }", 60)]
    [InlineData("__schema { types { ...T } }", 30)]
    [InlineData("__schema { types { possibleTypes { fields { name description } } } }", 150)]
    [InlineData("__schema { types { fields { type { fields { name } } } } }", 70)]
    [InlineData("__type(name: \"Query\") { fields { type { ofType { fields { name args { name } } } } } }", 150)]
    [InlineData("__type(name: \"ContentItem\") { possibleTypes { fields { name args { name type { ofType { name } } } } } }", 130)]
    public async Task Introspection_in_many_forms_costs_what_it_lists(string field, int times)
    {
        await site.ReadyAsync();
        var query =
            $"query Q {{ {string.Concat(Enumerable.Range(0, times).Select(each => $"a{each}: {field} "))} }}"
            + (
                field.Contains("...T", StringComparison.Ordinal)
                    ? " fragment T on __Type { name fields(includeDeprecated: true) { name description args { "
                        + "name type { kind name } } type { kind name } } inputFields { name } }"
                    : ""
            );

        var answer = await Site.SendAsync("POST", "/" + ApiWithTonsberg.Endpoint, JsonSerializer.Serialize(new { query }));

        Assert.Equal("MaxCost", answer.Json.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal("a0", answer.Json.GetProperty("errors")[0].GetProperty("extensions").GetProperty("dearestField").GetString());
        Assert.InRange(answer.Text.Length, 50, 1000);
    }
}
