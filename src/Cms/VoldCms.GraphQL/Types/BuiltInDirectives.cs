using System.Collections.Immutable;
using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Types;

/// <summary>The directives that every schema has.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Type-System.Directives.Built-in-Directives"/>
public static class BuiltInDirectives
{
    /// <summary>The reason of a deprecation that gives none.</summary>
    public const string DefaultDeprecationReason = "No longer supported";

    /// <seealso href="https://spec.graphql.org/September2025/#sec--include"/>
    public static DirectiveDefinition Include { get; } =
        new("include", DirectiveLocation.Field, DirectiveLocation.FragmentSpread, DirectiveLocation.InlineFragment)
        {
            Description = "Directs the executor to include this field or fragment only when the `if` argument is true.",
            Arguments = [new("if", ScalarType.Boolean.NonNull()) { Description = "Included when true." }],
        };

    /// <seealso href="https://spec.graphql.org/September2025/#sec--skip"/>
    public static DirectiveDefinition Skip { get; } =
        new("skip", DirectiveLocation.Field, DirectiveLocation.FragmentSpread, DirectiveLocation.InlineFragment)
        {
            Description = "Directs the executor to skip this field or fragment when the `if` argument is true.",
            Arguments = [new("if", ScalarType.Boolean.NonNull()) { Description = "Skipped when true." }],
        };

    /// <seealso href="https://spec.graphql.org/September2025/#sec--deprecated"/>
    public static DirectiveDefinition Deprecated { get; } =
        new(
            "deprecated",
            DirectiveLocation.FieldDefinition,
            DirectiveLocation.ArgumentDefinition,
            DirectiveLocation.InputFieldDefinition,
            DirectiveLocation.EnumValue
        )
        {
            Description = "Marks an element of a GraphQL schema as no longer supported.",
            Arguments =
            [
                new("reason", ScalarType.String.NonNull(), $"\"{DefaultDeprecationReason}\"")
                {
                    Description =
                        "Explains why this element was deprecated, usually also including a suggestion for how to access "
                        + "supported similar data. Formatted using the Markdown syntax, "
                        + "as specified by [CommonMark](https://commonmark.org/).",
                },
            ],
        };

    /// <seealso href="https://spec.graphql.org/September2025/#sec--specifiedBy"/>
    public static DirectiveDefinition SpecifiedBy { get; } =
        new("specifiedBy", DirectiveLocation.Scalar)
        {
            Description = "Exposes a URL that specifies the behavior of this scalar.",
            Arguments = [new("url", ScalarType.String.NonNull()) { Description = "The URL that specifies the behavior of this scalar." }],
        };

    /// <seealso href="https://spec.graphql.org/September2025/#sec--oneOf"/>
    public static DirectiveDefinition OneOf { get; } =
        new("oneOf", DirectiveLocation.InputObject)
        {
            Description = "Indicates exactly one field must be supplied and this field must not be `null`.",
        };

    /// <summary>All five.</summary>
    public static ImmutableArray<DirectiveDefinition> All { get; } = [Include, Skip, Deprecated, SpecifiedBy, OneOf];

    /// <summary>Whether <paramref name="name"/> is one of theirs.</summary>
    internal static bool Contains(string name) => name is "include" or "skip" or "deprecated" or "specifiedBy" or "oneOf";
}
