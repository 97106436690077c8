using System.Collections.Immutable;
using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Validation.Rules.Sdl;

/// <summary>3.6.1, 3.13: the arguments of a field or directive have different names.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Field-Arguments"/>
internal sealed class UniqueArgumentDefinitionNames(ValidationContext context)
    : ValidationRule(context),
        IEnter<TypeDefinitionNode>,
        IEnter<DirectiveDefinitionNode>
{
    public void Enter(DirectiveDefinitionNode node) => Check($"@{node.Name}", node.Arguments);

    public void Enter(TypeDefinitionNode node)
    {
        if (node is FieldsTypeDefinitionNode type)
        {
            foreach (var field in type.Fields)
            {
                Check($"{node.Name}.{field.Name}", field.Arguments);
            }
        }
    }

    private void Check(string owner, ImmutableArray<InputValueDefinitionNode> arguments)
    {
        foreach (var same in Duplicates.Find(arguments, argument => argument.Name))
        {
            Report($"Argument \"{owner}({same.Key}:)\" can only be defined once.", Duplicates.Places(same));
        }
    }
}
