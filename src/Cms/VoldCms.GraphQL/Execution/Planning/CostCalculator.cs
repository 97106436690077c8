using VoldCms.GraphQL.Language;
using VoldCms.GraphQL.Types;

namespace VoldCms.GraphQL.Execution;

/// <summary>
/// Counts what an operation costs for given variables. Visits as many fields as the operation has with its fragments expanded, which
/// validation has bounded, and stops at <see cref="Ceiling"/>.
/// </summary>
internal sealed class CostCalculator(
    GraphQLSchema schema,
    FragmentTable fragments,
    CostRules rules,
    VariableValues variables,
    ConditionFlags flags,
    IReadOnlyDictionary<string, int>? counts = null
)
{
    /// <summary>Costs beyond this are all the same; sums and products of costs below it do not overflow.</summary>
    public const long Ceiling = int.MaxValue;

    private readonly HashSet<string> _names = [];
    private readonly IntrospectionCost _introspection = new(schema, fragments, variables, flags);

    /// <summary>Of what the lists so far are some, as <see cref="FieldDefinition.SomeOf"/> names it.</summary>
    public IReadOnlyCollection<string> Names => _names;

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
                case FragmentSpreadNode or InlineFragmentNode:
                    AddFragment(Below(selection, type));
                    break;
            }
        }

        return Math.Min(Ceiling, cost + (alternatives is null ? 0 : alternatives.Values.Max()));

        void AddFragment((SelectionSetNode Set, CompositeType Type)? fragment)
        {
            if (fragment is not var (selections, fragmentType))
            {
                return;
            }

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

    /// <summary>The field to ask less of; null when nothing costs anything.</summary>
    public DearField? FindDearest(SelectionSetNode set, CompositeType type)
    {
        DearField? dearest = null;
        var times = 1L;
        var next = ((SelectionSetNode Set, CompositeType Type)?)(set, type);
        var path = System.Collections.Immutable.ImmutableArray<string>.Empty;
        while (
            next is var (selections, parent)
            && FieldsOf(selections, parent).OrderByDescending(field => CostOf(field.Node, field.Definition)).FirstOrDefault()
                is { Node: { } node, Definition: { } definition }
        )
        {
            path = path.Add(node.ResponseName);
            var size = definition.Introspected is null ? Math.Min(Ceiling, PageSize(node, definition)) : 1;
            var sizeArgument = rules.PageSizeArguments.FirstOrDefault(name => definition.FindArgument(name) is not null);
            // The longest that its client can make shorter; without one, where the cost begins.
            if (dearest is null || (sizeArgument is not null && (dearest.SizeArgument is null || size > dearest.Size)))
            {
                dearest = new(
                    path,
                    size,
                    Math.Min(Ceiling, times * CostOf(node, definition)),
                    Math.Min(Ceiling, times * definition.CostWeight),
                    sizeArgument
                );
            }

            times = Math.Min(Ceiling, times * size);
            next =
                definition.Introspected is null && node.SelectionSet is { } below && definition.Type.UnwrappedType is CompositeType of
                    ? (below, of)
                    : null;
        }

        return dearest;
    }

    private IEnumerable<(FieldNode Node, FieldDefinition Definition)> FieldsOf(SelectionSetNode set, CompositeType type)
    {
        foreach (var selection in set.Selections.Where(selection => flags.IsIncluded(selection.Directives)))
        {
            if (selection is FieldNode field)
            {
                if (schema.FindField(type, field.Name.Value) is { } definition)
                {
                    yield return (field, definition);
                }
            }
            else if (Below(selection, type) is var (selections, fragmentType))
            {
                foreach (var inner in FieldsOf(selections, fragmentType))
                {
                    yield return inner;
                }
            }
        }
    }

    /// <summary>What a fragment asks, and of what; null when it is not there.</summary>
    private (SelectionSetNode Set, CompositeType Type)? Below(SelectionNode fragment, CompositeType type)
    {
        return fragment switch
        {
            FragmentSpreadNode spread when fragments.Find(spread.Name.Value) is { } found => (
                found.SelectionSet,
                TypeOf(found.TypeCondition)
            ),
            InlineFragmentNode inline => (inline.SelectionSet, TypeOf(inline.TypeCondition)),
            _ => null,
        };

        CompositeType TypeOf(NamedTypeNode? condition) =>
            condition is null ? type : schema.FindType(condition.Name.Value) as CompositeType ?? type;
    }

    private long CostOf(FieldNode field, FieldDefinition definition)
    {
        if (definition.Introspected is not null)
        {
            return _introspection.CostOf(field, definition, parent: null);
        }

        if (field.SelectionSet is null || definition.Type.UnwrappedType is not CompositeType type)
        {
            return definition.CostWeight;
        }

        var below = CostOf(field.SelectionSet, type);
        return Math.Min(
            Ceiling,
            definition.CostWeight + Math.Min(Ceiling, PageSize(field, definition)) * (definition.ItemCostWeight + below)
        );
    }

    private long PageSize(FieldNode field, FieldDefinition definition)
    {
        if (definition.PageSize is null && definition.SomeOf is null)
        {
            return AskedSize(field, definition);
        }

        if (!new ArgumentPlan(definition, field).TryCoerce(variables, out var arguments, out _))
        {
            return 1;
        }

        var size = definition.PageSize is { } pageSize ? Math.Max(0, pageSize(arguments)) : AskedSize(field, definition);
        if (definition.SomeOf?.Invoke(arguments) is not { } name)
        {
            return size;
        }

        _names.Add(name);
        return counts is not null && counts.TryGetValue(name, out var count) ? Math.Min(size, count) : size;
    }

    private long AskedSize(FieldNode field, FieldDefinition definition)
    {
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
