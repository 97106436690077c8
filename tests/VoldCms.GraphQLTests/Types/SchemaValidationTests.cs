using VoldCms.GraphQL.Errors;
using VoldCms.GraphQL.Language;
using VoldCms.GraphQL.Types;

namespace VoldCms.GraphQLTests.Types;

public sealed class SchemaValidationTests
{
    private static string[] Refuse(string sdl)
    {
        Assert.False(GraphQLSchema.TryBuild(GraphQLParser.Parse(sdl), new SchemaResolvers(), out _, out var errors));
        return [.. errors.Select(error => error.ToString())];
    }

    [Theory]
    [InlineData("type A { a: Int }", "The schema must have a query type.")]
    [InlineData("type Query { __a: Int }", "Name \"__a\" must not begin with \"__\", which is reserved for introspection. (1:14)")]
    [InlineData("type Query { a: In } input In { a: Int }", "The type of Query.a must be an output type, not In. (1:17)")]
    [InlineData("type Query { a(x: Query): Int }", "The type of Query.a(x:) must be an input type, not Query. (1:19)")]
    [InlineData("type Query { a(x: Int! @deprecated): Int }", "Query.a(x:) is required and cannot be deprecated. (1:24, 1:19)")]
    [InlineData(
        "type Query implements I { a: Int } interface I { a: Int! }",
        "The type of Query.a must fit Int!, as I.a says. (1:53, 1:30)"
    )]
    [InlineData("type Query implements I { a: Int } interface I { b: Int }", "Query must have the field b, as I has. (1:50, 1:1)")]
    [InlineData(
        "type Query implements I { a(x: Int!): Int } interface I { a: Int }",
        "Query.a(x:) must not be required, because I.a does not have it. (1:29, 1:59)"
    )]
    [InlineData(
        "type Query implements I { a: Int } interface I implements J { a: Int } interface J { a: Int }",
        "Type Query must implement J, because I does. (1:59, 1:23)"
    )]
    [InlineData("type Query { a(x: In): Int } input In { self: In! }", "Input object In requires itself, through In.self. (1:41)")]
    [InlineData(
        "type Query { a(x: One): Int } input One @oneOf { a: Int! }",
        "One.a must be nullable: One takes one of its fields. (1:53)"
    )]
    public void A_schema_that_does_not_hold_is_refused(string sdl, string error) => Assert.Equal([error], Refuse(sdl));

    [Fact]
    public void A_default_value_that_leads_back_to_itself_is_refused() =>
        Assert.Contains(
            "refers to itself",
            Assert.Single(Refuse("type Query { a(x: A): Int } input A { b: B = {} } input B { a: A = {} }")),
            StringComparison.Ordinal
        );

    [Fact]
    public void Two_types_of_one_name_built_in_code_are_refused()
    {
        var query = new ObjectType(
            "Query",
            () => [new("a", new EnumType("E", new EnumValueDefinition("A"))), new("b", new EnumType("E", new EnumValueDefinition("B")))]
        );

        var exception = Assert.Throws<GraphQLException>(() => GraphQLSchema.Create(new SchemaDefinition { Query = query }));

        Assert.Equal("The schema must have one type named \"E\", not several.", Assert.Single(exception.Errors).Message);
    }
}
