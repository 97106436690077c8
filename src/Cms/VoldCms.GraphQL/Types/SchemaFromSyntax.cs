using System.Collections.Immutable;
using VoldCms.GraphQL.Errors;
using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Types;

/// <summary>
/// Builds a schema from type-system definitions and extensions. Extensions are merged into what they extend; the document
/// has passed <see cref="Validation.SdlValidator"/>. What cannot be said in types (an object type implementing a union) is reported,
/// and the rest is left to <see cref="SchemaValidator"/>.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Type-System.Type-System-Documents"/>
internal sealed class SchemaFromSyntax
{
    private readonly DocumentNode _document;
    private readonly SchemaResolvers _resolvers;
    private readonly Dictionary<string, NamedType> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<TypeDefinitionNode>> _definitions = new(StringComparer.Ordinal);
    private readonly List<GraphQLError> _errors = [];

    public SchemaFromSyntax(DocumentNode document, SchemaResolvers resolvers)
    {
        _document = document;
        _resolvers = resolvers;
        foreach (var scalar in new[] { ScalarType.Int, ScalarType.Float, ScalarType.String, ScalarType.Boolean, ScalarType.Id })
        {
            _types.Add(scalar.Name, scalar);
        }
    }

    /// <summary>Which syntax each part of the schema came from, for the locations of errors.</summary>
    public SchemaSyntax Syntax { get; } = new();

    public ImmutableArray<GraphQLError> Errors => [.. _errors];

    /// <summary>The definition; of use only when there are no <see cref="Errors"/>.</summary>
    public SchemaDefinition Build()
    {
        GatherDefinitions();
        var types = _definitions.Keys.Where(name => !_types.ContainsKey(name)).ToArray();
        foreach (var name in types)
        {
            _types.Add(name, CreateType(_definitions[name]));
        }

        foreach (var name in types)
        {
            _types[name].Complete();
        }

        var schemas = _document.Definitions.OfType<SchemaDefinitionNode>().ToArray();
        Syntax.Schema = [.. schemas];
        var directives = _document.Definitions.OfType<DirectiveDefinitionNode>().Select(CreateDirective).ToImmutableArray();
        var isImplied = !schemas.Any(schema => !schema.IsExtension);
        return new SchemaDefinition
        {
            Query = FindRoot(schemas, OperationType.Query, isImplied ? "Query" : null),
            Mutation = FindRoot(schemas, OperationType.Mutation, isImplied ? "Mutation" : null),
            Subscription = FindRoot(schemas, OperationType.Subscription, isImplied ? "Subscription" : null),
            Types = [.. types.Select(name => _types[name])],
            Directives = directives,
            Description = schemas.FirstOrDefault(schema => !schema.IsExtension)?.Description?.Value,
        };
    }

    private void GatherDefinitions()
    {
        foreach (var definition in _document.Definitions.OfType<TypeDefinitionNode>().OrderBy(definition => definition.IsExtension))
        {
            var name = definition.Name.Value;
            if (!_definitions.TryGetValue(name, out var parts))
            {
                parts = [];
                _definitions.Add(name, parts);
            }

            parts.Add(definition);
        }
    }

    private ObjectType? FindRoot(SchemaDefinitionNode[] schemas, OperationType operation, string? impliedName)
    {
        var roots = schemas.SelectMany(schema => schema.OperationTypes).Where(root => root.Operation == operation).ToArray();
        if (roots.Length == 0)
        {
            return impliedName is null ? null : _types.GetValueOrDefault(impliedName) as ObjectType;
        }

        if (Resolve(roots[0].Type) is ObjectType type)
        {
            return type;
        }

        Report($"The root type of a {operation} must be an object type.", roots[0].Type.Span);
        return null;
    }

    private NamedType CreateType(List<TypeDefinitionNode> parts)
    {
        var name = parts[0].Name.Value;
        var description = parts[0].Description?.Value;
        NamedType type = parts[0] switch
        {
            ScalarTypeDefinitionNode => CreateScalar(name, description, parts),
            ObjectTypeDefinitionNode => new ObjectType(name, () => CreateFields(name, parts), () => CreateInterfaces(parts))
            {
                Description = description,
                IsTypeOf = _resolvers.FindIsTypeOf(name),
            },
            InterfaceTypeDefinitionNode => new InterfaceType(name, () => CreateFields(name, parts), () => CreateInterfaces(parts))
            {
                Description = description,
                ResolveTypes = _resolvers.FindTypeResolver(name),
            },
            UnionTypeDefinitionNode => new UnionType(name, () => CreateMembers(parts))
            {
                Description = description,
                ResolveTypes = _resolvers.FindTypeResolver(name),
            },
            EnumTypeDefinitionNode => new EnumType(name, [.. parts.Cast<EnumTypeDefinitionNode>().SelectMany(part => part.Values).Select(CreateEnumValue)])
            {
                Description = description,
            },
            _ => new InputObjectType(name, () => [.. parts.Cast<InputObjectTypeDefinitionNode>().SelectMany(part => part.Fields).Select(CreateInputValue)])
            {
                Description = description,
                IsOneOf = parts.Any(part => part.Directives.Any(directive => directive.Name.Value == BuiltInDirectives.OneOf.Name)),
            },
        };
        Syntax.Add(type, parts);
        return type;
    }

