using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Validation.Rules;

/// <summary>5.8.2: "<em>Variables can only be input types</em>": scalars, enums, input objects, and lists and non-nulls of them.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Variables-Are-Input-Types"/>
internal sealed class VariablesAreInputTypes(ValidationContext context) : ValidationRule(context), IEnter<VariableDefinitionNode>
{
    public void Enter(VariableDefinitionNode node)
    {
        if (Context.FindType(node.Type) is { IsInputType: false })
        {
            Report($"Variable \"${node.Variable.Name}\" cannot be of type \"{node.Type}\", which is no input type.", node.Type.Span);
        }
    }
}
