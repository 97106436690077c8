using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;

namespace VoldCms.ContentApi.Http;

/// <summary>
/// The making of one answer that is not in memory: it waits for its turn, reads so much and no more, ends when its time is over, and its
/// place is others' once it is made; what is large is held until it has been sent. Of one request; not thread-safe.
/// </summary>
internal sealed class BoundedExecution : IDisposable
{
    // What is smaller than this is no matter, however slowly it is read.
    private const int LargeAnswerBytes = 1024 * 1024;

    private static readonly MinDataRate s_slowest = new(bytesPerSecond: 16 * 1024, gracePeriod: TimeSpan.FromSeconds(10));

    private readonly ExecutionGate _gate;
    private readonly int _seconds;
    private readonly CancellationToken _left;
    private readonly CancellationTokenSource _stop;
    private IDisposable? _place;

    private BoundedExecution(HttpContext context, ExecutionGate gate, ContentApiOptions options)
    {
        _gate = gate;
        _seconds = options.MaxSeconds;
        _left = context.RequestAborted;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(_left);
    }

    /// <summary>Ends what is done for the request: its client has left, or its time is over.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>Whether it ended because its time is over.</summary>
    public bool IsOver => _stop.IsCancellationRequested && !_left.IsCancellationRequested;

    /// <summary>The message about a time that is over.</summary>
    public string Message =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"The answer was not ready after {_seconds} s; ask for less at once, or filter by something that is indexed."
        );

    /// <summary>One for the request, which ends with it.</summary>
    public static BoundedExecution Of(HttpContext context, ExecutionGate gate, ContentApiOptions options)
    {
        context.RequestServices.GetRequiredService<ContentReader>().Budget = new ReadBudget(options.MaxReadBytes);
        var execution = new BoundedExecution(context, gate, options);
        context.Features.Set(execution);
        context.Response.RegisterForDispose(execution);
        return execution;
    }

    /// <summary>Waits for its turn; from then on the time runs.</summary>
    /// <param name="cost">As the engine reckons it.</param>
    /// <exception cref="BoundExceededException">Too much is being done already.</exception>
    public async ValueTask BeginAsync(long cost)
    {
        _place = await _gate.EnterAsync(cost, _left);
        _stop.CancelAfter(TimeSpan.FromSeconds(_seconds));
    }

    /// <summary>The answer is made, and is about to be sent.</summary>
    /// <param name="context">The request, whether or not its answer had to be made.</param>
    /// <param name="bytes">Of the answer.</param>
    /// <exception cref="BoundExceededException">Too many large answers are being sent.</exception>
    public static async ValueTask EndAsync(HttpContext context, long bytes)
    {
        if (context.Features.Get<BoundedExecution>() is not { } execution)
        {
            return;
        }

        execution._stop.CancelAfter(Timeout.InfiniteTimeSpan);
        context.RequestAborted = execution._left;
        var held = bytes < LargeAnswerBytes ? null : await execution._gate.HoldAsync(bytes, execution._left);
        execution._place?.Dispose();
        execution._place = held;
        if (held is not null && context.Features.Get<IHttpMinResponseDataRateFeature>() is { } rate)
        {
            rate.MinDataRate = s_slowest;
        }
    }

    /// <summary>What is told when the time is over.</summary>
    public BoundExceededException ToException() =>
        new(StatusCodes.Status503ServiceUnavailable, "api.max-seconds", Message, TimeSpan.FromSeconds(_seconds));

    public void Dispose()
    {
        _place?.Dispose();
        _stop.Dispose();
    }
}
