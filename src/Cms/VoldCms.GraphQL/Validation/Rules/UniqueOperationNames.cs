using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Validation.Rules;

/// <summary>5.2.2.1: "<em>Each named operation definition must be unique within a document</em>".</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Operation-Name-Uniqueness"/>
internal sealed class UniqueOperationNames(ValidationContext context) : ValidationRule(context), IEnter<OperationDefinitionNode>
{
    private Dictionary<string, NameNode>? _names;

    public void Enter(OperationDefinitionNode node)
    {
        if (node.Name is not { } name)
        {
            return;
        }

        _names ??= new(StringComparer.Ordinal);
        if (!_names.TryAdd(name.Value, name))
        {
            Report($"There can be only one operation named \"{name}\".", _names[name.Value].Span, name.Span);
        }
    }
}
