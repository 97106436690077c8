using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using VoldCms.GraphQL.Errors;
using VoldCms.GraphQL.Introspection;
using VoldCms.GraphQL.Language;
using VoldCms.GraphQL.Validation;

namespace VoldCms.GraphQL.Types;

/// <summary>
/// What can be asked for: the root types, everything they refer to, and the directives. Immutable and safe from any thread; it holds
/// no state of requests and may live as long as the application.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Schema"/>
public sealed class GraphQLSchema
{
    private readonly Dictionary<string, NamedType> _typesByName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DirectiveDefinition> _directivesByName = new(StringComparer.Ordinal);
    private readonly Dictionary<CompositeType, ImmutableArray<ObjectType>> _possibleTypes = [];
    private readonly Dictionary<CompositeType, HashSet<NamedType>> _subTypes = [];

    private GraphQLSchema(SchemaDefinition definition, SchemaSyntax syntax, GraphQLSource? source)
    {
        Definition = definition;
        Syntax = syntax;
        Source = source;
        var collector = new TypeCollector();
        collector.CollectAll(definition);
        Types = collector.Types;
        Directives =
        [
            .. definition.Directives,
            .. BuiltInDirectives.All.Where(builtIn => !definition.Directives.Any(own => own.Name == builtIn.Name)),
        ];
        foreach (var type in Types)
        {
            _typesByName.TryAdd(type.Name, type);
        }

        foreach (var directive in Directives)
        {
            _directivesByName.TryAdd(directive.Name, directive);
        }

        IndexPossibleTypes();
    }

    /// <summary>Makes a schema of types built in code.</summary>
    /// <exception cref="GraphQLException">The schema does not hold (spec, chapter 3): every error is listed.</exception>
    public static GraphQLSchema Create(SchemaDefinition definition)
    {
        var schema = new GraphQLSchema(definition, new SchemaSyntax(), null);
        var errors = SchemaValidator.Validate(schema);
        return errors.IsEmpty ? schema : throw new GraphQLException(errors);
    }

    /// <summary>Makes a schema of type-system definitions and extensions, such as a file holds.</summary>
    /// <exception cref="GraphQLException">The text does not parse, or the schema does not hold: every error is listed.</exception>
    public static GraphQLSchema Parse(string sdl, SchemaResolvers? resolvers = null) =>
        TryBuild(GraphQLParser.Parse(sdl), resolvers ?? new SchemaResolvers(), out var schema, out var errors)
            ? schema
            : throw new GraphQLException(errors);

    /// <summary>Makes a schema of the type-system definitions and extensions in <paramref name="document"/>.</summary>
    /// <returns>Whether the schema holds; if not, <paramref name="errors"/> says why.</returns>
    public static bool TryBuild(
        DocumentNode document,
        SchemaResolvers resolvers,
        [NotNullWhen(true)] out GraphQLSchema? schema,
        out ImmutableArray<GraphQLError> errors
    )
    {
        schema = null;
        errors = SdlValidator.Validate(document, GraphQLLimits.Trusted);
        if (!errors.IsEmpty)
        {
            return false;
        }

        var builder = new SchemaFromSyntax(document, resolvers);
        var definition = builder.Build();
        var built = new GraphQLSchema(definition, builder.Syntax, document.Source);
        errors = [.. builder.Errors, .. SchemaValidator.Validate(built)];
        schema = errors.IsEmpty ? built : null;
        return schema is not null;
    }

    /// <summary><c>__typename</c>, which every composite type has.</summary>
    internal static FieldDefinition TypeNameField => MetaFields.TypeName;

    /// <summary>What it is for, in Markdown; null when nothing is said.</summary>
    public string? Description => Definition.Description;

    /// <summary>The type of queries; a schema that holds has one.</summary>
    public ObjectType QueryType => Definition.Query ?? throw new InvalidOperationException("The schema has no query type.");

    /// <summary>Null when nothing can be changed.</summary>
    public ObjectType? MutationType => Definition.Mutation;

    /// <summary>Null when nothing can be subscribed to.</summary>
    public ObjectType? SubscriptionType => Definition.Subscription;

    /// <summary>
    /// Every named type, built-in scalars that are used and introspection types included: those listed, each followed by what it leads to.
    /// </summary>
    public ImmutableArray<NamedType> Types { get; }

    /// <summary>Every directive, the built-in ones last.</summary>
    public ImmutableArray<DirectiveDefinition> Directives { get; }

    /// <summary>What the schema was made of.</summary>
    internal SchemaDefinition Definition { get; }

