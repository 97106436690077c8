using VoldCms.GraphQL.Types;
using static VoldCms.GraphQLTests.Execution.ExecutionHarness;

namespace VoldCms.GraphQLTests.Introspection;

public sealed class IntrospectionTests
{
    private const string Sdl = """
        type Query implements Node { id: ID old: Int @deprecated(reason: "Gone.") find(a: [Int!]! = [1], b: In @deprecated): Thing }
        interface Node { id: ID }
        union Thing = Query
        enum Color { RED @deprecated GREEN }
        input In @oneOf { a: Int b: Int }
        scalar Date @specifiedBy(url: "https://example.org")
        directive @mark(x: Int) repeatable on FIELD | QUERY
        """;

    [Theory]
    [InlineData(
        "{ __type(name: \"Query\") { kind name interfaces { name } fields { name } } }",
        """{"kind":"OBJECT","name":"Query","interfaces":[{"name":"Node"}],"fields":[{"name":"id"},{"name":"find"}]}"""
    )]
    [InlineData(
        "{ __type(name: \"Query\") { fields(includeDeprecated: true) { name isDeprecated deprecationReason } } }",
        """{"fields":[{"name":"id","isDeprecated":false,"deprecationReason":null},"""
            + """{"name":"old","isDeprecated":true,"deprecationReason":"Gone."},"""
            + """{"name":"find","isDeprecated":false,"deprecationReason":null}]}"""
    )]
    [InlineData(
        "{ __type(name: \"Node\") { kind possibleTypes { name } ofType { name } isOneOf } }",
        """{"kind":"INTERFACE","possibleTypes":[{"name":"Query"}],"ofType":null,"isOneOf":null}"""
    )]
    [InlineData(
        "{ __type(name: \"Color\") { enumValues { name } all: enumValues(includeDeprecated: true) { name } } }",
        """{"enumValues":[{"name":"GREEN"}],"all":[{"name":"RED"},{"name":"GREEN"}]}"""
    )]
    [InlineData(
        "{ __type(name: \"In\") { kind isOneOf inputFields { name type { name } } } }",
        """{"kind":"INPUT_OBJECT","isOneOf":true,"inputFields":[{"name":"a","type":{"name":"Int"}},{"name":"b","type":{"name":"Int"}}]}"""
    )]
    [InlineData("{ __type(name: \"Date\") { kind specifiedByURL } }", """{"kind":"SCALAR","specifiedByURL":"https://example.org"}""")]
    [InlineData("{ __type(name: \"Nothing\") { kind } }", "null")]
    public void A_type_describes_itself(string document, string expected) =>
        Assert.Equal($"{{\"data\":{{\"__type\":{expected}}}}}", Run(GraphQLSchema.Parse(Sdl), document));

    [Fact]
    public void Arguments_are_told_with_their_types_and_defaults() =>
        Assert.Equal(
            """{"data":{"__type":{"fields":[{"args":[]},{"args":[{"name":"a","defaultValue":"[1]","type":"""
                + """{"kind":"NON_NULL","name":null,"ofType":{"kind":"LIST","ofType":{"ofType":{"name":"Int"}}}}}]}]}}}""",
            Run(
                GraphQLSchema.Parse(Sdl),
                "{ __type(name: \"Query\") { fields { args { name defaultValue type { "
                    + "kind name ofType { kind ofType { ofType { name } } } } } } } }"
            )
        );

    [Fact]
    public void Directives_are_told_with_their_places() =>
        Assert.StartsWith(
            """{"data":{"__schema":{"queryType":{"name":"Query"},"mutationType":null,"directives":["""
                + """{"name":"mark","isRepeatable":true,"locations":["FIELD","QUERY"],"args":[{"name":"x"}]},""",
            Run(
                GraphQLSchema.Parse(Sdl),
                "{ __schema { queryType { name } mutationType { name } directives { name isRepeatable locations args { name } } } }"
            ),
            StringComparison.Ordinal
        );
}
