using System.Text;
using VoldCms.GraphQL;
using VoldCms.GraphQL.Errors;
using VoldCms.GraphQL.Execution;
using VoldCms.GraphQL.Types;
using Xunit;
using static VoldCms.GraphQLTests.Execution.ExecutionHarness;

namespace VoldCms.GraphQLTests.Execution;

public sealed class BatchTests
{
    private sealed record Person(string Name, int Age, Person[] Friends);

    private readonly List<(string Field, int Rows)> _calls = [];
    private readonly List<string> _projected = [];

    private GraphQLSchema Schema()
    {
        ObjectType? person = null;
        person = new ObjectType(
            "Person",
            () =>
                [
                    new("name", ScalarType.String.NonNull()) { Resolver = Counted("name", Resolve.Value((Person p) => p.Name)) },
                    new("age", ScalarType.Int.NonNull())
                    {
                        Resolver = Resolve.Value(
                            (Person p) => p.Age >= 0 ? p.Age : throw new GraphQLException(new GraphQLError("Nobody is that young."))
                        ),
                    },
                    new("secret", ScalarType.String)
                    {
                        Resolver = Resolve.Value<Person, string>(_ => throw new InvalidOperationException("password")),
                    },
                    new("utf8", ScalarType.String) { Resolver = Utf8 },
                    new("friends", person!.NonNull().List().NonNull())
                    {
                        Arguments = [new("first", ScalarType.Int, "10")],
                        Resolver = Counted("friends", Friends),
                    },
                ]
        );
        var query = new ObjectType(
            "Query",
            () =>
                [
                    new("people", person.NonNull().List().NonNull()) { Resolver = Resolve.Root(_ => People()) },
                    new("crowd", person.NonNull().List().NonNull())
                    {
                        CostWeight = 7,
                        ItemCostWeight = 5,
                        PageSize = _ => 4,
                        Resolver = Resolve.Root(_ => People()),
                    },
                    new("fails", ScalarType.Int) { Resolver = (_, _) => throw new InvalidOperationException("connection string") },
                    new("slow", ScalarType.Int)
                    {
                        Resolver = async (batch, cancellationToken) =>
                        {
                            await Task.Delay(1, cancellationToken);
                            batch.Set(0, 7);
                        },
                    },
                ]
        );
        return GraphQLSchema.Create(new SchemaDefinition { Query = query });

        ValueTask Friends(FieldBatch batch, CancellationToken cancellationToken)
        {
            _projected.Add(
                string.Join(",", batch.Projection.FieldsOf(person).Select(field => $"{field.ResponseName}:{field.Definition.Name}"))
            );
            var first = batch.Arguments.Get<int>("first");
            for (var row = 0; row < batch.Count; row++)
            {
                batch.SetList<Person>(
                    row,
                    batch.GetParent<Person>(row).Friends.AsSpan(0, Math.Min(first, batch.GetParent<Person>(row).Friends.Length))
                );
            }

            return default;
        }
    }

    private FieldResolver Counted(string name, FieldResolver resolver) =>
        (batch, cancellationToken) =>
        {
            _calls.Add((name, batch.Count));
            return resolver(batch, cancellationToken);
        };

    private static ValueTask Utf8(FieldBatch batch, CancellationToken cancellationToken)
    {
        for (var row = 0; row < batch.Count; row++)
        {
            batch.SetUtf8(row, Encoding.UTF8.GetBytes($"-{batch.GetParent<Person>(row).Name}\"-").AsMemory(1, 2));
        }

        return default;
    }

    private static Person[] People()
    {
        var friends = new Person[] { new("C", 3, []), new("D", 4, []) };
        return [new("A", 1, friends), new("B", -2, friends)];
    }

