using System.Collections.Immutable;
using VoldCms.GraphQL.Introspection;

namespace VoldCms.GraphQL.Types;

/// <summary>Finds every type that a schema leads to, by instance: two instances with one name are both found, and refused later.</summary>
internal sealed class TypeCollector
{
    private readonly HashSet<NamedType> _seen = new(ReferenceEqualityComparer.Instance);
    private readonly ImmutableArray<NamedType>.Builder _types = ImmutableArray.CreateBuilder<NamedType>();

    public ImmutableArray<NamedType> Types => _types.ToImmutable();

    public void CollectAll(SchemaDefinition definition)
    {
        NamedType?[] roots = [.. definition.Types, definition.Query, definition.Mutation, definition.Subscription];
        foreach (var type in roots)
        {
            if (type is not null)
            {
                Collect(type);
            }
        }

        foreach (var directive in definition.Directives.Concat(BuiltInDirectives.All))
        {
            CollectArguments(directive.Arguments);
        }

        Collect(IntrospectionTypes.Schema);
    }

    /// <summary>With a work list, not recursion: a schema may be a chain of thousands of types.</summary>
    private void Collect(NamedType root)
    {
        var pending = new Stack<NamedType>([root]);
        while (pending.TryPop(out var type))
        {
            if (!_seen.Add(type))
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

    private void CollectArguments(ImmutableArray<InputValueDefinition> arguments)
    {
        foreach (var argument in arguments)
        {
            Collect(argument.Type.UnwrappedType);
        }
    }

    private static IEnumerable<NamedType> Referenced(NamedType type) => type switch
    {
        FieldsType fields => fields.Interfaces.Concat<NamedType>(
            fields.Fields.SelectMany(field => field.Arguments.Select(argument => argument.Type.UnwrappedType).Prepend(field.Type.UnwrappedType))),
        UnionType union => union.MemberTypes,
        InputObjectType input => input.Fields.Select(field => field.Type.UnwrappedType),
        _ => [],
    };
}
