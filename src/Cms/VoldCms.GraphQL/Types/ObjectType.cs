namespace VoldCms.GraphQL.Types;

/// <summary>An object type: named fields, each of its own type.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Objects"/>
public sealed class ObjectType(string name, Func<IEnumerable<FieldDefinition>> fields, Func<IEnumerable<InterfaceType>>? interfaces = null)
    : FieldsType(name, fields, interfaces)
{
    /// <summary>
    /// <c>IsTypeOf</c>: whether an object is of this type; asked when an interface or union has no resolver of its own.
    /// </summary>
    public Func<object, bool>? IsTypeOf { get; init; }
}
