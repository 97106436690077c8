using Xunit;
using static VoldCms.GraphQLTests.Execution.ExecutionHarness;

namespace VoldCms.GraphQLTests.Execution;

public sealed class ExecutionTests
{
    private const string Sdl = """
        type Query { hero: Character! heroes: [Character!] maybe: Droid grid: [[Int]] me: Human any: [Thing] number: Int! }
        interface Character { name: String! friends: [Character] }
        type Human implements Character { name: String! friends: [Character] height: Float }
        type Droid implements Character { name: String! friends: [Character] function: String strict: String! }
        union Thing = Human | Droid
        """;

    [Fact]
    public void Fields_come_in_the_order_of_the_document_under_their_response_names() =>
        Assert.Equal(
            """{"data":{"b":{"height":1.75,"n":"Ada"},"me":{"name":"Ada"}}}""",
            Run(Sdl, "{ b: me { height n: name } me { name } }", """{"me":{"name":"Ada","height":1.75}}""")
        );

    [Fact]
    public void The_same_field_asked_twice_is_one_field_with_both_selections() =>
        Assert.Equal(
            """{"data":{"me":{"name":"Ada","height":null}}}""",
            Run(Sdl, "{ me { name } ...F } fragment F on Query { me { height name } }", """{"me":{"name":"Ada"}}""")
        );

    [Fact]
    public void Objects_of_an_interface_get_the_fields_of_their_type() =>
        Assert.Equal(
            """{"data":{"heroes":[{"__typename":"Droid","name":"R2","function":"astromech"},"""
                + """{"__typename":"Human","name":"Luke","height":1.72}]}}""",
            Run(
                Sdl,
                "{ heroes { __typename name ... on Droid { function } ... on Human { height } } }",
                """{"heroes":[{"__typename":"Droid","name":"R2","function":"astromech"},"""
                    + """{"__typename":"Human","name":"Luke","height":1.72}]}"""
            )
        );

    [Fact]
    public void Union_members_and_nested_interfaces_are_resolved_in_one_go() =>
        Assert.Equal(
            """{"data":{"any":[{"friends":[{"name":"B"},null]},null,{"name":"B"}]}}""",
            Run(
                Sdl,
                "{ any { ... on Human { friends { name } } ... on Droid { name } } }",
                """{"any":[{"__typename":"Human","friends":[{"__typename":"Droid","name":"B"},null]},null,"""
                    + """{"__typename":"Droid","name":"B"}]}"""
            )
        );

    [Fact]
    public void Lists_of_lists_keep_their_shape() =>
        Assert.Equal("""{"data":{"grid":[[1,2],[],null,[null]]}}""", Run(Sdl, "{ grid }", """{"grid":[[1,2],[],null,[null]]}"""));

    [Theory]
    [InlineData("{}", """{"data":{"a":1,"b":2}}""")]
    [InlineData("""{"on":true}""", """{"data":{"b":2,"a":1}}""")]
    public void Skip_and_include_decide_which_of_two_places_a_field_has(string variables, string expected) =>
        Assert.Equal(
            expected,
            Run(
                "type Query { a: Int b: Int }",
                "query ($on: Boolean = false) { a @skip(if: $on) ... @include(if: $on) { b } b a }",
                """{"a":1,"b":2}""",
                variables
            )
        );

    [Fact]
    public void A_null_that_must_not_be_makes_the_nearest_nullable_parent_null() =>
        Assert.Equal(
            """{"errors":[{"message":"Droid.strict is null,"""
                + """ which String! does not"""
                + """ allow.","locations":[{"line":1,"column":11}],"path":["maybe","strict"],"extensions":"""
                + """{"code":"CompleteValue"}}],"data":{"maybe":null}}""",
            Run(Sdl, "{ maybe { strict } }", """{"maybe":{}}""")
        );

    [Fact]
    public void A_null_in_a_list_of_non_null_makes_the_list_null_with_the_index_in_the_path() =>
        Assert.Equal(
            """{"errors":[{"message":"Query.heroes is null,"""
                + """ which Character! does not"""
                + """ allow.","locations":[{"line":1,"column":3}],"path":["heroes",1],"extensions":{"code":"CompleteValue"}}]"""
                + ""","data":{"heroes":null}}""",
            Run(Sdl, "{ heroes { name } }", """{"heroes":[{"__typename":"Droid","name":"A"},null,{"__typename":"Droid"}]}""")
        );

    [Fact]
    public void A_null_at_the_root_makes_the_data_null() =>
        Assert.Equal(
            """{"errors":[{"message":"Query.number is null,"""
                + """ which Int! does not"""
                + """ allow.","locations":[{"line":1,"column":3}],"path":["number"],"extensions":{"code":"CompleteValue"}}],"data":null}""",
            Run(Sdl, "{ number me { name } }", """{"me":{}}""")
        );

    [Fact]
    public void An_error_in_a_nullable_place_leaves_the_rest() =>
        Assert.Equal(
            """{"errors":[{"message":"Float cannot represent the text"""
                + """ \"tall\".","locations":[{"line":1,"column":13},{"line":1,"column":27}],"path":["me","height"],"extensions":"""
                + """{"code":"CompleteValue"}}],"data":{"me":{"name":"Ada","height":null}}}""",
            Run(Sdl, "{ me { name height } me { height } }", """{"me":{"name":"Ada","height":"tall"}}""")
        );

    [Fact]
    public void An_object_of_an_unknown_type_is_an_error_of_its_own_place() =>
        Assert.Equal(
            """{"errors":[{"message":"The object is of no type that Thing may"""
                + """ be.","locations":[{"line":1,"column":3}],"path":["any",0],"extensions":{"code":"CompleteValue"}}],"data":"""
                + """{"any":[null,{"name":"B"}]}}""",
            Run(Sdl, "{ any { ... on Droid { name } } }", """{"any":[{"__typename":"Query"},{"__typename":"Droid","name":"B"}]}""")
        );

    [Fact]
    public void The_operation_is_chosen_by_name()
    {
        const string document = "query A { __typename } query B { b: __typename }";

        Assert.Equal("""{"data":{"b":"Query"}}""", Run(Sdl, document, operationName: "B"));
        Assert.Equal(
            """{"errors":[{"message":"The document has several operations;"""
                + """ say which one to run.","extensions":{"code":"GetOperation"}}]}""",
            Run(Sdl, document)
        );
        Assert.Equal(
            """{"errors":[{"message":"The document has no operation \"C\".","extensions":{"code":"GetOperation"}}]}""",
            Run(Sdl, document, operationName: "C")
        );
    }

    [Fact]
    public void Text_is_escaped_as_json_asks() =>
        Assert.Equal(
            "{\"data\":{\"s\":\"a\\\"\\\\\\n\\u0001å😀\"}}",
            Run("type Query { s: String }", "{ s }", "{\"s\":\"a\\\"\\\\\\n\\u0001å😀\"}")
        );
}