    /// <summary>Which syntax the parts were read from, in <see cref="Source"/>.</summary>
    internal SchemaSyntax Syntax { get; }

    /// <summary>The text that the schema was read from; null for a schema built in code.</summary>
    internal GraphQLSource? Source { get; }

    /// <summary>The type of that name; null when there is none.</summary>
    public NamedType? FindType(string name) => _typesByName.GetValueOrDefault(name);

    /// <summary>The type that <paramref name="reference"/> means; null when its name is unknown.</summary>
    public GraphQLType? FindType(TypeNode reference) =>
        reference switch
        {
            ListTypeNode list => FindType(list.Type)?.List(),
            NonNullTypeNode nonNull => FindType(nonNull.Type)?.NonNull(),
            NamedTypeNode named => FindType(named.Name.Value),
            _ => null,
        };

    /// <summary>The directive of that name; null when there is none.</summary>
    public DirectiveDefinition? FindDirective(string name) => _directivesByName.GetValueOrDefault(name);

    /// <summary>The root type of an operation; null when the schema does not support it.</summary>
    public ObjectType? FindRootType(OperationType operation) =>
        operation switch
        {
            OperationType.Query => Definition.Query,
            OperationType.Mutation => MutationType,
            _ => SubscriptionType,
        };

    /// <summary>The field that a selection on <paramref name="parent"/> means, meta-fields included; null when there is none.</summary>
    /// <seealso href="https://spec.graphql.org/September2025/#sec-Introspection"/>
    public FieldDefinition? FindField(CompositeType parent, string name)
    {
        if (name.StartsWith("__", StringComparison.Ordinal))
        {
            if (name == MetaFields.TypeName.Name)
            {
                return MetaFields.TypeName;
            }

            if (ReferenceEquals(parent, Definition.Query))
            {
                return name == MetaFields.Schema.Name ? MetaFields.Schema
                    : name == MetaFields.Type.Name ? MetaFields.Type
                    : null;
            }
        }

        return (parent as FieldsType)?.FindField(name);
    }

    /// <summary>
    /// <c>GetPossibleTypes(type)</c>: the object types that a value of <paramref name="type"/> may be; of an object type, itself.
    /// </summary>
    /// <seealso href="https://spec.graphql.org/September2025/#GetPossibleTypes()"/>
    public ImmutableArray<ObjectType> GetPossibleTypes(CompositeType type) =>
        type is ObjectType single ? [single] : _possibleTypes.GetValueOrDefault(type, []);

    /// <summary>
    /// Whether every value of <paramref name="maybeSubType"/> is one of <paramref name="superType"/>, by union or interface.
    /// </summary>
    public bool IsSubType(CompositeType superType, NamedType maybeSubType) =>
        _subTypes.TryGetValue(superType, out var subTypes) && subTypes.Contains(maybeSubType);

    /// <summary><c>IsSubType</c> of the specification, through lists and non-nulls: whether the one can stand for the other.</summary>
    /// <seealso href="https://spec.graphql.org/September2025/#IsValidImplementationFieldType()"/>
    public bool IsTypeSubTypeOf(GraphQLType maybeSubType, GraphQLType superType) =>
        (maybeSubType, superType) switch
        {
            (NonNullType sub, NonNullType super) => IsTypeSubTypeOf(sub.OfType, super.OfType),
            (NonNullType sub, _) => IsTypeSubTypeOf(sub.OfType, superType),
            (_, NonNullType) => false,
            (ListType sub, ListType super) => IsTypeSubTypeOf(sub.OfType, super.OfType),
            (NamedType sub, NamedType super) => ReferenceEquals(sub, super)
                || (super is CompositeType composite && IsSubType(composite, sub)),
            _ => false,
        };

    private void IndexPossibleTypes()
    {
        foreach (var type in Types)
        {
            if (type is UnionType union)
            {
                _possibleTypes[union] = union.MemberTypes;
                _subTypes[union] = [.. union.MemberTypes];
            }
            else if (type is InterfaceType)
            {
                _possibleTypes.TryAdd((InterfaceType)type, []);
                _subTypes.TryAdd((InterfaceType)type, []);
            }
        }

        foreach (var type in Types.OfType<FieldsType>())
        {
            foreach (var implemented in type.Interfaces.Distinct())
            {
                _subTypes.GetValueOrDefault(implemented)?.Add(type);
                if (type is ObjectType objectType)
                {
                    _possibleTypes[implemented] = _possibleTypes.GetValueOrDefault(implemented, []).Add(objectType);
                }
            }
        }
    }
}
