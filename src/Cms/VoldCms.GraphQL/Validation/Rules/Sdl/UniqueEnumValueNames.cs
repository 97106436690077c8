using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Validation.Rules.Sdl;

/// <summary>3.9: the values of an enum, its extensions included, have different names.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Enums.Type-Validation"/>
internal sealed class UniqueEnumValueNames(ValidationContext context) : ValidationRule(context), IEnter<TypeDefinitionNode>
{
    private readonly Dictionary<(string Type, string Value), NameNode> _first = [];

    public void Enter(TypeDefinitionNode node)
    {
        if (node is not EnumTypeDefinitionNode enumeration)
        {
            return;
        }

        foreach (var value in enumeration.Values)
        {
            var key = (node.Name.Value, value.Name.Value);
            if (!_first.TryAdd(key, value.Name))
            {
                Report($"Enum value \"{node.Name}.{value.Name}\" can only be defined once.", _first[key].Span, value.Name.Span);
            }
        }
    }
}
