using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Types;

/// <summary>
/// An argument of a field or directive, or a field of an input object. <paramref name="defaultValue"/> is a literal in GraphQL's own
/// writing, such as <c>10</c> or <c>[RED]</c>; null when there is none.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-The-__InputValue-Type"/>
public sealed class InputValueDefinition(string name, GraphQLType type, ValueNode? defaultValue = null)
{
    /// <inheritdoc cref="InputValueDefinition(string, GraphQLType, ValueNode?)"/>
    /// <exception cref="Errors.GraphQLException"><paramref name="defaultLiteral"/> does not parse.</exception>
    public InputValueDefinition(string name, GraphQLType type, string defaultLiteral)
        : this(name, type, GraphQLParser.ParseValue(defaultLiteral)) { }

    /// <summary>What documents write.</summary>
    public string Name { get; } = name;

    /// <summary>An input type.</summary>
    public GraphQLType Type { get; } = type;

    /// <summary>Null when there is no default; the default <c>null</c> is a <see cref="NullValueNode"/>.</summary>
    public ValueNode? DefaultValue { get; } = defaultValue;

    /// <summary>What it is for, in Markdown; null when nothing is said.</summary>
    public string? Description { get; init; }

    /// <summary>Why it should no longer be used; null when it should.</summary>
    public string? DeprecationReason { get; init; }

    /// <summary>The default as resolvers get it, coerced when it is first needed; two threads may both do it, to the same effect.</summary>
    internal StrongBox<object?>? CoercedDefault { get; set; }

    /// <summary>Whether a value must be given: non-null and without default.</summary>
    public bool IsRequired => Type is NonNullType && DefaultValue is null;
}

internal static class InputValueDefinitionExtensions
{
    /// <summary>Arguments are few: looking through them is faster than a dictionary.</summary>
    public static InputValueDefinition? Find(this ImmutableArray<InputValueDefinition> definitions, string name)
    {
        foreach (var definition in definitions)
        {
            if (definition.Name == name)
            {
                return definition;
            }
        }

        return null;
    }
}
