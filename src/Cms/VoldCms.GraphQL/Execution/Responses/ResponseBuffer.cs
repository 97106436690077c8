using System.Buffers;

namespace VoldCms.GraphQL.Execution;

/// <summary>
/// What a response is written into: pieces that are used again by others, none of them large, so that a long answer leaves nothing behind.
/// Holds a bound while it is written. Not thread-safe; dispose it to give the pieces back.
/// </summary>
/// <param name="maxBytes">The most that it takes.</param>
public sealed class ResponseBuffer(long maxBytes) : IBufferWriter<byte>, IDisposable
{
    // Below what the runtime keeps among its large objects, which are the last to be given back.
    private const int PieceBytes = 64 * 1024;

    private readonly List<ArraySegment<byte>> _full = [];
    private byte[] _piece = [];
    private int _used;
    private long _before;

    /// <summary>Bytes written.</summary>
    public long Length => _before + _used;

    /// <inheritdoc/>
    /// <exception cref="ResponseTooLargeException">It is more than the buffer takes.</exception>
    public void Advance(int count)
    {
        _used += count;
        if (Length > maxBytes)
        {
            throw new ResponseTooLargeException(maxBytes);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ResponseTooLargeException">It is far more than the buffer takes.</exception>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _piece.AsMemory(_used);
    }

    /// <inheritdoc/>
    /// <exception cref="ResponseTooLargeException">It is far more than the buffer takes.</exception>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _piece.AsSpan(_used);
    }

    /// <summary>Writes all of it to another output.</summary>
    public void CopyTo(IBufferWriter<byte> output)
    {
        foreach (var piece in _full)
        {
            output.Write(piece);
        }

        output.Write(_piece.AsSpan(0, _used));
    }

    /// <summary>All of it, as an array of its own.</summary>
    public byte[] ToArray()
    {
        var all = GC.AllocateUninitializedArray<byte>(checked((int)Length));
        var start = 0;
        foreach (var piece in _full)
        {
            piece.CopyTo(all, start);
            start += piece.Count;
        }

        _piece.AsSpan(0, _used).CopyTo(all.AsSpan(start));
        return all;
    }

    /// <summary>Forgets what is written.</summary>
    public void Clear()
    {
        foreach (var piece in _full)
        {
            ArrayPool<byte>.Shared.Return(piece.Array!);
        }

        _full.Clear();
        if (_piece.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_piece);
        }

        _piece = [];
        _used = 0;
        _before = 0;
    }

    /// <inheritdoc/>
    public void Dispose() => Clear();

    private void Reserve(int count)
    {
        if (_piece.Length - _used >= Math.Max(1, count))
        {
            return;
        }

        // Some ask for three times what they then write.
        if (count > 4 * maxBytes)
        {
            throw new ResponseTooLargeException(maxBytes);
        }

        var next = ArrayPool<byte>.Shared.Rent(Math.Max(count, PieceBytes));
        if (_piece.Length > 0)
        {
            _full.Add(new(_piece, 0, _used));
            _before += _used;
        }

        _piece = next;
        _used = 0;
    }
}

/// <summary>A response has become larger than it may be.</summary>
/// <param name="maxBytes">What it may be.</param>
public sealed class ResponseTooLargeException(long maxBytes)
    : Exception(
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"The answer would be larger than {maxBytes} bytes; ask for fewer fields, or for fewer items at once."
        )
    );
