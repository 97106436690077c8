namespace VoldCms.Web.Starting;

/// <summary>
/// Keeps the framework's host from logging a failed start: whoever started it gets one line from <see cref="Start"/> instead
/// of a stack trace. Open once the start has succeeded.
/// </summary>
internal sealed class HostLogGate
{
    public const string Category = "Microsoft.Extensions.Hosting.Internal.Host";

    private volatile bool _isOpen;

    public void Open() => _isOpen = true;

    public bool Allows(LogLevel level) => _isOpen && level >= LogLevel.Warning;
}
