using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Validation.Rules.Sdl;

/// <summary>3.3.1: the schema and its extensions name at most one root type for each kind of operation.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Root-Operation-Types"/>
internal sealed class UniqueOperationTypes(ValidationContext context) : ValidationRule(context), IEnter<SchemaDefinitionNode>
{
    private readonly Dictionary<OperationType, OperationTypeDefinitionNode> _first = [];

    public void Enter(SchemaDefinitionNode node)
    {
        foreach (var operationType in node.OperationTypes)
        {
            if (!_first.TryAdd(operationType.Operation, operationType))
            {
                var kind = operationType.Operation.ToString().ToLowerInvariant();
                Report($"There can be only one {kind} type.", _first[operationType.Operation].Span, operationType.Span);
            }
        }
    }
}
