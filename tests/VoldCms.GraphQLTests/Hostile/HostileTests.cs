using System.Buffers;
using System.Diagnostics;
using System.Text.Json;
using VoldCms.GraphQL;
using VoldCms.GraphQL.Errors;
using VoldCms.GraphQL.Execution;
using VoldCms.GraphQL.Language;
using VoldCms.GraphQL.Validation;
using VoldCms.GraphQLTests.Corpus;
using VoldCms.GraphQLTests.Judge;

namespace VoldCms.GraphQLTests.Hostile;

/// <summary>
/// Requests made to hurt are refused, by name, and what that takes is counted: tokens, nodes, comparisons, bytes. How long it takes is only
/// said (to the test's output).
/// </summary>
public sealed class HostileTests(ITestOutputHelper output)
{
    // Sixty-four bytes for each that a document may have.
    private const long MostBytes = 64 * 128 * 1024;
    private const int MostResponseBytes = 200_000;
    private static readonly GraphQLEngine s_engine = new(Convention.Schema(CorpusFile.ReadSchema("harbour")));

    public static TheoryData<string> Hostile => [.. HostileDocument.All.Select(document => document.Name)];

    public static TheoryData<string> Harmless => [.. HostileDocument.Harmless.Select(document => document.Name)];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Is_refused_within_bounds(string name)
    {
        var hostile = HostileDocument.All.Single(document => document.Name == name);

        var run = Run(hostile);

        Assert.Contains(hostile.RefusedBy, run.Result.Errors.Select(error => error.Rule));
        Assert.False(run.Result.WasExecuted);
        Assert.InRange(run.Result.Errors.Length, 1, GraphQLLimits.Default.MaxValidationErrors + 1);
        AssertBounds(run);
    }

    [Theory]
    [MemberData(nameof(Harmless))]
    public void What_does_no_harm_is_run_within_the_same_bounds(string name)
    {
        var run = Run(HostileDocument.Harmless.Single(document => document.Name == name));

        Assert.Empty(run.Result.Errors);
        AssertBounds(run);
    }

    [Fact]
    public void Reading_stops_at_the_token_too_many()
    {
        var limits = GraphQLLimits.Default with { MaxTokens = 100 };
        var source = new GraphQLSource("{" + string.Concat(Enumerable.Repeat(" a", 50_000)) + "}");

        Assert.False(GraphQLParser.TryParse(source, limits, out _, out var error));

        // The hundred and first token is the hundredth name.
        Assert.Equal(new SourceLocation(1, 201), Assert.Single(error.Locations));
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Validation_alone_stays_within_its_counts(string name)
    {
        var hostile = HostileDocument.All.Single(document => document.Name == name);
        var limits = GraphQLLimits.Default;
        if (!GraphQLParser.TryParse(new GraphQLSource(hostile.Document), limits, out var document, out _))
        {
            return;
        }

        var errors = DocumentValidator.Validate(s_engine.Schema, document, limits, except: null, out var work);

        // Each token is part of one node at the most; a comparison is counted before it is made, a few at once.
        Assert.InRange(work.NodesVisited, 1, limits.MaxTokens);
        Assert.InRange(work.Comparisons, 0, limits.MaxComparisons + limits.MaxTokens);
        output.WriteLine($"{work.NodesVisited} nodes, {work.Comparisons} comparisons, {errors.Length} errors");
    }

    private void AssertBounds((ExecutionResult Result, long Bytes, int ResponseBytes, TimeSpan Time) run)
    {
        output.WriteLine($"{run.Bytes} bytes allocated, {run.ResponseBytes} bytes of response, {run.Time.TotalMilliseconds:0.0} ms");
        Assert.InRange(run.Bytes, 0, MostBytes);
        Assert.InRange(run.ResponseBytes, 1, MostResponseBytes);
    }

    /// <summary>The second of two runs, so that nothing is counted that happens once in a process.</summary>
    private static (ExecutionResult Result, long Bytes, int ResponseBytes, TimeSpan Time) Run(HostileDocument hostile)
    {
        var source = new GraphQLSource(hostile.Document);
        using var variables = JsonDocument.Parse(hostile.Variables, new JsonDocumentOptions { MaxDepth = 2_000 });
        var request = new GraphQLRequest { RootValue = Convention.Root, Variables = variables.RootElement };
        var response = new ArrayBufferWriter<byte>(MostResponseBytes);
        Execute();
        response.Clear();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        var result = Execute();
        return (result, GC.GetAllocatedBytesForCurrentThread() - before, response.WrittenCount, Stopwatch.GetElapsedTime(start));

        ExecutionResult Execute()
        {
            var pending = s_engine.ExecuteAsync(source, request, response, CancellationToken.None);
            Assert.True(pending.IsCompleted);
            return pending.Result;
        }
    }
}
