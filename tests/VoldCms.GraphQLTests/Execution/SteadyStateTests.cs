using System.Buffers;
using System.Text;
using VoldCms.GraphQL;
using VoldCms.GraphQL.Execution;
using VoldCms.GraphQL.Language;
using VoldCms.GraphQL.Types;

namespace VoldCms.GraphQLTests.Execution;

/// <summary>A prepared document that runs again and again: what it allocates, and that threads do not meet in it.</summary>
public sealed class SteadyStateTests
{
    private sealed record Item(int Number, string Text, bool Flag, double Share);

    private static readonly Item[] s_items = [.. Enumerable.Range(0, 1000).Select(i => new Item(i, $"text {i}", i % 2 == 0, i / 8.0))];

    private static readonly GraphQLEngine s_engine = new(
        GraphQLSchema.Parse(
            "type Query { items(first: Int!): [Item!]! } type Item { number: Int! text: String! flag: Boolean! share: Float! }",
            new SchemaResolvers()
                .Add(
                    "Query",
                    "items",
                    (batch, _) =>
                    {
                        batch.SetList<Item>(0, s_items.AsSpan(0, batch.Arguments.Get<int>("first")));
                        return default;
                    }
                )
                .Add("Item", "number", Resolve.Value((Item item) => item.Number))
                .Add("Item", "text", Resolve.Value((Item item) => item.Text))
                .Add("Item", "flag", Resolve.Value((Item item) => item.Flag))
                .Add("Item", "share", Resolve.Value((Item item) => item.Share))
        )
    );

    private static PreparedDocument Prepare(int first)
    {
        var source = new GraphQLSource($"{{ items(first: {first}) {{ number text flag share }} }}");
        Assert.True(s_engine.TryPrepare(source, out var document, out var errors), string.Join("\n", errors));
        return document;
    }

    private static void Run(PreparedDocument document, ArrayBufferWriter<byte> output)
    {
        output.ResetWrittenCount();
        var pending = s_engine.ExecuteAsync(document, GraphQLRequest.Empty, output, CancellationToken.None);
        if (!pending.IsCompletedSuccessfully || !pending.GetAwaiter().GetResult().Errors.IsEmpty)
        {
            Assert.Fail("Resolvers in memory leave nothing pending, and these make no errors.");
        }
    }

    /// <summary>
    /// The least that one of twenty runs allocates, in bytes. The least, because the runtime's shared array pool may be
    /// emptied by other tests between two runs; what the engine itself allocates it allocates in every run.
    /// </summary>
    private static long BytesOf(PreparedDocument document, ArrayBufferWriter<byte> output)
    {
        var least = long.MaxValue;
        for (var i = 0; i < 20; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Run(document, output);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        return least;
    }

    [Fact]
    public void A_thousand_rows_allocate_no_more_than_ten()
    {
        var output = new ArrayBufferWriter<byte>(1 << 20);

        var few = BytesOf(Prepare(10), output);
        var many = BytesOf(Prepare(1000), output);

        Assert.InRange(few, 0, 2048);
        Assert.InRange(many - few, -256, 256);
    }

    [Fact]
    public void One_prepared_document_runs_on_many_threads_at_once()
    {
        var document = Prepare(100);
        var expected = new ArrayBufferWriter<byte>();
        Run(document, expected);

        Parallel.For(
            0,
            200,
            new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = TestContext.Current.CancellationToken },
            _ =>
            {
                var output = new ArrayBufferWriter<byte>();
                Run(document, output);
                Assert.True(output.WrittenSpan.SequenceEqual(expected.WrittenSpan), Encoding.UTF8.GetString(output.WrittenSpan));
            }
        );
    }

    [Fact]
    public async Task A_cancelled_request_stops_and_writes_nothing()
    {
        using var cancellation = new CancellationTokenSource();
        var engine = new GraphQLEngine(
            GraphQLSchema.Parse(
                "type Query { a: Int b: Int }",
                new SchemaResolvers()
                    .Add(
                        "Query",
                        "a",
                        async (_, cancellationToken) =>
                        {
                            await cancellation.CancelAsync();
                            cancellationToken.ThrowIfCancellationRequested();
                        }
                    )
                    .Add("Query", "b", (_, _) => throw new InvalidOperationException("Never asked."))
            )
        );
        var output = new ArrayBufferWriter<byte>();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await engine.ExecuteAsync(new GraphQLSource("{ a b }"), GraphQLRequest.Empty, output, cancellation.Token)
        );

        Assert.Equal(0, output.WrittenCount);
    }
}
