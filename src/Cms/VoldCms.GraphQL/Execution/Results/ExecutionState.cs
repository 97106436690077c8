using VoldCms.GraphQL.Types;

namespace VoldCms.GraphQL.Execution;

/// <summary>
/// Everything one request needs while it runs. States are reused from request to request: in the steady state, running a query
/// allocates what its resolvers do and little else.
/// </summary>
internal sealed class ExecutionState
{
    private static readonly ExecutionState?[] s_spares = new ExecutionState?[2 * Environment.ProcessorCount];

    private readonly List<ObjectBatch> _batches = [];
    private GraphQLSchema? _schema;
    private GraphQLRequest? _request;
    private ObjectBatch?[] _nextByPlan = new ObjectBatch?[16];
    private int _usedBatches;

    private ExecutionState() => Completion = new ValueCompletion(this);

    public GraphQLSchema Schema => _schema ?? throw new InvalidOperationException("No request is running.");

    public GraphQLRequest Request => _request ?? throw new InvalidOperationException("No request is running.");

    public VariableValues Variables { get; private set; } = VariableValues.Empty;

    public ResultArena Arena { get; } = new();

    public ValueCompletion Completion { get; }

    /// <summary>The one batch handed to resolvers, field after field.</summary>
    public FieldBatch FieldBatch { get; } = new();

    /// <summary>The batches of the level being resolved, and of the one below it.</summary>
    public List<ObjectBatch> Level { get; private set; } = [];

    public List<ObjectBatch> NextLevel { get; private set; } = [];

    /// <summary>Whether any value is an error, or null where it must not be; else the result can be written as it is.</summary>
    public bool HasFaults { get; set; }

    public static ExecutionState Rent(GraphQLSchema schema, GraphQLRequest request, VariableValues variables)
    {
        ExecutionState? state = null;
        for (var i = 0; i < s_spares.Length && state is null; i++)
        {
            state = Interlocked.Exchange(ref s_spares[i], null);
        }

        state ??= new ExecutionState();
        state._schema = schema;
        state._request = request;
        state.Variables = variables;
        return state;
    }

    /// <summary>Forgets the request and keeps the memory for another one.</summary>
    public void Return()
    {
        foreach (var batch in _batches.Take(_usedBatches))
        {
            batch.Reset();
        }

        if (_batches.Count > 256)
        {
            _batches.Clear();
        }

        Arena.Reset();
        Completion.Reset();
        Array.Clear(_nextByPlan);
        Level.Clear();
        NextLevel.Clear();
        Variables = VariableValues.Empty;
        _usedBatches = 0;
        _schema = null;
        _request = null;
        HasFaults = false;
        for (var i = 0; i < s_spares.Length; i++)
        {
            if (Interlocked.CompareExchange(ref s_spares[i], this, null) is null)
            {
                return;
            }
        }
    }

    /// <summary>An empty batch for <paramref name="plan"/>.</summary>
    public ObjectBatch NewBatch(SelectionPlan plan)
    {
        if (_usedBatches == _batches.Count)
        {
            _batches.Add(new ObjectBatch());
        }

        var batch = _batches[_usedBatches++];
        batch.Begin(plan);
        return batch;
    }

    /// <summary>The next level's batch for <paramref name="plan"/>: one, whatever fields lead to it.</summary>
    public ObjectBatch NextBatch(SelectionPlan plan)
    {
        if (plan.Index >= _nextByPlan.Length)
        {
            Array.Resize(ref _nextByPlan, Math.Max(plan.Index + 1, 2 * _nextByPlan.Length));
        }

        ref var batch = ref _nextByPlan[plan.Index];
        if (batch is null)
        {
            batch = NewBatch(plan);
            NextLevel.Add(batch);
        }

        return batch;
    }

    /// <summary>Goes one level down.</summary>
    public void Descend()
    {
        Level.Clear();
        (Level, NextLevel) = (NextLevel, Level);
        foreach (var batch in Level)
        {
            _nextByPlan[batch.Plan.Index] = null;
        }
    }
}
