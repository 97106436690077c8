using VoldCms.Testing.Node;

[assembly: AssemblyFixture(typeof(VoldCms.GraphQLTests.Judge.JudgeProcess))]

namespace VoldCms.GraphQLTests.Judge;

/// <summary>
/// The reference implementation (npm <c>graphql</c>) as one long-lived process for all tests. Where node or npm is missing, asking
/// skips the test and says so. Thread-safe.
/// </summary>
public sealed class JudgeProcess : IAsyncDisposable
{
    private static readonly NodeFolder s_folder = new("Judge");
    private readonly SemaphoreSlim _turn = new(1, 1);
    private LineProgram? _judge;

    /// <summary>Asks all of <paramref name="requests"/> and gives the answers in the same order.</summary>
    public async Task<JudgeAnswer[]> AskAllAsync(IReadOnlyList<JudgeRequest> requests, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            _judge ??= await s_folder.StartAsync("judge.mjs", cancellationToken);
            var numbered = requests.Select((request, i) => request with { Id = i }).ToList();
            var answers = await _judge.AskAllAsync<JudgeRequest, JudgeAnswer>(numbered, JudgeJson.Default.Options, cancellationToken);
            Assert.Empty(answers.Where((answer, i) => answer.Failure is not null || answer.Id != i));
            return answers;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Asks one question.</summary>
    public async Task<JudgeAnswer> AskAsync(JudgeRequest request, CancellationToken cancellationToken) =>
        (await AskAllAsync([request], cancellationToken))[0];

    public async ValueTask DisposeAsync()
    {
        if (_judge is not null)
        {
            await _judge.DisposeAsync();
        }

        _turn.Dispose();
    }
}
