using VoldCms.GraphQL.Language;
using VoldCms.GraphQL.Types;

namespace VoldCms.GraphQL.Validation.Overlaps;

/// <summary>Gathers the fields of selection sets, each set once for each type that it is looked at with.</summary>
internal sealed class FieldCollector(ValidationContext context)
{
    private readonly Dictionary<(SelectionSetNode, CompositeType?), CollectedFields> _collected = [];

    public CollectedFields Collect(FragmentUses fragment) =>
        Collect(context.FindType(fragment.Definition.TypeCondition.Name.Value) as CompositeType, fragment.Definition.SelectionSet);

    public CollectedFields Collect(CompositeType? parentType, SelectionSetNode selectionSet)
    {
        if (!_collected.TryGetValue((selectionSet, parentType), out var collected))
        {
            collected = new CollectedFields();
            Add(collected, parentType, selectionSet);
            _collected.Add((selectionSet, parentType), collected);
        }

        return collected;
    }

    private void Add(CollectedFields collected, CompositeType? parentType, SelectionSetNode selectionSet)
    {
        foreach (var selection in selectionSet.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    var definition = parentType is null ? null : context.Schema.FindField(parentType, field.Name.Value);
                    collected.Add(new CollectedField(parentType, field, definition?.Type));
                    break;
                case FragmentSpreadNode spread
                    when context.FindFragment(spread.Name.Value) is { } fragment && !collected.Fragments.Contains(fragment):
                    collected.Fragments.Add(fragment);
                    break;
                case InlineFragmentNode inline:
                    var type = inline.TypeCondition is { } condition ? context.FindType(condition.Name.Value) as CompositeType : parentType;
                    Add(collected, type, inline.SelectionSet);
                    break;
            }
        }
    }
}
