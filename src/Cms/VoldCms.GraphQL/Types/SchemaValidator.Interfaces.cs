using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Types;

/// <content><c>IsValidImplementation</c>.</content>
internal sealed partial class SchemaValidator
{
    /// <seealso href="https://spec.graphql.org/September2025/#IsValidImplementation()"/>
    private void ValidateInterfaces(FieldsType type)
    {
        var seen = new HashSet<InterfaceType>();
        foreach (var implemented in type.Interfaces)
        {
            if (ReferenceEquals(implemented, type))
            {
                Report($"Type {type} cannot implement itself.", InterfaceReferences(type, implemented.Name));
            }
            else if (!seen.Add(implemented))
            {
                Report($"Type {type} can implement {implemented} only once.", InterfaceReferences(type, implemented.Name));
            }
            else
            {
                ValidateAncestors(type, implemented);
                ValidateImplementation(type, implemented);
            }
        }
    }

    /// <summary>What an interface declares to implement, the types that implement it must declare, too.</summary>
    private void ValidateAncestors(FieldsType type, InterfaceType implemented)
    {
        foreach (var ancestor in DeclaredInterfaces(implemented).Except(DeclaredInterfaces(type)))
        {
            Report(
                ancestor == type.Name
                    ? $"Type {type} cannot implement {implemented}: that would be a circle."
                    : $"Type {type} must implement {ancestor}, because {implemented} does.",
                InterfaceReferences(implemented, ancestor).Concat(InterfaceReferences(type, implemented.Name))
            );
        }
    }

    /// <summary>The names behind <c>implements</c>, of interfaces and of what is none.</summary>
    private IEnumerable<string> DeclaredInterfaces(FieldsType type) =>
        type
            .Interfaces.Select(declared => declared.Name)
            .Union(Nodes(type).OfType<FieldsTypeDefinitionNode>().SelectMany(node => node.Interfaces).Select(node => node.Name.Value));

    private void ValidateImplementation(FieldsType type, InterfaceType implemented)
    {
        foreach (var expected in implemented.Fields)
        {
            if (type.FindField(expected.Name) is not { } field)
            {
                Report($"{type} must have the field {expected.Name}, as {implemented} has.", Nodes(expected).Concat(Nodes(type)));
                continue;
            }

            if (!_schema.IsTypeSubTypeOf(field.Type, expected.Type))
            {
                Report(
                    $"The type of {type}.{field.Name} must fit {expected.Type}, as {implemented}.{expected.Name} says.",
                    TypesOf(expected, field)
                );
            }

            ValidateArguments(type, field, implemented, expected);
            if (field.DeprecationReason is not null && expected.DeprecationReason is null)
            {
                Report(
                    $"{type}.{field.Name} cannot be deprecated while {implemented}.{expected.Name} is not.",
                    Nodes(field).OfType<FieldDefinitionNode>().SelectMany(node => DeprecationNodes(node.Directives, node.Type))
                );
            }
        }
    }

    private void ValidateArguments(FieldsType type, FieldDefinition field, InterfaceType implemented, FieldDefinition expected)
    {
        foreach (var expectedArgument in expected.Arguments)
        {
            if (field.FindArgument(expectedArgument.Name) is not { } argument)
            {
                Report(
                    $"{type}.{field.Name} must have the argument {expectedArgument.Name}, as {implemented}.{expected.Name} has.",
                    Nodes(expectedArgument).Concat(Nodes(field))
                );
            }
            else if (!GraphQLType.AreSame(argument.Type, expectedArgument.Type))
            {
                Report(
                    $"The type of {type}.{field.Name}({argument.Name}:) "
                        + $"must be {expectedArgument.Type}, as {implemented}.{expected.Name} says.",
                    InputTypesOf(expectedArgument, argument)
                );
            }
        }

        foreach (var argument in field.Arguments.Where(argument => argument.IsRequired && expected.FindArgument(argument.Name) is null))
        {
            Report(
                $"{type}.{field.Name}({argument.Name}:) must not be required, because {implemented}.{expected.Name} does not have it.",
                Nodes(argument).Concat(Nodes(expected))
            );
        }
    }

    private IEnumerable<SyntaxNode> InterfaceReferences(FieldsType type, string implemented) =>
        Nodes(type).OfType<FieldsTypeDefinitionNode>().SelectMany(node => node.Interfaces).Where(node => node.Name.Value == implemented);

    private IEnumerable<SyntaxNode> TypesOf(params FieldDefinition[] fields) =>
        fields.SelectMany(Nodes).OfType<FieldDefinitionNode>().Select(node => node.Type);

    private IEnumerable<SyntaxNode> InputTypesOf(params InputValueDefinition[] values) =>
        values.SelectMany(Nodes).OfType<InputValueDefinitionNode>().Select(node => node.Type);
}
