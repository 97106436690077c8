using System.Collections.Immutable;

namespace VoldCms.GraphQL.Types;

/// <summary>What a <see cref="GraphQLSchema"/> is made of.</summary>
public sealed record SchemaDefinition
{
    /// <summary>The type of queries; a schema without one does not hold.</summary>
    public ObjectType? Query { get; init; }

    /// <summary>The type of mutations; null when nothing can be changed.</summary>
    public ObjectType? Mutation { get; init; }

    /// <summary>The type of subscriptions; null when nothing can be subscribed to.</summary>
    public ObjectType? Subscription { get; init; }

    /// <summary>Types that no field leads to: the object types behind an interface, for instance. Others may be listed too.</summary>
    public ImmutableArray<NamedType> Types { get; init; } = [];

    /// <summary>Directives of one's own; one named as a built-in directive takes its place.</summary>
    public ImmutableArray<DirectiveDefinition> Directives { get; init; } = [];

    /// <summary>What it is for, in Markdown; null when nothing is said.</summary>
    public string? Description { get; init; }
}
