using System.Collections.Immutable;
using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Types;

/// <summary>A directive that documents or schemas may use.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Type-System.Directives"/>
public sealed class DirectiveDefinition(string name, params ImmutableArray<DirectiveLocation> locations)
{
    /// <summary>What documents write.</summary>
    public string Name { get; } = name;

    /// <summary>Where it may stand, at least one place.</summary>
    public ImmutableArray<DirectiveLocation> Locations { get; } = locations;

    /// <summary>In the order given; none unless set.</summary>
    public ImmutableArray<InputValueDefinition> Arguments { get; init; } = [];

    /// <summary>Whether it may stand more than once at one place.</summary>
    public bool IsRepeatable { get; init; }

    /// <summary>What it is for, in Markdown; null when nothing is said.</summary>
    public string? Description { get; init; }

    /// <summary>The argument of that name; null when there is none.</summary>
    public InputValueDefinition? FindArgument(string name) => Arguments.Find(name);
}
