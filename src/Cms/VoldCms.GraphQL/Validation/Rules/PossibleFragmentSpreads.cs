using VoldCms.GraphQL.Language;
using VoldCms.GraphQL.Types;

namespace VoldCms.GraphQL.Validation.Rules;

/// <summary>5.5.2.3: "<em>a fragment spread is only valid if its type condition could ever apply within the parent type</em>".</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Fragment-Spread-Is-Possible"/>
internal sealed class PossibleFragmentSpreads(ValidationContext context)
    : ValidationRule(context),
        IEnter<InlineFragmentNode>,
        IEnter<FragmentSpreadNode>
{
    public void Enter(InlineFragmentNode node)
    {
        if (Context.Type is CompositeType type && IsImpossible(type))
        {
            Report($"A fragment on \"{type}\" cannot be spread here: no \"{Context.ParentType}\" is one.", node.Span);
        }
    }

    public void Enter(FragmentSpreadNode node)
    {
        if (
            Context.FindFragment(node.Name.Value) is { } fragment
            && Context.FindType(fragment.Definition.TypeCondition.Name.Value) is CompositeType type
            && IsImpossible(type)
        )
        {
            Report($"Fragment \"{node.Name}\" on \"{type}\" cannot be spread here: no \"{Context.ParentType}\" is one.", node.Span);
        }
    }

    private bool IsImpossible(CompositeType type) => Context.ParentType is { } parent && !Overlap(type, parent);

    private bool Overlap(CompositeType one, CompositeType other) =>
        (one, other) switch
        {
            _ when one == other => true,
            (ObjectType, ObjectType) => false,
            (ObjectType, _) => Context.Schema.IsSubType(other, one),
            (_, ObjectType) => Context.Schema.IsSubType(one, other),
            _ => Context.Schema.GetPossibleTypes(one).Any(possible => Context.Schema.IsSubType(other, possible)),
        };
}
