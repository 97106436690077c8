using VoldCms.GraphQL.Types;

namespace VoldCms.GraphQLTests.Types;

public sealed class SchemaPrinterTests
{
    [Fact]
    public void A_schema_is_printed_as_it_was_written()
    {
        const string sdl = """"
            schema {
              query: Root
            }

            """
            Marks.
            Two lines.
            """
            directive @mark(
              """
              How much.
              """
              by: [Int!]! = [1, 2]
            ) repeatable on FIELD | OBJECT

            type Root implements Node {
              id: ID! @deprecated
              find(in: In = { text: "a" }, one: One): [Thing!] @deprecated(reason: "Use id.")
            }

            interface Node {
              id: ID! @deprecated
            }

            union Thing = Root

            input In {
              text: String
              color: Color = RED
            }

            enum Color {
              RED
              GREEN @deprecated
            }

            input One @oneOf {
              a: Int
              b: Int
            }

            scalar Date @specifiedBy(url: "https://example.org/date")
            """";

        Assert.Equal(sdl, SchemaPrinter.Print(GraphQLSchema.Parse(sdl)));
    }

    [Fact]
    public void Extensions_become_part_of_what_they_extend() =>
        Assert.Equal(
            "type Query {\n  a: Int\n  b: Color\n}\n\nenum Color {\n  RED\n  GREEN\n}",
            SchemaPrinter.Print(
                GraphQLSchema.Parse("extend enum Color { GREEN } type Query { a: Int } enum Color { RED } extend type Query { b: Color }")
            )
        );

    [Fact]
    public void A_schema_built_in_code_may_refer_in_circles()
    {
        ObjectType? person = null;
        person = new ObjectType("Person", () => [new("friends", person!.NonNull().List()), new("name", ScalarType.String)]);
        var query = new ObjectType("Query", () => [new("me", person)]);

        Assert.Equal(
            "type Query {\n  me: Person\n}\n\ntype Person {\n  friends: [Person!]\n  name: String\n}",
            SchemaPrinter.Print(GraphQLSchema.Create(new SchemaDefinition { Query = query }))
        );
    }
}
