using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace VoldCms.GraphQL.Language;

/// <summary>Where a directive may stand.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#DirectiveLocations"/>
public enum DirectiveLocation
{
    Query,
    Mutation,
    Subscription,
    Field,
    FragmentDefinition,
    FragmentSpread,
    InlineFragment,
    VariableDefinition,
    Schema,
    Scalar,
    Object,
    FieldDefinition,
    ArgumentDefinition,
    Interface,
    Union,
    Enum,
    EnumValue,
    InputObject,
    InputFieldDefinition,
}

/// <summary>Directive locations by the names that documents write them with (<c>FIELD_DEFINITION</c>).</summary>
[SuppressMessage("Naming", "CA1708", Justification = "The two types differ by more than case.")]
public static class DirectiveLocations
{
    private static readonly string[] s_names =
    [
        "QUERY", "MUTATION", "SUBSCRIPTION", "FIELD", "FRAGMENT_DEFINITION", "FRAGMENT_SPREAD", "INLINE_FRAGMENT", "VARIABLE_DEFINITION",
        "SCHEMA", "SCALAR", "OBJECT", "FIELD_DEFINITION", "ARGUMENT_DEFINITION", "INTERFACE", "UNION", "ENUM", "ENUM_VALUE",
        "INPUT_OBJECT", "INPUT_FIELD_DEFINITION",
    ];

    private static readonly FrozenDictionary<string, DirectiveLocation> s_locations =
        s_names.Select((name, i) => KeyValuePair.Create(name, (DirectiveLocation)i)).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The location that <paramref name="name"/> names; false when there is none (case matters).</summary>
    public static bool TryParse(string name, out DirectiveLocation location) => s_locations.TryGetValue(name, out location);

    /// <summary>The name that documents write <paramref name="location"/> with.</summary>
    public static string ToName(this DirectiveLocation location) => s_names[(int)location];
}
