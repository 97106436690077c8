using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Validation.Rules;

/// <summary>5.2.1.1: "<em>the root operation type … must exist</em>" for the kind of each operation.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Operation-Type-Existence"/>
internal sealed class KnownOperationTypes(ValidationContext context) : ValidationRule(context), IEnter<OperationDefinitionNode>
{
    public void Enter(OperationDefinitionNode node)
    {
        if (Context.Schema.FindRootType(node.Operation) is null)
        {
            Report($"The schema has no {node.Operation.ToString().ToLowerInvariant()} type.", node.Span);
        }
    }
}
