using System.Diagnostics.CodeAnalysis;

namespace VoldCms.ContentManagement.Caching;

/// <summary>Keeps what was used last, up to a size. Thread-safe.</summary>
/// <param name="capacity">The sum of sizes that is kept; 0 keeps nothing.</param>
/// <param name="sizeOf">The size of a value, which must not change; what alone is larger than the capacity is not kept.</param>
public sealed class BoundedCache<TKey, TValue>(long capacity, Func<TValue, long> sizeOf)
    where TKey : notnull
{
    private readonly Lock _lock = new();
    private readonly Dictionary<TKey, LinkedListNode<(TKey Key, TValue Value)>> _entries = [];
    private readonly LinkedList<(TKey Key, TValue Value)> _byUse = [];
    private long _size;

    /// <summary>Looks a value up and marks it as the last one used.</summary>
    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(key, out var entry))
            {
                value = default;
                return false;
            }

            _byUse.Remove(entry);
            _byUse.AddFirst(entry);
            value = entry.Value.Value;
            return true;
        }
    }

    /// <summary>Keeps a value in the place of one that had the key.</summary>
    public void Set(TKey key, TValue value)
    {
        var size = sizeOf(value);
        lock (_lock)
        {
            if (_entries.Remove(key, out var old))
            {
                Drop(old);
            }

            if (size > capacity)
            {
                return;
            }

            _entries.Add(key, _byUse.AddFirst((key, value)));
            _size += size;
            while (_size > capacity && _byUse.Last is { } oldest)
            {
                _entries.Remove(oldest.Value.Key);
                Drop(oldest);
            }
        }
    }

    private void Drop(LinkedListNode<(TKey Key, TValue Value)> entry)
    {
        _byUse.Remove(entry);
        _size -= sizeOf(entry.Value.Value);
    }
}
