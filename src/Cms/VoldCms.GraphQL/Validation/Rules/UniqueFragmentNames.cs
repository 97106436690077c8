using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Validation.Rules;

/// <summary>
/// 5.5.1.1: "<em>Fragment definitions are referenced in fragment spreads by name … each fragment's name must be unique within a
/// document</em>".
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Fragment-Name-Uniqueness"/>
internal sealed class UniqueFragmentNames(ValidationContext context) : ValidationRule(context), IEnter<FragmentDefinitionNode>
{
    private Dictionary<string, NameNode>? _names;

    public void Enter(FragmentDefinitionNode node)
    {
        _names ??= new(StringComparer.Ordinal);
        if (!_names.TryAdd(node.Name.Value, node.Name))
        {
            Report($"There can be only one fragment named \"{node.Name}\".", _names[node.Name.Value].Span, node.Name.Span);
        }
    }
}
