using VoldCms.GraphQL.Execution;
using VoldCms.GraphQL.Language;
using VoldCms.GraphQL.Types;

namespace VoldCms.GraphQL.Introspection;

/// <summary>The types that a schema describes itself with.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Schema-Introspection.Schema-Introspection-Schema"/>
internal static class IntrospectionTypes
{
    public static ObjectType Schema { get; } =
        new(
            "__Schema",
            () =>
                [
                    Of("description", ScalarType.String, (GraphQLSchema schema) => schema.Description),
                    Of("types", ListOf(Type!), (GraphQLSchema schema) => schema.Types),
                    Of("queryType", Type!.NonNull(), (GraphQLSchema schema) => schema.QueryType),
                    Of("mutationType", Type, (GraphQLSchema schema) => schema.MutationType),
                    Of("subscriptionType", Type, (GraphQLSchema schema) => schema.SubscriptionType),
                    Of("directives", ListOf(Directive!), (GraphQLSchema schema) => schema.Directives),
                ]
        )
        {
            Description =
                "A GraphQL Schema defines the capabilities of a GraphQL server. It exposes all available types and directives on the "
                + "server, as well as the entry points for query, mutation, and subscription operations.",
        };

    public static ObjectType Type { get; } =
        new(
            "__Type",
            () =>
                [
                    Of("kind", TypeKind!.NonNull(), (GraphQLType type) => KindOf(type)),
                    Of("name", ScalarType.String, (GraphQLType type) => (type as NamedType)?.Name),
                    Of("description", ScalarType.String, (GraphQLType type) => (type as NamedType)?.Description),
                    Of("specifiedByURL", ScalarType.String, (GraphQLType type) => (type as ScalarType)?.SpecifiedByUrl),
                    WithDeprecated(
                        "fields",
                        Field!.NonNull().List(),
                        (GraphQLType type, bool all) => (type as FieldsType)?.Fields.Where(field => all || field.DeprecationReason is null)
                    ),
                    Of("interfaces", Type!.NonNull().List(), (GraphQLType type) => (type as FieldsType)?.Interfaces.AsEnumerable()),
                    new("possibleTypes", Type.NonNull().List())
                    {
                        Resolver = PossibleTypes,
                        Introspected = static (schema, type, _) => PossibleTypesOf(schema, type),
                    },
                    WithDeprecated(
                        "enumValues",
                        EnumValue!.NonNull().List(),
                        (GraphQLType type, bool all) => (type as EnumType)?.Values.Where(value => all || value.DeprecationReason is null)
                    ),
                    WithDeprecated(
                        "inputFields",
                        InputValue!.NonNull().List(),
                        (GraphQLType type, bool all) =>
                            (type as InputObjectType)?.Fields.Where(field => all || field.DeprecationReason is null)
                    ),
                    Of("ofType", Type, (GraphQLType type) => (type as ListType)?.OfType ?? (type as NonNullType)?.OfType),
                    Of("isOneOf", ScalarType.Boolean, (GraphQLType type) => (object?)(type as InputObjectType)?.IsOneOf),
                ]
        )
        {
            Description =
                "The fundamental unit of any GraphQL Schema is the type. There are many kinds of types in GraphQL as represented by the "
                + "`__TypeKind` enum.",
        };

    public static ObjectType Field { get; } =
        new(
            "__Field",
            () =>
                [
                    Of("name", ScalarType.String.NonNull(), (FieldDefinition field) => field.Name),
                    Of("description", ScalarType.String, (FieldDefinition field) => field.Description),
                    WithDeprecated(
                        "args",
                        ListOf(InputValue!),
                        (FieldDefinition field, bool all) => field.Arguments.Where(argument => all || argument.DeprecationReason is null)
                    ),
                    Of("type", Type.NonNull(), (FieldDefinition field) => field.Type),
                    Of("isDeprecated", ScalarType.Boolean.NonNull(), (FieldDefinition field) => field.DeprecationReason is not null),
                    Of("deprecationReason", ScalarType.String, (FieldDefinition field) => field.DeprecationReason),
                ]
        )
        {
            Description =
                "Object and Interface types are described by a list of Fields, each of which has a name, potentially a list of arguments, "
                + "and a return type.",
        };

    public static ObjectType InputValue { get; } =
        new(
            "__InputValue",
            () =>
                [
                    Of("name", ScalarType.String.NonNull(), (InputValueDefinition input) => input.Name),
                    Of("description", ScalarType.String, (InputValueDefinition input) => input.Description),
                    Of("type", Type.NonNull(), (InputValueDefinition input) => input.Type),
                    Of("defaultValue", ScalarType.String, (InputValueDefinition input) => input.DefaultValue?.ToString()),
                    Of("isDeprecated", ScalarType.Boolean.NonNull(), (InputValueDefinition input) => input.DeprecationReason is not null),
                    Of("deprecationReason", ScalarType.String, (InputValueDefinition input) => input.DeprecationReason),
                ]
        )
        {
            Description =
                "Arguments provided to Fields or Directives and the input fields of an InputObject are represented as Input Values which "
                + "describe their type and optionally a default value.",
        };

