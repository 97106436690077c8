using System.Globalization;
using System.Text.Json;
using VoldCms.GraphQL;
using VoldCms.GraphQL.Execution;
using VoldCms.GraphQL.Language;
using VoldCms.GraphQL.Types;
using Xunit;

namespace VoldCms.GraphQLTests.Execution;

public sealed class CoercionTests
{
    private sealed class Even() : ScalarType("Even")
    {
        public override bool TryParseValue(JsonElement input, out object? value)
        {
            value = input.ValueKind == JsonValueKind.Number && input.TryGetInt32(out var number) && number % 2 == 0 ? number / 2 : null;
            return value is not null;
        }

        public override bool TryParseLiteral(ValueNode literal, out object? value)
        {
            value =
                literal is IntValueNode node && int.Parse(node.Value, CultureInfo.InvariantCulture) is var number && number % 2 == 0
                    ? number / 2
                    : null;
            return value is not null;
        }

        public override bool TrySerialize(object value, out object? result)
        {
            result = value is int half ? half * 2 : null;
            return result is not null;
        }
    }

    private static readonly GraphQLSchema s_schema = GraphQLSchema.Parse(
        """
        scalar Even
        scalar Any
        enum Color { RED GREEN }
        input In { a: Int! = 3 b: [Int!] c: Color = RED self: In }
        input One @oneOf { a: Int b: String }
        type Query {
          echo(x: In): String list(x: [[Int]]): String nn(x: Int! = 4): String one(x: One): String id(x: ID): String
          float(x: Float): String color(x: [Color!]): String even(x: Even): Even any(x: Any): Any
        }
        """,
        Resolvers()
    );

    private static SchemaResolvers Resolvers()
    {
        var resolvers = new SchemaResolvers().AddScalar(new Even());
        foreach (var field in new[] { "echo", "list", "nn", "one", "id", "float", "color" })
        {
            resolvers.Add(
                "Query",
                field,
                Resolve.Root(batch => batch.Arguments.TryGet("x", out var value) ? JsonSerializer.Serialize(value) : "nothing")
            );
        }

        return resolvers
            .Add("Query", "even", Resolve.Root(batch => batch.Arguments.Get<object>("x")))
            .Add("Query", "any", Resolve.Root(batch => batch.Arguments.Get<object>("x")));
    }

    private static string Run(string document, string variables = "{}", GraphQLLimits? limits = null)
    {
        using var response = JsonDocument.Parse(ExecutionHarness.Run(s_schema, document, variables: variables, limits: limits));
        var root = response.RootElement;
        return
            root.TryGetProperty("data", out var data)
            && data.ValueKind == JsonValueKind.Object
            && data.EnumerateObject().First().Value is { ValueKind: not JsonValueKind.Null } value
            ? value.ToString()
            : root.GetProperty("errors")[0].GetProperty("message").GetString() ?? "";
    }

    [Theory]
    [InlineData("{ echo(x: {}) }", """{"a":3,"c":"RED"}""")]
    [InlineData("{ echo(x: {b: 1, a: 2, c: GREEN}) }", """{"b":[1],"a":2,"c":"GREEN"}""")]
    [InlineData("{ echo }", "nothing")]
    [InlineData("{ echo(x: null) }", "null")]
    [InlineData("{ list(x: 1) }", "[[1]]")]
    [InlineData("{ list(x: [1, null, [2]]) }", "[[1],null,[2]]")]
    [InlineData("{ nn }", "4")]
    [InlineData("{ one(x: {b: \"t\"}) }", """{"b":"t"}""")]
    [InlineData("{ id(x: 007) }", "Syntax error: Invalid number: a digit may not follow a leading 0.")]
    [InlineData("{ id(x: 123456789012345678901234567890) }", "\"123456789012345678901234567890\"")]
    [InlineData("{ float(x: 3) }", "3")]
    [InlineData("{ even(x: 8) }", "8")]
    [InlineData("{ any(x: {a: [1, E, \"t\", 1.5, true, null]}) }", """{"a":[1,"E","t",1.5,true,null]}""")]
    public void Literals_are_coerced(string document, string expected) => Assert.Equal(expected, Run(document));

