using VoldCms.GraphQL.Execution;

namespace VoldCms.GraphQL.Types;

/// <summary>
/// A type, or a list or non-null of one. Types are compared by reference: a schema has one instance per name. Immutable and safe
/// from any thread once a <see cref="GraphQLSchema"/> has been made of them.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Wrapping-Types"/>
public abstract class GraphQLType
{
    /// <summary>The type without any list or non-null around it.</summary>
    public abstract NamedType UnwrappedType { get; }

    /// <summary><c>IsInputType(type)</c>: whether arguments and variables may be of it.</summary>
    public bool IsInputType => UnwrappedType is LeafType or InputObjectType;

    /// <summary><c>IsOutputType(type)</c>: whether fields may be of it.</summary>
    public bool IsOutputType => UnwrappedType is not InputObjectType;

    /// <summary>The type without its non-null, if it has one.</summary>
    public GraphQLType NullableType => this is NonNullType nonNull ? nonNull.OfType : this;

    /// <summary>A list of this type.</summary>
    public ListType List() => new(this);

    /// <summary>This type without null; itself when it is so already.</summary>
    public NonNullType NonNull() => this as NonNullType ?? new NonNullType(this);

    /// <summary>Whether both are the same type, wrapped the same way.</summary>
    public static bool AreSame(GraphQLType left, GraphQLType right) =>
        (left, right) switch
        {
            (NonNullType one, NonNullType other) => AreSame(one.OfType, other.OfType),
            (ListType one, ListType other) => AreSame(one.OfType, other.OfType),
            _ => ReferenceEquals(left, right),
        };
}

/// <summary>A list of another type: <c>[Type]</c>.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-List"/>
public sealed class ListType(GraphQLType ofType) : GraphQLType
{
    /// <summary>The type of the items.</summary>
    public GraphQLType OfType { get; } = ofType;

    /// <inheritdoc/>
    public override NamedType UnwrappedType => OfType.UnwrappedType;

    /// <inheritdoc/>
    public override string ToString() => $"[{OfType}]";
}

/// <summary>Another type without null: <c>Type!</c>.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Non-Null"/>
public sealed class NonNullType : GraphQLType
{
    /// <exception cref="ArgumentException">The type is non-null already.</exception>
    public NonNullType(GraphQLType ofType)
    {
        if (ofType is NonNullType)
        {
            throw new ArgumentException($"{ofType} is non-null already.", nameof(ofType));
        }

        OfType = ofType;
    }

    /// <summary>The type that null is taken from.</summary>
    public GraphQLType OfType { get; }

    /// <inheritdoc/>
    public override NamedType UnwrappedType => OfType.UnwrappedType;

    /// <inheritdoc/>
    public override string ToString() => $"{OfType}!";
}

/// <summary>A type with a name: scalar, object, interface, union, enum or input object.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Types"/>
public abstract class NamedType(string name) : GraphQLType
{
    /// <summary>Unique in a schema.</summary>
    public string Name { get; } = name;

    /// <summary>What the type is for, in Markdown; null when nothing is said.</summary>
    public string? Description { get; init; }

    /// <inheritdoc/>
    public override NamedType UnwrappedType => this;

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>Fills in what was given as a function. Called when a schema is made; later calls do nothing.</summary>
    internal virtual void Complete() { }
}

/// <summary>A type without fields: scalar or enum.</summary>
public abstract class LeafType(string name) : NamedType(name);

/// <summary>A type with a selection set: object, interface or union.</summary>
public abstract class CompositeType(string name) : NamedType(name)
{
    /// <summary>
    /// For an interface or union, how to tell of which type its objects are. Without it they are asked for a member <c>__typename</c> (JSON
    /// objects and dictionaries), then the possible types for <see cref="ObjectType.IsTypeOf"/>.
    /// </summary>
    public TypeResolver? ResolveTypes { get; init; }
}
