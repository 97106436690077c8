namespace VoldCms.Data.Databases.Sqlite;

/// <summary>
/// When the file is to be read whole for damage: when a statement has met some, and when the file has been written since it was
/// last read, at most every <see cref="s_pause"/>. Thread-safe.
/// </summary>
internal sealed class SqliteDamage
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private bool _isSuspected;
    private long _checkedAt;
    private DateTime _writtenThen;

    public void Suspect()
    {
        lock (_lock)
        {
            _isSuspected = true;
        }
    }

    public bool IsDue(string file)
    {
        var written = File.GetLastWriteTimeUtc(file);
        lock (_lock)
        {
            return _isSuspected || (written != _writtenThen && Environment.TickCount64 - _checkedAt > s_pause.TotalMilliseconds);
        }
    }

    /// <summary>The file is about to be read whole.</summary>
    public void Checked(string file)
    {
        var written = File.GetLastWriteTimeUtc(file);
        lock (_lock)
        {
            (_isSuspected, _checkedAt, _writtenThen) = (false, Environment.TickCount64, written);
        }
    }
}
