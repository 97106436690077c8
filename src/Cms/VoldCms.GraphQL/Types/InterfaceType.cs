namespace VoldCms.GraphQL.Types;

/// <summary>An interface type: fields that every type that implements it has.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Interfaces"/>
public sealed class InterfaceType(
    string name,
    Func<IEnumerable<FieldDefinition>> fields,
    Func<IEnumerable<InterfaceType>>? interfaces = null
) : FieldsType(name, fields, interfaces);
