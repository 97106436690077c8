using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using VoldCms.Hosting.Logging;

namespace VoldCms.Hosting.Addresses;

/// <summary>
/// Tells the log, once, that somebody says from whom a request comes and is not believed: a proxy that nobody has named makes all its
/// visitors one, and whoever runs it would wonder why. Which address it was is not said; it can be a visitor's.
/// </summary>
internal sealed class UnnamedProxy(RequestDelegate next, ILogger<UnnamedProxy> logger)
{
    // Where it is believed, the framework takes the header away, and keeps what it was here.
    private const string Unread = "X-Forwarded-For";
    private const string Read = "X-Original-For";

    private int _isTold;

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Request.Headers;
        if (headers.ContainsKey(Unread) && !headers.ContainsKey(Read) && Interlocked.Exchange(ref _isTold, 1) == 0)
        {
            logger.ProxyNotNamed();
        }

        return next(context);
    }
}
