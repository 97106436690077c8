using VoldCms.GraphQL.Language;
using VoldCms.GraphQL.Types;

namespace VoldCms.GraphQL.Validation.Rules;

/// <summary>5.3.3 Leaf Field Selections: scalars and enums have no selection set, all other fields must have one.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Leaf-Field-Selections"/>
internal sealed class ScalarLeafs(ValidationContext context) : ValidationRule(context), IEnter<FieldNode>
{
    public void Enter(FieldNode node)
    {
        if (Context.Type is not { } type)
        {
            return;
        }

        if (type.UnwrappedType is not LeafType)
        {
            if (node.SelectionSet is null)
            {
                Report($"Field \"{node.Name}\" of type \"{type}\" must have a selection of subfields.", node.Span);
            }
        }
        else if (node.SelectionSet is { } selectionSet)
        {
            Report($"Field \"{node.Name}\" must not have a selection since type \"{type}\" has no subfields.", selectionSet.Span);
        }
    }
}
