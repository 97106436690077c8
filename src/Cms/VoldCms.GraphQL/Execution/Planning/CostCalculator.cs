using VoldCms.GraphQL.Introspection;
using VoldCms.GraphQL.Language;
using VoldCms.GraphQL.Types;

namespace VoldCms.GraphQL.Execution;

/// <summary>
/// Counts what an operation costs for given variables. Visits as many fields as the operation has with its fragments expanded, which
/// validation has bounded, and stops at <see cref="Ceiling"/>.
/// </summary>
internal sealed class CostCalculator(GraphQLSchema schema, FragmentTable fragments, CostRules rules, VariableValues variables, ConditionFlags flags)
{
    /// <summary>Costs beyond this are all the same; sums and products of costs below it do not overflow.</summary>
    public const long Ceiling = int.MaxValue;

    /// <summary>The cost of what is asked of <paramref name="type"/>.</summary>
    public long CostOf(SelectionSetNode set, CompositeType type)
    {
        var cost = 0L;
        Dictionary<ObjectType, long>? alternatives = null;
        foreach (var selection in set.Selections)
        {
            if (cost >= Ceiling || !flags.IsIncluded(selection.Directives))
            {
                continue;
            }

            switch (selection)
            {
                case FieldNode field when schema.FindField(type, field.Name.Value) is { } definition:
                    cost += CostOf(field, definition);
                    break;
                case FragmentSpreadNode spread when fragments.Find(spread.Name.Value) is { } fragment:
                    AddFragment(fragment.TypeCondition, fragment.SelectionSet);
                    break;
                case InlineFragmentNode inline:
                    AddFragment(inline.TypeCondition, inline.SelectionSet);
                    break;
            }
        }

        return Math.Min(Ceiling, cost + (alternatives is null ? 0 : alternatives.Values.Max()));

        void AddFragment(NamedTypeNode? condition, SelectionSetNode selections)
        {
            var fragmentType = condition is null ? type : schema.FindType(condition.Name.Value) as CompositeType ?? type;
            var fragmentCost = CostOf(selections, fragmentType);
            if (fragmentType is ObjectType alternative && type is not ObjectType)
            {
                // An object is of one type: of what is asked of each, it can cost the dearest.
                alternatives ??= new Dictionary<ObjectType, long>();
                alternatives[alternative] = Math.Min(Ceiling, alternatives.GetValueOrDefault(alternative) + fragmentCost);
            }
            else
            {
                cost += fragmentCost;
            }
        }
    }

    private long CostOf(FieldNode field, FieldDefinition definition)
    {
        if (field.SelectionSet is null || definition.Type.UnwrappedType is not CompositeType type)
        {
            return definition.CostWeight;
        }

        var below = CostOf(field.SelectionSet, type);
        return Math.Min(Ceiling, definition.CostWeight + Math.Min(Ceiling, PageSize(field, definition)) * (definition.ItemCostWeight + below));
    }

    private long PageSize(FieldNode field, FieldDefinition definition)
    {
        if (IntrospectionTypes.Contains(definition.Type.UnwrappedType))
        {
            return 1;
        }

        if (definition.PageSize is { } pageSize)
        {
            return new ArgumentPlan(definition, field).TryCoerce(variables, out var arguments, out _) ? Math.Max(0, pageSize(arguments)) : 1;
        }

        foreach (var name in rules.PageSizeArguments)
        {
            // A negative size bounds nothing, whatever a resolver makes of it.
            if (definition.FindArgument(name) is { } argument && FindInteger(field, argument) is { } size and >= 0)
            {
                return size;
            }
        }

        return definition.Type.NullableType is ListType ? rules.DefaultPageSize : 1;
    }

    private int? FindInteger(FieldNode field, InputValueDefinition argument)
    {
        var literal = field.Arguments.FirstOrDefault(given => given.Name.Value == argument.Name)?.Value;
        if (literal is null || (literal is VariableNode variable && !variables.TryGet(variable.Name.Value, out _)))
        {
            return argument.DefaultValue is null ? null : LiteralCoercion.DefaultValue(argument) as int?;
        }

        return LiteralCoercion.TryCoerce(literal, argument.Type, variables, out var value, out _) ? value as int? : null;
    }
}
