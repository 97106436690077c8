using VoldCms.GraphQL.Language;
using VoldCms.GraphQL.Types;

namespace VoldCms.GraphQL.Validation.Rules;

/// <summary>5.5.1.3: "<em>Fragments can only be declared on unions, interfaces, and objects</em>".</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Fragments-on-Object-Interface-or-Union-Types"/>
internal sealed class FragmentsOnCompositeTypes(ValidationContext context)
    : ValidationRule(context),
        IEnter<FragmentDefinitionNode>,
        IEnter<InlineFragmentNode>
{
    public void Enter(FragmentDefinitionNode node) => Check(node.TypeCondition);

    public void Enter(InlineFragmentNode node)
    {
        if (node.TypeCondition is not null)
        {
            Check(node.TypeCondition);
        }
    }

    private void Check(NamedTypeNode condition)
    {
        if (Context.FindType(condition.Name.Value) is { } type and not CompositeType)
        {
            Report($"A fragment cannot be on \"{type}\", which has no fields to select.", condition.Span);
        }
    }
}
