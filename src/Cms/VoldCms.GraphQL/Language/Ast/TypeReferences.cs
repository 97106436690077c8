namespace VoldCms.GraphQL.Language;

/// <summary><c>Type : NamedType | ListType | NonNullType</c></summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Type-References"/>
public abstract class TypeNode(SourceSpan span) : SyntaxNode(span);

/// <summary><c>NamedType : Name</c></summary>
public sealed class NamedTypeNode(NameNode name) : TypeNode(name.Span)
{
    /// <summary>What it is called, and where that stands.</summary>
    public NameNode Name { get; } = name;

    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.NamedType;
}

/// <summary><c>ListType : [ Type ]</c></summary>
public sealed class ListTypeNode(TypeNode type, SourceSpan span) : TypeNode(span)
{
    /// <summary>The type of the items.</summary>
    public TypeNode Type { get; } = type;

    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.ListType;

    internal override void WalkChildren(SyntaxWalker walker) => walker.Walk(Type);
}

/// <summary><c>NonNullType : NamedType ! | ListType !</c></summary>
public sealed class NonNullTypeNode(TypeNode type, SourceSpan span) : TypeNode(span)
{
    /// <summary>The type that null is taken from; never non-null itself.</summary>
    public TypeNode Type { get; } = type;

    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.NonNullType;

    internal override void WalkChildren(SyntaxWalker walker) => walker.Walk(Type);
}
