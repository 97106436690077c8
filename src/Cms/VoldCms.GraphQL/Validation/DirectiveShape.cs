using System.Collections.Immutable;
using VoldCms.GraphQL.Language;
using VoldCms.GraphQL.Types;

namespace VoldCms.GraphQL.Validation;

/// <summary>What the rules about directives ask of one, whether the schema knows it or the document defines it.</summary>
internal sealed record DirectiveShape(
    ImmutableArray<DirectiveLocation> Locations,
    bool IsRepeatable,
    ImmutableArray<(string Name, string Type, bool IsRequired)> Arguments
)
{
    public static DirectiveShape Of(DirectiveDefinition directive) =>
        new(
            directive.Locations,
            directive.IsRepeatable,
            [.. directive.Arguments.Select(argument => (argument.Name, argument.Type.ToString() ?? "", argument.IsRequired))]
        );

    public static DirectiveShape Of(DirectiveDefinitionNode directive) =>
        new(
            [.. directive.Locations.Select(name => DirectiveLocations.TryParse(name.Value, out var location) ? location : default)],
            directive.IsRepeatable,
            [.. directive.Arguments.Select(argument => (argument.Name.Value, argument.Type.ToString(), IsRequired(argument)))]
        );

    private static bool IsRequired(InputValueDefinitionNode argument) => argument is { Type: NonNullTypeNode, DefaultValue: null };
}