    [Theory]
    [InlineData("($v: In) { echo(x: $v) }", """{"v":{"self":{"a":1}}}""", """{"self":{"a":1,"c":"RED"},"a":3,"c":"RED"}""")]
    [InlineData("($v: In) { echo(x: $v) }", "{}", "nothing")]
    [InlineData("($v: In) { echo(x: $v) }", """{"v":null}""", "null")]
    [InlineData("($v: Int! = 9) { echo(x: {a: $v}) }", "{}", """{"a":9,"c":"RED"}""")]
    [InlineData("($v: Int) { echo(x: {self: {a: 1}, b: [$v]}) }", """{"v":null}""", "refused")]
    [InlineData("($v: Int) { nn(x: $v) }", "{}", "4")]
    [InlineData("($v: Int) { nn(x: $v) }", """{"v":null}""", "Argument \"x\" is none of Int!: $v.")]
    [InlineData("($v: [Int]) { list(x: [$v]) }", "{}", "[null]")]
    [InlineData("($v: Int) { list(x: [[$v]]) }", "{}", "[[null]]")]
    [InlineData("($v: Int!) { nn(x: $v) }", "{}", "Variable \"$v\" of type Int! is required.")]
    [InlineData("($v: Int!) { nn(x: $v) }", """{"v":1.0}""", "1")]
    [InlineData(
        "($v: Int!) { nn(x: $v) }",
        """{"v":1.5}""",
        "Variable \"$v\" is none of Int!: expected a whole number from -2147483648 to 2147483647."
    )]
    [InlineData(
        "($v: Int!) { nn(x: $v) }",
        """{"v":2147483648}""",
        "Variable \"$v\" is none of Int!: expected a whole number from -2147483648 to 2147483647."
    )]
    [InlineData(
        "($v: Int!) { nn(x: $v) }",
        """{"v":"1"}""",
        "Variable \"$v\" is none of Int!: expected a whole number from -2147483648 to 2147483647."
    )]
    [InlineData(
        "($v: In) { echo(x: $v) }",
        """{"v":{"self":{"b":[1,"x"]}}}""",
        "Variable \"$v\" is none of In, at \"self.b[1]\": expected a whole number from -2147483648 to 2147483647."
    )]
    [InlineData("($v: In) { echo(x: $v) }", """{"v":{"z":1}}""", "Variable \"$v\" is none of In, at \"z\".")]
    [InlineData("($v: One) { one(x: $v) }", """{"v":{"a":1,"b":"x"}}""", "Variable \"$v\" is none of One.")]
    [InlineData("($v: One) { one(x: $v) }", """{"v":{"a":null}}""", "Variable \"$v\" is none of One.")]
    [InlineData("($v: [Color!]) { color(x: $v) }", """{"v":"RED"}""", """["RED"]""")]
    [InlineData("($v: [Color!]) { color(x: $v) }", """{"v":["BLUE"]}""", "Variable \"$v\" is none of [Color!], at \"[0]\".")]
    [InlineData("($v: ID) { id(x: $v) }", """{"v":12}""", "\"12\"")]
    [InlineData("($v: ID) { id(x: $v) }", """{"v":123456789012345678901234567890}""", "\"123456789012345678901234567890\"")]
    [InlineData("($v: ID) { id(x: $v) }", """{"v":1e3}""", "\"1000\"")]
    [InlineData("($v: Any, $w: Any = [7]) { any(x: {a: $v, b: [$w, $v]}) }", """{"v":{"k":1}}""", """{"a":{"k":1},"b":[[7],{"k":1}]}""")]
    public void Variables_are_coerced(string document, string variables, string expected)
    {
        var actual = Run("query " + document, variables);

        if (expected == "refused")
        {
            Assert.Contains("Int", actual, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(expected, actual);
        }
    }

    [Fact]
    public void Variables_that_are_too_deep_or_too_many_are_refused_by_the_name_of_the_limit()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"self\":", 40)) + "{}" + new string('}', 40);
        var many = "[" + string.Join(",", Enumerable.Repeat("1", 200)) + "]";

        Assert.Equal("Variable \"$v\" exceeds MaxInputDepth.", Run("query ($v: In) { echo(x: $v) }", $"{{\"v\":{deep}}}"));
        Assert.Equal(
            "Variable \"$v\" exceeds MaxInputValues.",
            Run("query ($v: [[Int]]) { list(x: $v) }", $"{{\"v\":{many}}}", new GraphQLLimits { MaxInputValues = 100 })
        );
        Assert.Equal(
            "Variable \"$v\" exceeds MaxInputValues.",
            Run("query ($v: Any) { any(x: $v) }", $"{{\"v\":{many}}}", new GraphQLLimits { MaxInputValues = 100 })
        );
    }
}
