using System.Collections.Concurrent;
using VoldCms.GraphQL.Language;
using VoldCms.GraphQL.Types;

namespace VoldCms.GraphQL.Execution;

/// <summary>
/// One operation of a document, ready to run: its variables, its plans by the setting of the variables that decide about selections, and
/// its cost. Safe from any thread.
/// </summary>
internal sealed class PreparedOperation
{
    /// <summary>Settings beyond this are planned when they come and not kept.</summary>
    private const int KeptPlans = 32;

    private readonly PreparedDocument _document;
    private readonly ObjectType _rootType;
    private readonly bool _costDependsOnVariables;
    private readonly ConcurrentDictionary<ulong, Lazy<SelectionPlan>> _plans = [];
    private readonly ConcurrentDictionary<ulong, long> _costs = [];

    public PreparedOperation(PreparedDocument document, OperationDefinitionNode node, ObjectType rootType)
    {
        _document = document;
        _rootType = rootType;
        Node = node;
        Variables = new VariableCoercion(document.Schema, document.Node.Source, node);
        _costDependsOnVariables = !node.VariableDefinitions.IsEmpty;
    }

    public OperationDefinitionNode Node { get; }

    public VariableCoercion Variables { get; }

    /// <summary>The plan and the cost for a request's variables.</summary>
    public SelectionPlan Plan(VariableValues variables, CostRules rules, out long cost)
    {
        var setting = ConditionVariables.Read(_document.ConditionVariables, variables);
        var flags = new ConditionFlags(_document.ConditionVariables, setting);
        cost = GetCost(variables, rules, setting, flags);
        if (_plans.TryGetValue(setting, out var known))
        {
            return known.Value;
        }

        var plan = new Lazy<SelectionPlan>(() =>
            new OperationPlanner(_document.Schema, _document.Fragments, flags).PlanRoot(Node, _rootType)
        );
        return (_plans.Count < KeptPlans ? _plans.GetOrAdd(setting, plan) : plan).Value;
    }

    /// <summary>
    /// Reckons anew, with what the host knows of how much there is.
    /// </summary>
    /// <returns>The cost, and the field to ask less of when it is more than it may be.</returns>
    public async ValueTask<(long Cost, DearField? Dearest)> ReckonAsync(
        VariableValues variables,
        CostRules rules,
        GraphQLRequest request,
        long maxCost,
        CancellationToken cancellationToken
    )
    {
        var flags = new ConditionFlags(_document.ConditionVariables, ConditionVariables.Read(_document.ConditionVariables, variables));
        var calculator = new CostCalculator(_document.Schema, _document.Fragments, rules, variables, flags);
        var cost = calculator.CostOf(Node.SelectionSet, _rootType);
        if (calculator.Names.Count > 0 && request.CountAsync is { } count)
        {
            calculator = new(
                _document.Schema,
                _document.Fragments,
                rules,
                variables,
                flags,
                await count(calculator.Names, cancellationToken)
            );
            cost = calculator.CostOf(Node.SelectionSet, _rootType);
        }

        return (cost, cost > maxCost ? calculator.FindDearest(Node.SelectionSet, _rootType) : null);
    }

    private long GetCost(VariableValues variables, CostRules rules, ulong setting, ConditionFlags flags)
    {
        if (!_costDependsOnVariables && _costs.TryGetValue(setting, out var known))
        {
            return known;
        }

        var cost = new CostCalculator(_document.Schema, _document.Fragments, rules, variables, flags).CostOf(Node.SelectionSet, _rootType);
        if (!_costDependsOnVariables)
        {
            _costs.TryAdd(setting, cost);
        }

        return cost;
    }
}
