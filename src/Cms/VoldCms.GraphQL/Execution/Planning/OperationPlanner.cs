using System.Collections.Immutable;
using System.Runtime.InteropServices;
using VoldCms.GraphQL.Language;
using VoldCms.GraphQL.Types;

namespace VoldCms.GraphQL.Execution;

/// <summary>
/// Plans an operation for one setting of the variables that <c>@skip</c> and <c>@include</c> ask: CollectFields, done once and kept.
/// The same selections asked of the same type share one plan, wherever they stand, so that objects reached by different ways are
/// resolved together. Safe from any thread.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#CollectFields()"/>
internal sealed class OperationPlanner(GraphQLSchema schema, FragmentTable fragments, ConditionFlags flags)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<SelectionKey, SelectionPlan> _plans = [];

    /// <summary>The plan of the operation's root.</summary>
    public SelectionPlan PlanRoot(OperationDefinitionNode operation, ObjectType rootType) =>
        Plan(new SelectionKey(rootType, [operation.SelectionSet]));

    /// <summary><c>CollectSubfields(objectType, fields, variableValues)</c></summary>
    /// <seealso href="https://spec.graphql.org/September2025/#CollectSubfields()"/>
    public SelectionPlan PlanBelow(FieldPlan field, ObjectType type)
    {
        var sets = field.Nodes.Select(node => node.SelectionSet).OfType<SelectionSetNode>();
        return Plan(new SelectionKey(type, [.. sets]));
    }

    private SelectionPlan Plan(SelectionKey key)
    {
        lock (_lock)
        {
            ref var plan = ref CollectionsMarshal.GetValueRefOrAddDefault(_plans, key, out _);
            return plan ??= new SelectionPlan(key.Type, CollectFields(key), _plans.Count - 1);
        }
    }

    private FieldPlan[] CollectFields(SelectionKey key)
    {
        var groups = new OrderedDictionary<string, ImmutableArray<FieldNode>>(StringComparer.Ordinal);
        var visitedFragments = new HashSet<string>(StringComparer.Ordinal);
        foreach (var set in key.SelectionSets)
        {
            Collect(key.Type, set, groups, visitedFragments);
        }

        var fields = new List<FieldPlan>(groups.Count);
        foreach (var (_, nodes) in groups)
        {
            // Validation has shown that the field exists; the plan of an unvalidated document leaves it out.
            if (schema.FindField(key.Type, nodes[0].Name.Value) is { } definition)
            {
                fields.Add(new FieldPlan(this, key.Type, definition, nodes));
            }
        }

        return [.. fields];
    }

    private void Collect(
        ObjectType type,
        SelectionSetNode set,
        OrderedDictionary<string, ImmutableArray<FieldNode>> groups,
        HashSet<string> visitedFragments
    )
    {
        foreach (var selection in set.Selections)
        {
            if (!flags.IsIncluded(selection.Directives))
            {
                continue;
            }

            switch (selection)
            {
                case FieldNode field:
                    groups[field.ResponseName] = groups.TryGetValue(field.ResponseName, out var nodes) ? nodes.Add(field) : [field];
                    break;
                case FragmentSpreadNode spread:
                    if (
                        visitedFragments.Add(spread.Name.Value)
                        && fragments.Find(spread.Name.Value) is { } fragment
                        && DoesFragmentTypeApply(type, fragment.TypeCondition)
                    )
                    {
                        Collect(type, fragment.SelectionSet, groups, visitedFragments);
                    }

                    break;
                case InlineFragmentNode inline when inline.TypeCondition is null || DoesFragmentTypeApply(type, inline.TypeCondition):
                    Collect(type, inline.SelectionSet, groups, visitedFragments);
                    break;
            }
        }
    }

    /// <seealso href="https://spec.graphql.org/September2025/#DoesFragmentTypeApply()"/>
    private bool DoesFragmentTypeApply(ObjectType type, NamedTypeNode condition) =>
        schema.FindType(condition.Name.Value) is CompositeType conditionType
        && (ReferenceEquals(conditionType, type) || schema.IsSubType(conditionType, type));

    /// <summary>A type and the selection sets that are asked of it, in order.</summary>
    private readonly struct SelectionKey(ObjectType type, SelectionSetNode[] selectionSets) : IEquatable<SelectionKey>
    {
        public ObjectType Type { get; } = type;

        public SelectionSetNode[] SelectionSets { get; } = selectionSets;

        public bool Equals(SelectionKey other) =>
            ReferenceEquals(Type, other.Type) && SelectionSets.AsSpan().SequenceEqual(other.SelectionSets);

        public override bool Equals(object? obj) => obj is SelectionKey other && Equals(other);

        public override int GetHashCode() =>
            HashCode.Combine(Type, SelectionSets.Length, SelectionSets.Length == 0 ? null : SelectionSets[0]);
    }
}
