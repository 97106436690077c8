using System.Globalization;

namespace VoldCms.ContentManagement.Queries;

/// <summary>How many bytes of stored documents may still be read for somebody, over several queries. Not thread-safe.</summary>
/// <param name="bytes">All of them.</param>
public sealed class ReadBudget(long bytes)
{
    private long _read;

    /// <summary>A document has been read.</summary>
    /// <param name="read">Its bytes.</param>
    /// <exception cref="ReadBudgetException">It is more than there was left.</exception>
    public void Spend(int read)
    {
        _read += read;
        if (_read > bytes)
        {
            throw new ReadBudgetException(bytes);
        }
    }
}

/// <summary>More would be read than may be.</summary>
/// <param name="bytes">What may be read.</param>
public sealed class ReadBudgetException(long bytes)
    : Exception(
        string.Create(CultureInfo.InvariantCulture, $"More than {bytes} bytes of content would be read; ask for fewer items at once.")
    );
