using System.Collections.Immutable;

namespace VoldCms.GraphQL.Types;

/// <summary>A union type: one of several object types. The members are given as a function, called once when a schema is made.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Unions"/>
public sealed class UnionType(string name, Func<IEnumerable<ObjectType>> memberTypes) : CompositeType(name)
{
    private readonly Lazy<ImmutableArray<ObjectType>> _memberTypes = new(() => [.. memberTypes()]);

    /// <summary>The member types, in the order given.</summary>
    public ImmutableArray<ObjectType> MemberTypes => _memberTypes.Value;

    internal override void Complete() => _ = _memberTypes.Value;
}
