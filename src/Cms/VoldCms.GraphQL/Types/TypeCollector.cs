using System.Collections.Immutable;
using VoldCms.GraphQL.Introspection;

namespace VoldCms.GraphQL.Types;

/// <summary>Finds every type that a schema leads to, by instance: two instances with one name are both found, and refused later.</summary>
internal sealed class TypeCollector
{
    private readonly HashSet<NamedType> _seen = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<NamedType> _later = new(ReferenceEqualityComparer.Instance);
    private readonly ImmutableArray<NamedType>.Builder _types = ImmutableArray.CreateBuilder<NamedType>();

    public ImmutableArray<NamedType> Types => _types.ToImmutable();

    /// <summary>
    /// Types listed by hand come first and keep their order, each before what it alone leads to; then what the roots lead to.
    /// </summary>
    public void CollectAll(SchemaDefinition definition)
    {
        _later.UnionWith(definition.Types);
        foreach (var type in definition.Types)
        {
            _later.Remove(type);
            Collect(type);
        }

        foreach (var root in new[] { definition.Query, definition.Mutation, definition.Subscription }.OfType<ObjectType>())
        {
            Collect(root);
        }

        foreach (var argument in definition.Directives.Concat(BuiltInDirectives.All).SelectMany(directive => directive.Arguments))
        {
            Collect(argument.Type.UnwrappedType);
        }

        Collect(IntrospectionTypes.Schema);
    }

    /// <summary>Depth first. With a work list, not recursion: a schema may be a chain of thousands of types.</summary>
    private void Collect(NamedType root)
    {
        var pending = new Stack<NamedType>([root]);
        while (pending.TryPop(out var type))
        {
            if (_later.Contains(type) || !_seen.Add(type))
            {
                continue;
            }

            type.Complete();
            _types.Add(type);
            foreach (var next in Referenced(type).Reverse())
            {
                pending.Push(next);
            }
        }
    }

    private static IEnumerable<NamedType> Referenced(NamedType type) =>
        type switch
        {
            FieldsType fields => fields.Interfaces.Concat<NamedType>(
                fields.Fields.SelectMany(field =>
                    field.Arguments.Select(argument => argument.Type.UnwrappedType).Prepend(field.Type.UnwrappedType)
                )
            ),
            UnionType union => union.MemberTypes,
            InputObjectType input => input.Fields.Select(field => field.Type.UnwrappedType),
            _ => [],
        };
}