    /// <summary>A scalar that code gives keeps its behaviour; the document gives what it says about it.</summary>
    private ScalarType CreateScalar(string name, string? description, List<TypeDefinitionNode> parts) =>
        _resolvers.FindScalar(name) ?? new ScalarType(name)
        {
            Description = description,
            SpecifiedByUrl = parts.Select(part => FindStringArgument(part.Directives, BuiltInDirectives.SpecifiedBy.Name, "url")).LastOrDefault(url => url is not null),
        };

    private IEnumerable<FieldDefinition> CreateFields(string typeName, List<TypeDefinitionNode> parts) =>
        parts.Cast<FieldsTypeDefinitionNode>().SelectMany(part => part.Fields).Select(node =>
        {
            var field = new FieldDefinition(node.Name.Value, Resolve(node.Type))
            {
                Description = node.Description?.Value,
                Arguments = [.. node.Arguments.Select(CreateInputValue)],
                DeprecationReason = FindDeprecation(node.Directives),
                Resolver = _resolvers.FindField(typeName, node.Name.Value),
            };
            Syntax.Add(field, node);
            return field;
        });

    private IEnumerable<InterfaceType> CreateInterfaces(List<TypeDefinitionNode> parts)
    {
        foreach (var reference in parts.Cast<FieldsTypeDefinitionNode>().SelectMany(part => part.Interfaces))
        {
            if (Resolve(reference) is InterfaceType type)
            {
                yield return type;
            }
            else if (_types.ContainsKey(reference.Name.Value))
            {
                Report($"\"{reference.Name}\" is no interface and cannot be implemented.", reference.Span);
            }
        }
    }

    private IEnumerable<ObjectType> CreateMembers(List<TypeDefinitionNode> parts)
    {
        foreach (var reference in parts.Cast<UnionTypeDefinitionNode>().SelectMany(part => part.MemberTypes))
        {
            if (Resolve(reference) is ObjectType type)
            {
                yield return type;
            }
            else if (_types.ContainsKey(reference.Name.Value))
            {
                Report($"\"{reference.Name}\" is no object type and cannot be in a union.", reference.Span);
            }
        }
    }

    private EnumValueDefinition CreateEnumValue(EnumValueDefinitionNode node)
    {
        var value = new EnumValueDefinition(node.Name.Value)
        {
            Description = node.Description?.Value,
            DeprecationReason = FindDeprecation(node.Directives),
        };
        Syntax.Add(value, node);
        return value;
    }

    private InputValueDefinition CreateInputValue(InputValueDefinitionNode node)
    {
        var value = new InputValueDefinition(node.Name.Value, Resolve(node.Type), node.DefaultValue)
        {
            Description = node.Description?.Value,
            DeprecationReason = FindDeprecation(node.Directives),
        };
        Syntax.Add(value, node);
        return value;
    }

    private DirectiveDefinition CreateDirective(DirectiveDefinitionNode node)
    {
        var directive = new DirectiveDefinition(node.Name.Value, [.. node.Locations.Select(ToLocation)])
        {
            Description = node.Description?.Value,
            Arguments = [.. node.Arguments.Select(CreateInputValue)],
            IsRepeatable = node.IsRepeatable,
        };
        Syntax.Add(directive, node);
        return directive;
    }

    private static DirectiveLocation ToLocation(NameNode name) =>
        DirectiveLocations.TryParse(name.Value, out var location) ? location : throw new InvalidOperationException(name.Value);

    private GraphQLType Resolve(TypeNode reference) => reference switch
    {
        ListTypeNode list => Resolve(list.Type).List(),
        NonNullTypeNode nonNull => Resolve(nonNull.Type).NonNull(),
        NamedTypeNode named when Find(named.Name.Value) is { } type => type,
        _ => throw new InvalidOperationException($"The type \"{reference}\" should have been refused as unknown."),
    };

    private NamedType? Find(string name) =>
        _types.GetValueOrDefault(name)
        ?? (name.StartsWith("__", StringComparison.Ordinal) ? Introspection.IntrospectionTypes.Find(name) : null);

    private static string? FindDeprecation(ImmutableArray<DirectiveNode> directives) =>
        directives.Any(directive => directive.Name.Value == BuiltInDirectives.Deprecated.Name)
            ? FindStringArgument(directives, BuiltInDirectives.Deprecated.Name, "reason") ?? BuiltInDirectives.DefaultDeprecationReason
            : null;

    private static string? FindStringArgument(ImmutableArray<DirectiveNode> directives, string directive, string argument) =>
        directives.Where(node => node.Name.Value == directive)
            .SelectMany(node => node.Arguments)
            .Where(node => node.Name.Value == argument)
            .Select(node => (node.Value as StringValueNode)?.Value)
            .FirstOrDefault();

    private void Report(string message, SourceSpan span) => _errors.Add(GraphQLError.At(_document.Source, message, span));
}
