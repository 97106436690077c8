using VoldCms.ContentApi.Http;
using VoldCms.ContentApi.Mutations;

namespace VoldCms.ContentApi.GraphQL;

/// <summary>
/// A mutation that is let in, or the answer that it gets instead. Not thread-safe; to be disposed of when the mutation has been run.
/// </summary>
internal class MutationTurn : IAsyncDisposable
{
    private MutationTurn(Answer? answer) => Answer = answer;

    /// <summary>A request that is run as often as it is sent.</summary>
    public static MutationTurn Unkeyed { get; } = new(answer: null);

    /// <summary>How it is answered without being run: a refusal, or the answer of before. Null when it is to be run.</summary>
    public Answer? Answer { get; }

    /// <summary>A request that is not run.</summary>
    public static MutationTurn AnsweredBy(Answer answer) => new(answer);

    /// <summary>The first request with its <c>Idempotency-Key</c>.</summary>
    public static MutationTurn Of(string key, IdempotentRequests requests, ContentMutations mutations) =>
        new Keyed(key, requests, mutations);

    /// <summary>Keeps the answer for the next request with the key, where there is one, and gives it.</summary>
    public virtual ValueTask<Answer> KeepAsync(Answer answer) => ValueTask.FromResult(answer);

    /// <inheritdoc/>
    public virtual ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private sealed class Keyed(string key, IdempotentRequests requests, ContentMutations mutations) : MutationTurn(answer: null)
    {
        private bool _isRun;

        public override async ValueTask<Answer> KeepAsync(Answer answer)
        {
            _isRun = true;
            await requests.AnswerAsync(key, answer);
            return answer;
        }

        /// <summary>
        /// Gives the key back where nothing came of it. Where something has been changed for good, nobody knows what, and it stays taken.
        /// </summary>
        public override async ValueTask DisposeAsync()
        {
            if (!_isRun && !mutations.HasCommitted)
            {
                await requests.ReleaseAsync(key);
            }

            await base.DisposeAsync();
        }
    }
}
