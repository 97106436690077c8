using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Validation.Rules;

/// <summary>
/// 5.1.1: a document for execution holds operations and fragments only: "<em>TypeSystemDefinition and TypeSystemExtension</em>" make it
/// invalid.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Executable-Definitions"/>
internal sealed class ExecutableDefinitions(ValidationContext context) : ValidationRule(context), IEnter<DocumentNode>
{
    public void Enter(DocumentNode node)
    {
        foreach (var definition in node.Definitions)
        {
            if (definition is not ExecutableDefinitionNode)
            {
                Report($"The {Describe(definition)} definition is not executable.", definition.Span);
            }
        }
    }

    private static string Describe(DefinitionNode definition) =>
        definition switch
        {
            TypeDefinitionNode type => $"\"{type.Name}\"",
            DirectiveDefinitionNode directive => $"\"@{directive.Name}\"",
            _ => "schema",
        };
}
