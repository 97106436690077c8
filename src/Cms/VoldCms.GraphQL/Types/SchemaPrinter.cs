using System.Collections.Immutable;
using VoldCms.GraphQL.Introspection;
using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Types;

/// <summary>
/// Writes a schema as a type-system document, in the order of its types, without what every schema has. Reading it back gives an equal
/// schema, but for resolvers and scalars' behaviour. Stateless; safe from any thread.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Type-System.Type-System-Documents"/>
public static class SchemaPrinter
{
    /// <summary>The document's text.</summary>
    public static string Print(GraphQLSchema schema) => Printer.Print(ToDocument(schema));

    /// <summary>The document itself; its nodes have no places.</summary>
    internal static DocumentNode ToDocument(GraphQLSchema schema)
    {
        var definitions = ImmutableArray.CreateBuilder<DefinitionNode>();
        if (!HasImpliedRoots(schema) || schema.Description is not null)
        {
            definitions.Add(ToSchemaDefinition(schema));
        }

        definitions.AddRange(schema.Directives.Where(directive => !BuiltInDirectives.All.Contains(directive)).Select(ToNode));
        definitions.AddRange(
            schema.Types.Where(type => !IntrospectionTypes.Contains(type) && type is not ScalarType { IsBuiltIn: true }).Select(ToNode)
        );
        return new DocumentNode(new GraphQLSource(""), definitions.ToImmutable(), default);
    }

    /// <summary>
    /// A schema definition says nothing when each root has the name that it has by default, and no other type has one of those.
    /// </summary>
    private static bool HasImpliedRoots(GraphQLSchema schema) =>
        Enum.GetValues<OperationType>()
            .All(operation => ReferenceEquals(schema.FindRootType(operation), schema.FindType(operation.ToString())));

    private static SchemaDefinitionNode ToSchemaDefinition(GraphQLSchema schema)
    {
        var roots = Enum.GetValues<OperationType>()
            .Where(operation => schema.FindRootType(operation) is not null)
            .Select(operation => new OperationTypeDefinitionNode(
                operation,
                NamedType(schema.FindRootType(operation)?.Name ?? ""),
                default
            ));
        return new SchemaDefinitionNode(Description(schema.Description), [], [.. roots], false, default);
    }

    private static DirectiveDefinitionNode ToNode(DirectiveDefinition directive) =>
        new(
            Description(directive.Description),
            Name(directive.Name),
            [.. directive.Arguments.Select(ToNode)],
            directive.IsRepeatable,
            [.. directive.Locations.Select(location => Name(location.ToName()))],
            default
        );

    private static TypeDefinitionNode ToNode(NamedType type)
    {
        var description = Description(type.Description);
        var name = Name(type.Name);
        return type switch
        {
            ScalarType scalar => new ScalarTypeDefinitionNode(description, name, SpecifiedBy(scalar), false, default),
            ObjectType objectType => new ObjectTypeDefinitionNode(
                description,
                name,
                [.. objectType.Interfaces.Select(implemented => NamedType(implemented.Name))],
                [],
                [.. objectType.Fields.Select(ToNode)],
                false,
                default
            ),
            InterfaceType interfaceType => new InterfaceTypeDefinitionNode(
                description,
                name,
                [.. interfaceType.Interfaces.Select(implemented => NamedType(implemented.Name))],
                [],
                [.. interfaceType.Fields.Select(ToNode)],
                false,
                default
            ),
            UnionType union => new UnionTypeDefinitionNode(
                description,
                name,
                [],
                [.. union.MemberTypes.Select(member => NamedType(member.Name))],
                false,
                default
            ),
            EnumType @enum => new EnumTypeDefinitionNode(description, name, [], [.. @enum.Values.Select(ToNode)], false, default),
            InputObjectType input => new InputObjectTypeDefinitionNode(
                description,
                name,
                input.IsOneOf ? [Directive(BuiltInDirectives.OneOf.Name)] : [],
                [.. input.Fields.Select(ToNode)],
                false,
                default
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, "No such kind of type."),
        };
    }

    private static FieldDefinitionNode ToNode(FieldDefinition field) =>
        new(
            Description(field.Description),
            Name(field.Name),
            [.. field.Arguments.Select(ToNode)],
            ToNode(field.Type),
            Deprecated(field.DeprecationReason),
            default
        );

    private static InputValueDefinitionNode ToNode(InputValueDefinition inputValue) =>
        new(
            Description(inputValue.Description),
            Name(inputValue.Name),
            ToNode(inputValue.Type),
            inputValue.DefaultValue,
            Deprecated(inputValue.DeprecationReason),
            default
        );

    private static EnumValueDefinitionNode ToNode(EnumValueDefinition value) =>
        new(Description(value.Description), Name(value.Name), Deprecated(value.DeprecationReason), default);

    private static TypeNode ToNode(GraphQLType type) =>
        type switch
        {
            NonNullType nonNull => new NonNullTypeNode(ToNode(nonNull.OfType), default),
            ListType list => new ListTypeNode(ToNode(list.OfType), default),
            _ => NamedType(type.UnwrappedType.Name),
        };

    private static ImmutableArray<DirectiveNode> SpecifiedBy(ScalarType scalar) =>
        scalar.SpecifiedByUrl is { } url ? [Directive(BuiltInDirectives.SpecifiedBy.Name, ("url", url))] : [];

    private static ImmutableArray<DirectiveNode> Deprecated(string? reason) =>
        reason switch
        {
            null => [],
            BuiltInDirectives.DefaultDeprecationReason => [Directive(BuiltInDirectives.Deprecated.Name)],
            _ => [Directive(BuiltInDirectives.Deprecated.Name, ("reason", reason))],
        };

    private static DirectiveNode Directive(string name, params ReadOnlySpan<(string Name, string Value)> arguments)
    {
        var nodes = ImmutableArray.CreateBuilder<ArgumentNode>();
        foreach (var (argument, value) in arguments)
        {
            nodes.Add(new ArgumentNode(Name(argument), new StringValueNode(value, false, default), default));
        }

        return new DirectiveNode(Name(name), nodes.ToImmutable(), default);
    }

    private static StringValueNode? Description(string? text) => text is null ? null : new StringValueNode(text, true, default);

    private static NamedTypeNode NamedType(string name) => new(Name(name));

    private static NameNode Name(string name) => new(name, default);
}
