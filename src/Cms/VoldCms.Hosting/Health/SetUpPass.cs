namespace VoldCms.Hosting.Health;

/// <summary>
/// Whether this process still sets up the tenants that it found missing or unfinished at its start. Singleton, thread-safe.
/// </summary>
public sealed class SetUpPass
{
    private volatile bool _isOver;

    /// <summary>Whether the pass has ended, well or not.</summary>
    public bool IsOver => _isOver;

    /// <summary>Called once, when the pass has ended.</summary>
    public void End() => _isOver = true;
}
