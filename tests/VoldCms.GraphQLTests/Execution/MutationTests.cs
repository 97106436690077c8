using VoldCms.GraphQL.Errors;
using VoldCms.GraphQL.Execution;
using VoldCms.GraphQL.Types;
using Xunit;
using static VoldCms.GraphQLTests.Execution.ExecutionHarness;

namespace VoldCms.GraphQLTests.Execution;

public sealed class MutationTests
{
    private int _number;

    private GraphQLSchema Schema() =>
        GraphQLSchema.Parse(
            "type Query { a: Int } type Mutation { add(by: Int!): Counter fail: Int must: Int! } type Counter { now: Int }",
            new SchemaResolvers()
                .Add(
                    "Mutation",
                    "add",
                    (batch, _) =>
                    {
                        _number += batch.Arguments.Get<int>("by");
                        batch.Set(0, new object());
                        return default;
                    }
                )
                .Add("Mutation", "fail", (_, _) => throw new GraphQLException(new GraphQLError("No.")))
                .Add("Mutation", "must", (_, _) => default)
                .Add("Counter", "now", Resolve.Value((object _) => _number))
        );

    [Fact]
    public void Each_root_field_is_done_with_all_below_it_before_the_next() =>
        Assert.Equal(
            """{"data":{"a":{"now":1},"b":{"now":11},"c":{"now":111}}}""",
            Run(Schema(), "mutation { a: add(by: 1) { now } b: add(by: 10) { now } c: add(by: 100) { now } }")
        );

    [Fact]
    public void An_error_in_a_nullable_root_field_does_not_stop_the_next()
    {
        Assert.EndsWith(
            """"data":{"fail":null,"add":{"now":1}}}"""",
            Run(Schema(), "mutation { fail add(by: 1) { now } }"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_root_field_that_makes_the_data_null_ends_the_mutation()
    {
        var response = Run(Schema(), "mutation { must add(by: 1) { now } }");

        Assert.EndsWith("\"data\":null}", response, StringComparison.Ordinal);
        Assert.Equal(0, _number);
    }
}
