using System.Buffers;
using System.Text;
using System.Text.Json;
using VoldCms.GraphQL;
using VoldCms.GraphQL.Execution;
using VoldCms.GraphQL.Language;
using VoldCms.GraphQL.Types;
using VoldCms.GraphQLTests.Corpus;
using VoldCms.GraphQLTests.Judge;
using static VoldCms.GraphQLTests.Execution.ExecutionHarness;

namespace VoldCms.GraphQLTests.Execution;

/// <summary>What one request may ask: what introspection costs, what a list may be reckoned with, how large a response becomes.</summary>
public sealed class BoundsTests
{
    private const string Everything =
        "{ __schema { types { ...T } directives { name args { ...I } } } } "
        + "fragment T on __Type { name fields(includeDeprecated: true) { name args { ...I } type { ...R } "
        + "} inputFields { ...I } interfaces { ...R } possibleTypes { ...R } enumValues { name } } "
        + "fragment I on __InputValue { name defaultValue type { ...R } } fragment R on __Type { "
        + "kind name ofType { kind name ofType { kind name ofType { name } } } }";

    private static readonly GraphQLSchema s_harbour = Convention.Schema(CorpusFile.ReadSchema("harbour"));

    [Theory]
    [InlineData("{ __schema { types { name } } }")]
    [InlineData("{ __schema { types { kind fields { name args { name type { name ofType { name ofType { name } } } } } } } }")]
    [InlineData(
        "{ __schema { types { fields(includeDeprecated: true) { name } "
            + "enumValues(includeDeprecated: true) { name } inputFields { name } } } }"
    )]
    [InlineData("{ __schema { types { possibleTypes { name fields { name } } interfaces { name } } } }")]
    [InlineData("{ __schema { queryType { fields { type { fields { name } } } } mutationType { name } subscriptionType { name } } }")]
    [InlineData("{ __type(name: \"Query\") { fields { name args { name } type { name } } } }")]
    [InlineData("{ __type(name: \"Nothing\") { fields { name } } }")]
    [InlineData("{ a: __type(name: \"Query\") { name } b: __schema { directives { name args { name type { name } } } } __typename }")]
    [InlineData("{ __schema { types { ...A ... { more: fields { x: name } } } } } fragment A on __Type { name }")]
    [InlineData(
        "{ ...Q } fragment Q on Query { __schema { types { ...A ... on __Type { kind } } } } "
            + "fragment A on __Type { name fields { type { ofType { ofType { name } } } } }"
    )]
    [InlineData(Everything)]
    public void Introspection_costs_what_it_lists(string document)
    {
        var answer = JsonElement.Parse(Run(s_harbour, document, Convention.Root, includeCost: true));

        Assert.Equal(ValuesIn(answer.GetProperty("data")), answer.GetProperty("extensions").GetProperty("cost").GetInt32());
    }

    [Fact]
    public void What_the_arguments_leave_out_of_introspection_costs_nothing()
    {
        const string Document =
            "query Q($all: Boolean!, $name: String!, $more: Boolean!) { __type(name: $name) { "
            + "fields(includeDeprecated: $all) { name @include(if: $more) isDeprecated } } }";

        foreach (
            var variables in new[]
            {
                """{"all":true,"name":"Query","more":true}""",
                """{"all":false,"name":"Query","more":false}""",
                """{"all":true,"name":"x","more":true}""",
            }
        )
        {
            var answer = JsonElement.Parse(Run(s_harbour, Document, Convention.Root, variables, includeCost: true));
            Assert.Equal(ValuesIn(answer.GetProperty("data")), answer.GetProperty("extensions").GetProperty("cost").GetInt32());
        }
    }

