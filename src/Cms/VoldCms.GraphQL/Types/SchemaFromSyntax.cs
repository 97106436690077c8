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
        var named = schemas.SelectMany(schema => schema.OperationTypes).FirstOrDefault(root => root.Operation == operation)?.Type;
        var implied = impliedName is null ? null : _types.GetValueOrDefault(impliedName);
        var root = implied ?? (named is null ? null : Resolve(named));
        if (root is null or ObjectType)
        {
            return root as ObjectType;
        }

        Syntax.NamesQueryType |= operation == OperationType.Query;
        Report(
            $"The root type of a {operation} must be an object type.",
            implied is null && named is not null ? named.Span : _definitions[root.UnwrappedType.Name][0].Span
        );
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
            EnumTypeDefinitionNode => new EnumType(
                name,
                [.. parts.Cast<EnumTypeDefinitionNode>().SelectMany(part => part.Values).Select(CreateEnumValue)]
            )
            {
                Description = description,
            },
            _ => new InputObjectType(
                name,
                () => [.. parts.Cast<InputObjectTypeDefinitionNode>().SelectMany(part => part.Fields).Select(CreateInputValue)]
            )
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
        _resolvers.FindScalar(name)
        ?? new ScalarType(name)
        {
            Description = description,
            SpecifiedByUrl = parts
                .Select(part => FindStringArgument(part.Directives, BuiltInDirectives.SpecifiedBy.Name, "url"))
                .LastOrDefault(url => url is not null),
        };

    private IEnumerable<FieldDefinition> CreateFields(string typeName, List<TypeDefinitionNode> parts) =>
        parts
            .Cast<FieldsTypeDefinitionNode>()
            .SelectMany(part => part.Fields)
            .Select(node =>
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

    private IEnumerable<InterfaceType> CreateInterfaces(List<TypeDefinitionNode> parts) =>
        ResolveAll<InterfaceType>(
            parts.Cast<FieldsTypeDefinitionNode>().SelectMany(part => part.Interfaces),
            "is no interface and cannot be implemented"
        );

    private IEnumerable<ObjectType> CreateMembers(List<TypeDefinitionNode> parts) =>
        ResolveAll<ObjectType>(
            parts.Cast<UnionTypeDefinitionNode>().SelectMany(part => part.MemberTypes),
            "is no object type and cannot be in a union"
        );

    /// <summary>
    /// The types that <paramref name="references"/> mean; those of another kind are reported once each, with all their places.
    /// </summary>
    private List<TType> ResolveAll<TType>(IEnumerable<NamedTypeNode> references, string complaint)
        where TType : NamedType
    {
        var types = new List<TType>();
        foreach (var same in references.GroupBy(reference => reference.Name.Value))
        {
            if (Resolve(same.First()) is TType type)
            {
                types.AddRange(same.Select(_ => type));
            }
            else
            {
                Report($"\"{same.Key}\" {complaint}.", [.. same.Select(reference => reference.Span)]);
            }
        }

        return types;
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

    private GraphQLType Resolve(TypeNode reference) =>
        reference switch
        {
            ListTypeNode list => Resolve(list.Type).List(),
            NonNullTypeNode nonNull => Resolve(nonNull.Type).NonNull(),
            NamedTypeNode named when Find(named.Name.Value) is { } type => type,
            _ => throw new InvalidOperationException($"The type \"{reference}\" should have been refused as unknown."),
        };

    private NamedType? Find(string name) =>
        _types.GetValueOrDefault(name)
        ?? (name.StartsWith("__", StringComparison.Ordinal) ? Introspection.IntrospectionTypes.Find(name) : null);

    private string? FindDeprecation(ImmutableArray<DirectiveNode> directives) =>
        directives.Any(directive => directive.Name.Value == BuiltInDirectives.Deprecated.Name)
            ? FindStringArgument(directives, BuiltInDirectives.Deprecated.Name, "reason") ?? BuiltInDirectives.DefaultDeprecationReason
            : null;

    /// <summary>
    /// The argument of a directive whose arguments are strings; null when it is not given. Anything but a string is reported.
    /// </summary>
    private string? FindStringArgument(ImmutableArray<DirectiveNode> directives, string directive, string argument)
    {
        var value = directives
            .FirstOrDefault(node => node.Name.Value == directive)
            ?.Arguments.FirstOrDefault(node => node.Name.Value == argument)
            ?.Value;
        if (value is not (null or StringValueNode))
        {
            Report($"Argument \"{argument}\" of \"@{directive}\" must be a string.", value.Span);
        }

        return (value as StringValueNode)?.Value;
    }

    private void Report(string message, params ReadOnlySpan<SourceSpan> places) => _errors.Add(_document.Source.ErrorAt(message, places));
}
