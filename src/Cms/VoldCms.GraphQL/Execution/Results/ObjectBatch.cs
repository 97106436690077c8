namespace VoldCms.GraphQL.Execution;

/// <summary>The objects of one level that have one selection: their sources, and where in the arena each field's column starts.</summary>
internal sealed class ObjectBatch
{
    private object?[] _sources = new object?[16];
    private int[] _columns = new int[8];

    /// <summary>What is asked of every object in the batch.</summary>
    public SelectionPlan Plan { get; private set; } = SelectionPlan.None;

    public int Count { get; private set; }

    public ReadOnlySpan<object?> Sources => _sources.AsSpan(0, Count);

    /// <summary>For each field of the plan, the first slot of its column.</summary>
    public Span<int> Columns => _columns.AsSpan(0, Plan.Fields.Length);

    public void Begin(SelectionPlan plan)
    {
        Plan = plan;
        if (_columns.Length < plan.Fields.Length)
        {
            _columns = new int[plan.Fields.Length];
        }
    }

    /// <summary>Adds an object and gives its row.</summary>
    public int Add(object? source)
    {
        if (Count == _sources.Length)
        {
            Array.Resize(ref _sources, Count * 2);
        }

        _sources[Count] = source;
        return Count++;
    }

    /// <summary>Forgets the objects, for the next request.</summary>
    public void Reset()
    {
        if (_sources.Length > 4096)
        {
            _sources = new object?[16];
        }
        else
        {
            Array.Clear(_sources, 0, Count);
        }

        Count = 0;
        Plan = SelectionPlan.None;
    }
}