    [Fact]
    public void Each_field_is_resolved_once_a_level_for_all_parents()
    {
        var response = Run(Schema(), "{ people { name friends { name } more: friends(first: 1) { name } } }");

        Assert.Equal([("name", 2), ("friends", 2), ("friends", 2), ("name", 4), ("name", 2)], _calls);
        Assert.StartsWith(
            """{"data":{"people":[{"name":"A","friends":[{"name":"C"},{"name":"D"}],"more":[{"name":"C"}]}""",
            response,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Objects_that_one_selection_reaches_by_two_ways_are_one_batch()
    {
        Run(Schema(), "{ a: people { ...P } b: people { ...P } } fragment P on Person { friends { name } }");

        Assert.Equal([("friends", 2), ("friends", 2), ("name", 8)], _calls);
    }

    [Fact]
    public void A_resolver_sees_which_fields_are_asked_below_it()
    {
        Run(
            Schema(),
            "query ($no: Boolean = false) { people { friends { n: name ...P age @include(if: $no) } } } fragment P on Person { utf8 }"
        );

        Assert.Equal(["n:name,utf8:utf8"], _projected);
    }

    [Fact]
    public void A_row_that_fails_is_an_error_of_its_row() =>
        Assert.Equal(
            """{"errors":[{"message":"Nobody is that"""
                + """ young.","locations":[{"line":1,"column":12}],"path":["people",1,"age"],"extensions":"""
                + """{"code":"ResolveFieldValue"}}],"data":null}""",
            Run(Schema(), "{ people { age } }")
        );

    [Fact]
    public void What_an_exception_says_is_not_for_clients()
    {
        Assert.Equal(
            """{"errors":[{"message":"The field could not be"""
                + """ resolved.","locations":[{"line":1,"column":3}],"path":["fails"],"extensions":{"code":"ResolveFieldValue"}}]"""
                + ""","data":{"fails":null,"slow":7}}""",
            Run(Schema(), "{ fails slow }")
        );
        Assert.DoesNotContain("password", Run(Schema(), "{ people { secret } }"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sequence_that_fails_while_it_is_read_is_an_error_of_its_field()
    {
        var schema = GraphQLSchema.Parse(
            "type Query { list: [Int] other: Int }",
            new SchemaResolvers()
                .Add(
                    "Query",
                    "list",
                    Resolve.Root(_ => Enumerable.Range(0, 3).Select(i => i < 2 ? i : throw new InvalidOperationException("password")))
                )
                .Add("Query", "other", Resolve.Root(_ => 1))
        );

        Assert.Equal(
            """{"errors":[{"message":"The field could not be"""
                + """ resolved.","locations":[{"line":1,"column":3}],"path":["list"],"extensions":{"code":"ResolveFieldValue"}}]"""
                + ""","data":{"list":null,"other":1}}""",
            Run(schema, "{ list other }")
        );
    }

    [Fact]
    public void Numbers_and_text_may_stand_for_objects()
    {
        var schema = GraphQLSchema.Parse(
            "type Query { all: [Thing] } type Thing { id: Int twice: Int }",
            new SchemaResolvers()
                .Add("Query", "all", Resolve.Root(_ => new[] { 1, 2 }))
                .Add("Thing", "id", Resolve.Value((int id) => id))
                .Add("Thing", "twice", Resolve.Value((int id) => 2 * id))
        );

        Assert.Equal("""{"data":{"all":[{"id":1,"twice":2},{"id":2,"twice":4}]}}""", Run(schema, "{ all { id twice } }"));
    }

    [Fact]
    public void Text_in_utf8_is_written_as_it_is() =>
        Assert.Equal("""{"data":{"people":[{"utf8":"A\""},{"utf8":"B\""}]}}""", Run(Schema(), "{ people { utf8 } }"));

    [Fact]
    public void Cost_is_fields_times_page_sizes_and_is_told_on_request() =>
        Assert.EndsWith(
            // people 1 + 20 * (name 1 + friends 1 + 3 * (name 1 + age 1))
            ""","extensions":{"cost":161}}""",
            Run(
                Schema(),
                "query ($n: Int) { people { name friends(first: $n) { name utf8 } } }",
                variables: """{"n":3}""",
                includeCost: true
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void An_item_of_a_list_costs_its_own_weight_beside_what_is_asked_of_it() =>
        Assert.EndsWith(
            // crowd 7 + 4 * (5 + name 1)
            ""","extensions":{"cost":31}}""",
            Run(Schema(), "{ crowd { name } }", includeCost: true),
            StringComparison.Ordinal
        );

    [Fact]
    public void An_operation_that_costs_too_much_is_refused_with_its_cost_before_anything_is_resolved()
    {
        var response = Run(Schema(), "{ people { friends { name } } }", limits: new GraphQLLimits { MaxCost = 220 });

        Assert.Equal(
            """{"errors":[{"message":"The operation costs 221, more than the 220 allowed."""
                + """ The dearest field is \"people.friends\", which costs 220, reckoned with 10 values; """
                + """with \"first: 9\" it would"""
                + """ pass.","extensions":{"code":"MaxCost","cost":221,"maxCost":220,"dearestField":"people.friends","wouldPass":"""
                + """{"first":9}}}]}""",
            response
        );
        Assert.Empty(_calls);
    }
}
