using VoldCms.GraphQL.Language;
using VoldCms.GraphQL.Types;

namespace VoldCms.GraphQL.Introspection;

/// <summary>The types that a schema describes itself with.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Schema-Introspection.Schema-Introspection-Schema"/>
internal static class IntrospectionTypes
{
    public static ObjectType Schema { get; } = new("__Schema", () =>
    [
        new("description", ScalarType.String),
        new("types", ListOf(Type!)),
        new("queryType", Type!.NonNull()),
        new("mutationType", Type),
        new("subscriptionType", Type),
        new("directives", ListOf(Directive!)),
    ]);

    public static ObjectType Type { get; } = new("__Type", () =>
    [
        new("kind", TypeKind!.NonNull()),
        new("name", ScalarType.String),
        new("description", ScalarType.String),
        new("specifiedByURL", ScalarType.String),
        new("fields", Field!.NonNull().List()) { Arguments = IncludeDeprecated },
        new("interfaces", Type!.NonNull().List()),
        new("possibleTypes", Type.NonNull().List()),
        new("enumValues", EnumValue!.NonNull().List()) { Arguments = IncludeDeprecated },
        new("inputFields", InputValue!.NonNull().List()) { Arguments = IncludeDeprecated },
        new("ofType", Type),
        new("isOneOf", ScalarType.Boolean),
    ]);

    public static ObjectType Field { get; } = new("__Field", () =>
    [
        new("name", ScalarType.String.NonNull()),
        new("description", ScalarType.String),
        new("args", ListOf(InputValue!)) { Arguments = IncludeDeprecated },
        new("type", Type.NonNull()),
        new("isDeprecated", ScalarType.Boolean.NonNull()),
        new("deprecationReason", ScalarType.String),
    ]);

    public static ObjectType InputValue { get; } = new("__InputValue", () =>
    [
        new("name", ScalarType.String.NonNull()),
        new("description", ScalarType.String),
        new("type", Type.NonNull()),
        new("defaultValue", ScalarType.String),
        new("isDeprecated", ScalarType.Boolean.NonNull()),
        new("deprecationReason", ScalarType.String),
    ]);

    public static ObjectType EnumValue { get; } = new("__EnumValue", () =>
    [
        new("name", ScalarType.String.NonNull()),
        new("description", ScalarType.String),
        new("isDeprecated", ScalarType.Boolean.NonNull()),
        new("deprecationReason", ScalarType.String),
    ]);

    public static ObjectType Directive { get; } = new("__Directive", () =>
    [
        new("name", ScalarType.String.NonNull()),
        new("description", ScalarType.String),
        new("isRepeatable", ScalarType.Boolean.NonNull()),
        new("locations", ListOf(Location!)),
        new("args", ListOf(InputValue)) { Arguments = IncludeDeprecated },
    ]);

    public static EnumType TypeKind { get; } =
        new("__TypeKind", [.. new[] { "SCALAR", "OBJECT", "INTERFACE", "UNION", "ENUM", "INPUT_OBJECT", "LIST", "NON_NULL" }
            .Select(name => new EnumValueDefinition(name))]);

    public static EnumType Location { get; } =
        new("__DirectiveLocation", [.. Enum.GetValues<DirectiveLocation>().Select(place => new EnumValueDefinition(place.ToName()) { Value = place })]);

    /// <summary>Whether the type is one of those that describe a schema.</summary>
    public static bool Contains(NamedType type) => type.Name.StartsWith("__", StringComparison.Ordinal);

    /// <summary>The introspection type of that name; null when there is none.</summary>
    public static NamedType? Find(string name) =>
        new NamedType[] { Schema, Type, Field, InputValue, EnumValue, Directive, TypeKind, Location }.FirstOrDefault(type => type.Name == name);

    private static System.Collections.Immutable.ImmutableArray<InputValueDefinition> IncludeDeprecated =>
        [new("includeDeprecated", ScalarType.Boolean.NonNull(), "false")];

    private static NonNullType ListOf(NamedType type) => type.NonNull().List().NonNull();
}
