using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Validation.Rules;

/// <summary>5.8.1: "<em>If any operation defines more than one variable with the same name, it is ambiguous and invalid</em>".</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Variable-Uniqueness"/>
internal sealed class UniqueVariableNames(ValidationContext context) : ValidationRule(context), IEnter<OperationDefinitionNode>
{
    public void Enter(OperationDefinitionNode node)
    {
        foreach (var same in Duplicates.Find(node.VariableDefinitions, definition => definition.Variable.Name))
        {
            Report($"There can be only one variable named \"${same.Key}\".", Duplicates.Places(same));
        }
    }
}
