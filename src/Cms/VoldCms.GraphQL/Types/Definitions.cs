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
        : this(name, type, GraphQLParser.ParseValue(defaultLiteral))
    {
    }

    public string Name { get; } = name;

    public GraphQLType Type { get; } = type;

    /// <summary>Null when there is no default; the default <c>null</c> is a <see cref="NullValueNode"/>.</summary>
    public ValueNode? DefaultValue { get; } = defaultValue;

    public string? Description { get; init; }

    /// <summary>Why it should no longer be used; null when it should.</summary>
    public string? DeprecationReason { get; init; }

    /// <summary>The default as resolvers get it, coerced when it is first needed; two threads may both do it, to the same effect.</summary>
    internal StrongBox<object?>? CoercedDefault { get; set; }

    /// <summary>Whether a value must be given: non-null and without default.</summary>
    public bool IsRequired => Type is NonNullType && DefaultValue is null;
}

/// <summary>A value of an enum.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-The-__EnumValue-Type"/>
public sealed class EnumValueDefinition(string name)
{
    private readonly object? _value;

    public string Name { get; } = name;

    /// <summary>What the value is to resolvers, as argument and as result; its name unless set.</summary>
    public object Value
    {
        get => _value ?? Name;
        init => _value = value;
    }

    public string? Description { get; init; }

    /// <summary>Why it should no longer be used; null when it should.</summary>
    public string? DeprecationReason { get; init; }
}

/// <summary>A directive that documents or schemas may use.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Type-System.Directives"/>
public sealed class DirectiveDefinition(string name, params ImmutableArray<DirectiveLocation> locations)
{
    public string Name { get; } = name;

    /// <summary>Where it may stand, at least one place.</summary>
    public ImmutableArray<DirectiveLocation> Locations { get; } = locations;

    public ImmutableArray<InputValueDefinition> Arguments { get; init; } = [];

    /// <summary>Whether it may stand more than once at one place.</summary>
    public bool IsRepeatable { get; init; }

    public string? Description { get; init; }

    /// <summary>The argument of that name; null when there is none.</summary>
    public InputValueDefinition? FindArgument(string name) => Arguments.Find(name);
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
