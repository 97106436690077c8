using System.Collections.Immutable;

namespace VoldCms.GraphQL.Types;

/// <summary>A field of an object or interface type.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-The-__Field-Type"/>
public sealed class FieldDefinition(string name, GraphQLType type)
{
    public string Name { get; } = name;

    public GraphQLType Type { get; } = type;

    public ImmutableArray<InputValueDefinition> Arguments { get; init; } = [];

    public string? Description { get; init; }

    /// <summary>Why it should no longer be used; null when it should.</summary>
    public string? DeprecationReason { get; init; }

    /// <summary>The argument of that name; null when there is none.</summary>
    public InputValueDefinition? FindArgument(string name) => Arguments.Find(name);
}
