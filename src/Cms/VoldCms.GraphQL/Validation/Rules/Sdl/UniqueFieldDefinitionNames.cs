using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Validation.Rules.Sdl;

/// <summary>3.6, 3.7, 3.10: the fields of an object, interface or input object, its extensions included, have different names.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Objects.Type-Validation"/>
internal sealed class UniqueFieldDefinitionNames(ValidationContext context) : ValidationRule(context), IEnter<TypeDefinitionNode>
{
    private readonly Dictionary<(string Type, string Field), NameNode> _first = [];

    public void Enter(TypeDefinitionNode node)
    {
        var names = node switch
        {
            FieldsTypeDefinitionNode type => type.Fields.Select(field => field.Name),
            InputObjectTypeDefinitionNode type => type.Fields.Select(field => field.Name),
            _ => [],
        };
        foreach (var name in names)
        {
            var key = (node.Name.Value, name.Value);
            if (!_first.TryAdd(key, name))
            {
                Report($"Field \"{node.Name}.{name}\" can only be defined once.", _first[key].Span, name.Span);
            }
        }
    }
}
