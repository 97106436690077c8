using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace VoldCms.ContentApi.Http;

/// <summary>
/// Lets as many answers be made at once as there is memory for, by what each may take at most. Dear ones have a room of their own, so that
/// the others need not wait for them; large answers that are being sent have a third. Whoever finds no room waits a little. Singleton,
/// thread-safe.
/// </summary>
internal sealed class ExecutionGate : IDisposable
{
    // Measured: a value that is read, worked on and written takes this at most, its share of its item's document included.
    private const int BytesPerCost = 1536;
    private const int Megabyte = 1024 * 1024;
    private const int LeastMegabytes = 8;
    private const int MostMegabytes = 200;
    private const int CheapMegabytes = 32;
    private const int MaxWaiting = 100;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);

    private readonly ConcurrencyLimiter _cheap;
    private readonly ConcurrencyLimiter _dear;
    private readonly ConcurrencyLimiter _sent;
    private readonly int _mostOfCheap;
    private readonly int _mostOfDear;
    private readonly int _mostOfSent;

    public ExecutionGate(IOptions<ContentApiOptions> options)
    {
        var all = options.Value.ExecutionMegabytes;
        _mostOfCheap = Math.Min(CheapMegabytes, all / 5);
        _mostOfDear = Math.Min(MostMegabytes, all * 3 / 5);
        _mostOfSent = all / 5;
        _cheap = Room(all / 5);
        _dear = Room(all * 3 / 5);
        _sent = Room(_mostOfSent);
    }

    /// <summary>Waits for room to make an answer; dispose what is returned when it is made.</summary>
    /// <param name="cost">As the engine reckons it.</param>
    /// <param name="cancellationToken">The client has left.</param>
    /// <exception cref="BoundExceededException">There was none for a while.</exception>
    public ValueTask<IDisposable> EnterAsync(long cost, CancellationToken cancellationToken)
    {
        var megabytes = (int)Math.Clamp(cost * BytesPerCost / Megabyte, LeastMegabytes, _mostOfDear);
        return TakeAsync(megabytes <= _mostOfCheap ? _cheap : _dear, megabytes, cancellationToken);
    }

    /// <summary>Waits for room to keep an answer until it is sent; dispose what is returned then.</summary>
    /// <param name="bytes">Of the answer.</param>
    /// <param name="cancellationToken">The client has left.</param>
    /// <exception cref="BoundExceededException">There was none for a while.</exception>
    public ValueTask<IDisposable> HoldAsync(long bytes, CancellationToken cancellationToken) =>
        TakeAsync(_sent, (int)Math.Min(_mostOfSent, 1 + (bytes / Megabyte)), cancellationToken);

    public void Dispose()
    {
        _cheap.Dispose();
        _dear.Dispose();
        _sent.Dispose();
    }

    private static ConcurrencyLimiter Room(int megabytes) =>
        new(
            new()
            {
                PermitLimit = megabytes,
                QueueLimit = MaxWaiting * megabytes,
                QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
            }
        );

    private static async ValueTask<IDisposable> TakeAsync(ConcurrencyLimiter room, int megabytes, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(s_patience);
        try
        {
            if (await room.AcquireAsync(megabytes, patience.Token) is { IsAcquired: true } lease)
            {
                return lease;
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Nobody has left: it has waited long enough.
        }

        throw new BoundExceededException(
            StatusCodes.Status503ServiceUnavailable,
            "api.busy",
            "Too much is being asked at the moment; ask again when Retry-After says.",
            TimeSpan.FromSeconds(2)
        );
    }
}
