using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace VoldCms.GraphQL.Language;

/// <summary>Where a directive may stand.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#DirectiveLocations"/>
public enum DirectiveLocation
{
    /// <summary><c>QUERY</c></summary>
    Query,

    /// <summary><c>MUTATION</c></summary>
    Mutation,

    /// <summary><c>SUBSCRIPTION</c></summary>
    Subscription,

    /// <summary><c>FIELD</c></summary>
    Field,

    /// <summary><c>FRAGMENT_DEFINITION</c></summary>
    FragmentDefinition,

    /// <summary><c>FRAGMENT_SPREAD</c></summary>
    FragmentSpread,

    /// <summary><c>INLINE_FRAGMENT</c></summary>
    InlineFragment,

    /// <summary><c>VARIABLE_DEFINITION</c></summary>
    VariableDefinition,

    /// <summary><c>SCHEMA</c></summary>
    Schema,

    /// <summary><c>SCALAR</c></summary>
    Scalar,

    /// <summary><c>OBJECT</c></summary>
    Object,

    /// <summary><c>FIELD_DEFINITION</c></summary>
    FieldDefinition,

    /// <summary><c>ARGUMENT_DEFINITION</c></summary>
    ArgumentDefinition,

    /// <summary><c>INTERFACE</c></summary>
    Interface,

    /// <summary><c>UNION</c></summary>
    Union,

    /// <summary><c>ENUM</c></summary>
    Enum,

    /// <summary><c>ENUM_VALUE</c></summary>
    EnumValue,

    /// <summary><c>INPUT_OBJECT</c></summary>
    InputObject,

    /// <summary><c>INPUT_FIELD_DEFINITION</c></summary>
    InputFieldDefinition,
}

/// <summary>Directive locations by the names that documents write them with (<c>FIELD_DEFINITION</c>).</summary>
[SuppressMessage("Naming", "CA1708", Justification = "The two types differ by more than case.")]
public static class DirectiveLocations
{
    private static readonly string[] s_names =
    [
        "QUERY",
        "MUTATION",
        "SUBSCRIPTION",
        "FIELD",
        "FRAGMENT_DEFINITION",
        "FRAGMENT_SPREAD",
        "INLINE_FRAGMENT",
        "VARIABLE_DEFINITION",
        "SCHEMA",
        "SCALAR",
        "OBJECT",
        "FIELD_DEFINITION",
        "ARGUMENT_DEFINITION",
        "INTERFACE",
        "UNION",
        "ENUM",
        "ENUM_VALUE",
        "INPUT_OBJECT",
        "INPUT_FIELD_DEFINITION",
    ];

    private static readonly FrozenDictionary<string, DirectiveLocation> s_locations = s_names
        .Select((name, i) => KeyValuePair.Create(name, (DirectiveLocation)i))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The location that <paramref name="name"/> names; false when there is none (case matters).</summary>
    public static bool TryParse(string name, out DirectiveLocation location) => s_locations.TryGetValue(name, out location);

    /// <summary>The name that documents write <paramref name="location"/> with.</summary>
    public static string ToName(this DirectiveLocation location) => s_names[(int)location];
}
