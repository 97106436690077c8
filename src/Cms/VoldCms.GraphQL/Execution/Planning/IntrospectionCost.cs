using VoldCms.GraphQL.Language;
using VoldCms.GraphQL.Types;

namespace VoldCms.GraphQL.Execution;

/// <summary>
/// Counts the values that introspection would list, in the schema itself: one for each field of each object. What is asked of a named type
/// is counted once however many lead to it, and counting ends where nobody would be allowed as much.
/// </summary>
internal sealed class IntrospectionCost(GraphQLSchema schema, FragmentTable fragments, VariableValues variables, ConditionFlags flags)
{
    private const int MaxSteps = 500_000;

    private readonly Dictionary<(SelectionSetNode Set, NamedType Type), long> _known = [];
    private readonly Dictionary<FieldNode, ArgumentValues> _arguments = [];
    private int _steps;

    /// <summary>The values of a field that leads to the schema, or <see cref="CostCalculator.Ceiling"/>.</summary>
    /// <param name="field">Of the introspection, or one of the fields that lead there.</param>
    /// <param name="definition">The field's.</param>
    /// <param name="parent">Null at the root.</param>
    public long CostOf(FieldNode field, FieldDefinition definition, object? parent)
    {
        if (++_steps > MaxSteps)
        {
            return CostCalculator.Ceiling;
        }

        var cost = 1L;
        if (field.SelectionSet is { } set && definition is { Introspected: { } find, Type.UnwrappedType: CompositeType type })
        {
            foreach (var value in find(schema, parent, ArgumentsOf(field, definition)))
            {
                cost = Math.Min(CostCalculator.Ceiling, cost + CostOf(set, type, value));
            }
        }

        return cost;
    }

    private long CostOf(SelectionSetNode set, CompositeType type, object value)
    {
        if (value is not NamedType named)
        {
            return Count(set, type, value);
        }

        if (!_known.TryGetValue((set, named), out var known))
        {
            _known[(set, named)] = known = Count(set, type, value);
        }

        return known;
    }

    private long Count(SelectionSetNode set, CompositeType type, object value)
    {
        var cost = 0L;
        foreach (var selection in set.Selections.Where(selection => flags.IsIncluded(selection.Directives)))
        {
            cost += selection switch
            {
                FieldNode field when schema.FindField(type, field.Name.Value) is { } definition => CostOf(field, definition, value),
                FragmentSpreadNode spread when fragments.Find(spread.Name.Value) is { } fragment => CostOf(
                    fragment.SelectionSet,
                    type,
                    value
                ),
                InlineFragmentNode inline => CostOf(inline.SelectionSet, type, value),
                _ => 0,
            };
        }

        return Math.Min(CostCalculator.Ceiling, cost);
    }

    /// <summary>They are the same whatever the parent; those that do not hold give nothing.</summary>
    private ArgumentValues ArgumentsOf(FieldNode field, FieldDefinition definition)
    {
        if (!_arguments.TryGetValue(field, out var known))
        {
            _arguments.Add(
                field,
                known = new ArgumentPlan(definition, field).TryCoerce(variables, out var values, out _) ? values : ArgumentValues.None
            );
        }

        return known;
    }
}