    public static ObjectType EnumValue { get; } =
        new(
            "__EnumValue",
            () =>
                [
                    Of("name", ScalarType.String.NonNull(), (EnumValueDefinition value) => value.Name),
                    Of("description", ScalarType.String, (EnumValueDefinition value) => value.Description),
                    Of("isDeprecated", ScalarType.Boolean.NonNull(), (EnumValueDefinition value) => value.DeprecationReason is not null),
                    Of("deprecationReason", ScalarType.String, (EnumValueDefinition value) => value.DeprecationReason),
                ]
        )
        {
            Description =
                "One possible value for a given Enum. Enum values are unique values, not a placeholder for a string or numeric value.",
        };

    public static ObjectType Directive { get; } =
        new(
            "__Directive",
            () =>
                [
                    Of("name", ScalarType.String.NonNull(), (DirectiveDefinition directive) => directive.Name),
                    Of("description", ScalarType.String, (DirectiveDefinition directive) => directive.Description),
                    Of("isRepeatable", ScalarType.Boolean.NonNull(), (DirectiveDefinition directive) => directive.IsRepeatable),
                    Of("locations", ListOf(Location!), (DirectiveDefinition directive) => directive.Locations),
                    WithDeprecated(
                        "args",
                        ListOf(InputValue),
                        (DirectiveDefinition directive, bool all) =>
                            directive.Arguments.Where(argument => all || argument.DeprecationReason is null)
                    ),
                ]
        )
        {
            Description =
                "A Directive provides a way to describe alternate runtime execution and type validation behavior in a GraphQL document.",
        };

    public static EnumType TypeKind { get; } =
        new(
            "__TypeKind",
            [
                .. new[] { "SCALAR", "OBJECT", "INTERFACE", "UNION", "ENUM", "INPUT_OBJECT", "LIST", "NON_NULL" }.Select(
                    name => new EnumValueDefinition(name)
                ),
            ]
        );

    public static EnumType Location { get; } =
        new(
            "__DirectiveLocation",
            [.. Enum.GetValues<DirectiveLocation>().Select(place => new EnumValueDefinition(place.ToName()) { Value = place })]
        );

    /// <summary>Whether the type is one of those that describe a schema.</summary>
    public static bool Contains(NamedType type) => type.Name.StartsWith("__", StringComparison.Ordinal);

    /// <summary>The introspection type of that name; null when there is none.</summary>
    public static NamedType? Find(string name) =>
        new NamedType[] { Schema, Type, Field, InputValue, EnumValue, Directive, TypeKind, Location }.FirstOrDefault(type =>
            type.Name == name
        );

    private static NonNullType ListOf(NamedType type) => type.NonNull().List().NonNull();

    private static FieldDefinition Of<TParent, TValue>(string name, GraphQLType type, Func<TParent, TValue> read) =>
        new(name, type) { Resolver = Resolve.Value(read), Introspected = (_, parent, _) => Below(type, read((TParent)parent!)) };

    /// <summary>A list that leaves out what is deprecated, unless asked.</summary>
    private static FieldDefinition WithDeprecated<TParent, TItem>(
        string name,
        GraphQLType type,
        Func<TParent, bool, IEnumerable<TItem>?> read
    ) =>
        new(name, type)
        {
            Arguments = [new("includeDeprecated", ScalarType.Boolean.NonNull(), "false")],
            Resolver = Resolve.Value((TParent parent, ArgumentValues arguments) => read(parent, arguments.Get<bool>("includeDeprecated"))),
            Introspected = (_, parent, arguments) => Below(type, read((TParent)parent!, arguments.Get<bool>("includeDeprecated"))),
        };

    /// <summary>The objects in a field's value.</summary>
    private static IEnumerable<object> Below(GraphQLType type, object? value) =>
        value switch
        {
            null => [],
            _ when type.UnwrappedType is not CompositeType => [],
            System.Collections.IEnumerable items => items.Cast<object>(),
            _ => [value],
        };

    private static ValueTask PossibleTypes(FieldBatch batch, CancellationToken cancellationToken)
    {
        for (var row = 0; row < batch.Count; row++)
        {
            if (batch.GetParent<GraphQLType>(row) is CompositeType composite and not ObjectType)
            {
                batch.SetList<ObjectType>(row, batch.Schema.GetPossibleTypes(composite).AsSpan());
            }
        }

        return default;
    }

    private static IEnumerable<object> PossibleTypesOf(GraphQLSchema schema, object? type) =>
        type is CompositeType composite and not ObjectType ? schema.GetPossibleTypes(composite) : [];

    private static string KindOf(GraphQLType type) =>
        type switch
        {
            ScalarType => "SCALAR",
            ObjectType => "OBJECT",
            InterfaceType => "INTERFACE",
            UnionType => "UNION",
            EnumType => "ENUM",
            InputObjectType => "INPUT_OBJECT",
            ListType => "LIST",
            _ => "NON_NULL",
        };
}
