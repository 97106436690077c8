namespace VoldCms.GraphQLTests.Corpus;

/// <summary>
/// Where the specification of September 2025 and the reference implementation differ, by name. The engine follows the specification.
/// </summary>
/// <param name="Name">What it is about.</param>
/// <param name="Section">The section of the specification that decides.</param>
/// <param name="Document">A document that shows it.</param>
/// <param name="Engine">The rules that the engine refuses it by, as names; empty when it accepts.</param>
/// <param name="Judge">The same for the reference implementation.</param>
public sealed record Difference(string Name, string Section, string Document, string Engine, string Judge)
{
    /// <summary>Differences that show when a document is validated against the schema <c>harbour</c>.</summary>
    public static IReadOnlyList<Difference> OfDocuments { get; } =
    [
        new(
            "A variable with a default may fill the field of a oneOf type",
            "5.8.5: IsNonNullPosition, and a default that is not null",
            "query ($a: ID = 1) { values { choice(value: { id: $a }) } }",
            Engine: "",
            Judge: "VariablesInAllowedPosition"
        ),
        new(
            "A nullable variable may not fill the field of a oneOf type, though the object stands in a non-null position",
            "5.8.5: IsNonNullPosition asks for the type of the object, which is oneOf with and without non-null",
            "mutation ($a: ID) { rename(choice: { id: $a }) { name } }",
            Engine: "VariablesInAllowedPosition",
            Judge: ""
        ),
        new(
            "… or in a list",
            "5.8.5: IsNonNullPosition",
            "query ($a: ID) { values { choices(value: [{ id: $a }]) } }",
            Engine: "VariablesInAllowedPosition",
            Judge: ""
        ),
        new(
            "__typename has a type, too, when fields are merged",
            "5.3.2: SameResponseShape",
            "{ moored { ... on Ferry { x: __typename } ... on Barge { x: cargo } } }",
            Engine: "OverlappingFieldsCanBeMerged",
            Judge: ""
        ),
        new(
            "A Float that no double can hold is an error",
            "3.5.2: Input Coercion",
            "{ values { float(value: 1e400) } }",
            Engine: "ValuesOfCorrectType",
            Judge: ""
        ),
        new(
            "The arguments of a directive that is not known have no type, whatever the field has",
            "5.6.1: there is no expected type",
            "{ values { int(value: 1) @unknown(value: \"text\") } }",
            Engine: "KnownDirectives",
            Judge: "KnownDirectives ValuesOfCorrectType"
        ),
    ];

    /// <summary>Differences that show when a schema is built.</summary>
    public static IReadOnlyList<Difference> OfSchemas { get; } =
    [
        new(
            "A directive definition has no directives of its own",
            "3.13: DirectiveDefinition",
            "directive @a @deprecated on FIELD type Query { a: Int }",
            Engine: "Syntax",
            Judge: ""
        ),
        new(
            "A directive definition cannot be extended",
            "3.4: TypeSystemExtension",
            "directive @a on FIELD directive @b on DIRECTIVE_DEFINITION extend directive @a @b type Query { a: Int }",
            Engine: "Syntax",
            Judge: ""
        ),
        new(
            "A type of the introspection system cannot be defined anew",
            "3.3: names that begin with two underscores are reserved",
            "type Query { a: __Type } type __Type { b: Int }",
            Engine: "Schema",
            Judge: ""
        ),
    ];
}
