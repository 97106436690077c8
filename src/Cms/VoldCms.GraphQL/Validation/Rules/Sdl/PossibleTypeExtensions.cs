using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Validation.Rules.Sdl;

/// <summary>3.4.3: what is extended "<em>must already be defined</em>" and be of the same kind.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Type-Extensions"/>
internal sealed class PossibleTypeExtensions(ValidationContext context)
    : ValidationRule(context),
        IEnter<DocumentNode>,
        IEnter<TypeDefinitionNode>
{
    private readonly Dictionary<string, TypeDefinitionNode> _definitions = new(StringComparer.Ordinal);

    public void Enter(DocumentNode node)
    {
        foreach (var definition in node.Definitions.OfType<TypeDefinitionNode>().Where(definition => !definition.IsExtension))
        {
            _definitions[definition.Name.Value] = definition;
        }
    }

    public void Enter(TypeDefinitionNode node)
    {
        if (!node.IsExtension)
        {
            return;
        }

        if (!_definitions.TryGetValue(node.Name.Value, out var definition))
        {
            Report(
                $"Cannot extend type \"{node.Name}\": it is not defined.{Suggestions.For(node.Name.Value, _definitions.Keys)}",
                node.Name.Span
            );
        }
        else if (definition.GetType() != node.GetType())
        {
            Report($"Cannot extend type \"{node.Name}\": it is of another kind.", definition.Span, node.Span);
        }
    }
}
