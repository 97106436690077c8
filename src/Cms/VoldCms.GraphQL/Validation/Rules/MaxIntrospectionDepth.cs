using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Validation.Rules;

/// <summary>
/// Not a rule of the specification: introspection goes in circles (the fields of the types of the fields …), and each round multiplies
/// the answer by the size of the schema. Three lists of members inside each other are refused; the usual introspection has one.
/// </summary>
/// <remarks>The reference implementation has the same rule with the same bound.</remarks>
internal sealed class MaxIntrospectionDepth(ValidationContext context) : ValidationRule(context), IEnter<FieldNode>, ILeave<FieldNode>
{
    private const int TooManyLists = 3;
    private readonly Dictionary<string, int> _deepestSafe = new(StringComparer.Ordinal);
    private FieldNode? _reported;

    public void Enter(FieldNode node)
    {
        if (_reported is null && node is { Name.Value: "__schema" or "__type", SelectionSet: { } selectionSet } && Exceeds(selectionSet, 0))
        {
            _reported = node;
            Report("Introspection goes too deep.", node.Span);
        }
    }

    public void Leave(FieldNode node)
    {
        if (_reported == node)
        {
            _reported = null;
        }
    }

    private bool Exceeds(SelectionSetNode selectionSet, int lists)
    {
        foreach (var selection in selectionSet.Selections)
        {
            if (!Context.Spend())
            {
                return false;
            }

            var exceeds = selection switch
            {
                FieldNode field => Exceeds(field, lists),
                InlineFragmentNode inline => Exceeds(inline.SelectionSet, lists),
                FragmentSpreadNode spread => Exceeds(spread, lists),
                _ => false,
            };
            if (exceeds)
            {
                return true;
            }
        }

        return false;
    }

    private bool Exceeds(FieldNode field, int lists)
    {
        if (field.Name.Value is "fields" or "interfaces" or "possibleTypes" or "inputFields" && ++lists >= TooManyLists)
        {
            return true;
        }

        return field.SelectionSet is { } selectionSet && Exceeds(selectionSet, lists);
    }

    /// <summary>A fragment is entered again only with more lists around it than before, so at most three times.</summary>
    private bool Exceeds(FragmentSpreadNode spread, int lists)
    {
        var name = spread.Name.Value;
        var before = _deepestSafe.GetValueOrDefault(name, -1);
        if (before >= lists || Context.FindFragment(name) is not { } fragment)
        {
            return false;
        }

        _deepestSafe[name] = lists;
        var exceeds = Exceeds(fragment.Definition.SelectionSet, lists);
        if (exceeds)
        {
            _deepestSafe[name] = before;
        }

        return exceeds;
    }
}