    [Theory]
    [InlineData("__schema { types { fields { name args { name } type { name } } } }")]
    [InlineData("__type(name: \"Query\") { fields { type { fields { name args { name } } } } }")]
    [InlineData("__schema { types { possibleTypes { fields { name type { ofType { ofType { name } } } } } } }")]
    public void Introspection_is_refused_when_it_lists_too_much_however_often_it_is_asked(string field)
    {
        var once = JsonElement
            .Parse(Run(s_harbour, $"{{ {field} }}", Convention.Root, includeCost: true))
            .GetProperty("extensions")
            .GetProperty("cost")
            .GetInt64();
        var document = $"{{ {string.Concat(Enumerable.Range(0, 30).Select(each => $"a{each}: {field} "))} }}";

        var answer = JsonElement
            .Parse(Run(s_harbour, document, Convention.Root, limits: new GraphQLLimits { MaxCost = 30 * once - 1 }))
            .GetProperty("errors")[0];

        Assert.Equal(
            (30 * once, "a0"),
            (
                answer.GetProperty("extensions").GetProperty("cost").GetInt64(),
                answer.GetProperty("extensions").GetProperty("dearestField").GetString()
            )
        );
        Assert.Contains("ask for less of it", answer.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_response_that_becomes_too_large_is_an_error_in_its_place()
    {
        var schema = GraphQLSchema.Parse(
            "type Query { texts: [String] fails: [Int] }",
            new SchemaResolvers()
                .Add("Query", "texts", (batch, _) => Set(batch, Enumerable.Repeat(new string('x', 1000), 200).ToArray()))
                .Add("Query", "fails", (batch, _) => Set(batch, Enumerable.Repeat<object?>("no number", 5000).ToArray()))
        );
        var engine = new GraphQLEngine(schema, new GraphQLLimits { MaxResponseBytes = 100_000 });

        foreach (
            var (document, isTooLarge) in new[]
            {
                ("{ texts }", true),
                ("{ fails }", true),
                ("{ a: texts b: texts }", true),
                ("{ __typename }", false),
            }
        )
        {
            foreach (var output in new IBufferWriter<byte>[] { new ArrayBufferWriter<byte>(), new ResponseBuffer(100_000) })
            {
                var result = await engine.ExecuteAsync(
                    new GraphQLSource(document),
                    GraphQLRequest.Empty,
                    output,
                    TestContext.Current.CancellationToken
                );
                var text = Encoding.UTF8.GetString(
                    output is ResponseBuffer buffer ? buffer.ToArray() : ((ArrayBufferWriter<byte>)output).WrittenSpan
                );

                Assert.Equal(
                    isTooLarge
                        ? """{"errors":[{"message":"The answer would be larger than 100000 bytes; ask for fewer fields,"""
                            + """ or for fewer items at"""
                            + """ once.","extensions":{"code":"MaxResponseBytes","maxResponseBytes":100000}}],"data":null}"""
                        : """{"data":{"__typename":"Query"}}""",
                    text
                );
                Assert.True(result.WasExecuted);
            }
        }

        static ValueTask Set<T>(FieldBatch batch, T[] values)
        {
            batch.SetList<T>(0, values);
            return default;
        }
    }

    [Fact]
    public async Task A_list_is_reckoned_with_what_there_is()
    {
        var asked = new List<string>();
        var admitted = new List<long>();
        var leaf = new ObjectType("Measure", () => [new("name", ScalarType.String) { Resolver = Resolve.Value((object _) => "x") }]);
        var plan = new ObjectType("Plan", () => [List("measures", leaf, "measure")]);
        var schema = GraphQLSchema.Create(new SchemaDefinition { Query = new ObjectType("Query", () => [List("plans", plan, "plan")]) });
        var engine = new GraphQLEngine(schema, new GraphQLLimits { MaxCost = 1000 });

        var passes = await CostAsync("{ plans { measures(first: 1000) { name } } }", new() { ["plan"] = 2, ["measure"] = 43 });
        var refused = await CostAsync("{ plans { measures(first: 1000) { name } } }", new() { ["plan"] = 20, ["measure"] = 430 });
        var cheap = await CostAsync("{ plans { measures(first: 3) { name } } }", []);

        // 1 + 2 * (1 + 43); 1 + 20 * (1 + 430), of which 20 * 48 would pass; 1 + 20 * (1 + 3) without a question.
        Assert.Equal((89L, 8621L, 81L), (passes.Cost, refused.Cost, cheap.Cost));
        Assert.Equal([89, 81], admitted);
        Assert.Equal(["measure,plan", "measure,plan"], asked);
        Assert.Contains(
            "\"plans.measures\", which costs 8620, reckoned with 430 values; with \"first: 48\" it would pass.",
            refused.Errors.Single().Message,
            StringComparison.Ordinal
        );
        Assert.Equal(981, (await CostAsync("{ plans { measures(first: 48) { name } } }", new() { ["plan"] = 20, ["measure"] = 430 })).Cost);

        static FieldDefinition List(string name, ObjectType type, string of) =>
            new(name, type.NonNull().List())
            {
                Arguments = [new("first", ScalarType.Int)],
                SomeOf = _ => of,
                Resolver = Resolve.Value((object? _) => Array.Empty<object>()),
            };

        async Task<ExecutionResult> CostAsync(string document, Dictionary<string, int> counts) =>
            await engine.ExecuteAsync(
                new GraphQLSource(document),
                new GraphQLRequest
                {
                    CountAsync = (names, _) =>
                    {
                        asked.Add(string.Join(',', names.Order(StringComparer.Ordinal)));
                        return ValueTask.FromResult<IReadOnlyDictionary<string, int>>(counts);
                    },
                    AdmitAsync = (cost, _) =>
                    {
                        admitted.Add(cost);
                        return default;
                    },
                },
                new ArrayBufferWriter<byte>(),
                TestContext.Current.CancellationToken
            );
    }

    private static int ValuesIn(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().Sum(member => 1 + ValuesIn(member.Value)),
            JsonValueKind.Array => element.EnumerateArray().Sum(ValuesIn),
            _ => 0,
        };
}
