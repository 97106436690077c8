namespace VoldCms.GraphQL.Execution;

/// <summary>
/// All values of one result in one array: a column of a field is a run of slots, and so are the items of a list. Grows by doubling,
/// so hold indexes, not references, across an allocation.
/// </summary>
internal sealed class ResultArena
{
    private const int KeptSlots = 16 * 1024;

    private Slot[] _slots = new Slot[1024];
    private int _used;

    public ref Slot this[int index] => ref _slots[index];

    public Span<Slot> Span(int start, int count) => _slots.AsSpan(start, count);

    /// <summary>Takes <paramref name="count"/> slots, all null, and gives the first one's index.</summary>
    public int Allocate(int count)
    {
        var start = _used;
        _used = checked(start + count);
        if (_used > _slots.Length)
        {
            Array.Resize(ref _slots, (int)Math.Min(Array.MaxLength, Math.Max(2L * _slots.Length, _used)));
        }

        return start;
    }

    /// <summary>Forgets every value. An unusually large array is not kept.</summary>
    public void Reset()
    {
        if (_slots.Length > KeptSlots)
        {
            _slots = new Slot[KeptSlots];
        }
        else
        {
            Array.Clear(_slots, 0, _used);
        }

        _used = 0;
    }
}
