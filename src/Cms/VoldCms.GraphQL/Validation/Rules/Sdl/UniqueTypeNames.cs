using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Validation.Rules.Sdl;

/// <summary>3.3: "<em>All types within a GraphQL schema must have unique names</em>".</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Schema"/>
internal sealed class UniqueTypeNames(ValidationContext context) : ValidationRule(context), IEnter<TypeDefinitionNode>
{
    private readonly Dictionary<string, NameNode> _first = new(StringComparer.Ordinal);

    public void Enter(TypeDefinitionNode node)
    {
        if (!node.IsExtension && !_first.TryAdd(node.Name.Value, node.Name))
        {
            Report($"There can be only one type named \"{node.Name}\".", _first[node.Name.Value].Span, node.Name.Span);
        }
    }
}
