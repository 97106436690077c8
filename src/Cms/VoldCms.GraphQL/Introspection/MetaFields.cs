using VoldCms.GraphQL.Execution;
using VoldCms.GraphQL.Types;

namespace VoldCms.GraphQL.Introspection;

/// <summary>The fields that every schema has without saying so.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Introspection"/>
internal static class MetaFields
{
    /// <summary><c>__typename: String!</c>, on every composite type.</summary>
    public static FieldDefinition TypeName { get; } =
        new("__typename", ScalarType.String.NonNull()) { Description = "The name of the current Object type at runtime." };

    /// <summary><c>__schema: __Schema!</c>, on the query type.</summary>
    public static FieldDefinition Schema { get; } =
        new("__schema", IntrospectionTypes.Schema.NonNull())
        {
            Description = "Access the current type schema of this server.",
            Resolver = Resolve.Root(batch => batch.Schema),
            Introspected = static (schema, _, _) => [schema],
        };

    /// <summary><c>__type(name: String!): __Type</c>, on the query type.</summary>
    public static FieldDefinition Type { get; } =
        new("__type", IntrospectionTypes.Type)
        {
            Description = "Request the type information of a single type.",
            Arguments = [new("name", ScalarType.String.NonNull())],
            Resolver = Resolve.Root(batch => batch.Schema.FindType(batch.Arguments.Get<string>("name") ?? "")),
            Introspected = static (schema, _, arguments) => schema.FindType(arguments.Get<string>("name") ?? "") is { } type ? [type] : [],
        };
}
