using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Validation.Rules.Sdl;

/// <summary>3.3: "<em>All directives within a GraphQL schema must have unique names</em>".</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Schema"/>
internal sealed class UniqueDirectiveNames(ValidationContext context) : ValidationRule(context), IEnter<DirectiveDefinitionNode>
{
    private readonly Dictionary<string, NameNode> _first = new(StringComparer.Ordinal);

    public void Enter(DirectiveDefinitionNode node)
    {
        if (!_first.TryAdd(node.Name.Value, node.Name))
        {
            Report($"There can be only one directive named \"@{node.Name}\".", _first[node.Name.Value].Span, node.Name.Span);
        }
    }
}
