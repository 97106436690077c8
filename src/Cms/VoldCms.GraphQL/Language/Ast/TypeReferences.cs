namespace VoldCms.GraphQL.Language;

/// <summary><c>Type : NamedType | ListType | NonNullType</c></summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Type-References"/>
public abstract class TypeNode(SourceSpan span) : SyntaxNode(span);

/// <summary><c>NamedType : Name</c></summary>
public sealed class NamedTypeNode(NameNode name) : TypeNode(name.Span)
{
    public NameNode Name { get; } = name;

    public override SyntaxKind Kind => SyntaxKind.NamedType;
}

/// <summary><c>ListType : [ Type ]</c></summary>
public sealed class ListTypeNode(TypeNode type, SourceSpan span) : TypeNode(span)
{
    public TypeNode Type { get; } = type;

    public override SyntaxKind Kind => SyntaxKind.ListType;

    public override void WalkChildren(SyntaxWalker walker) => walker.Walk(Type);
}

/// <summary><c>NonNullType : NamedType ! | ListType !</c></summary>
public sealed class NonNullTypeNode(TypeNode type, SourceSpan span) : TypeNode(span)
{
    public TypeNode Type { get; } = type;

    public override SyntaxKind Kind => SyntaxKind.NonNullType;

    public override void WalkChildren(SyntaxWalker walker) => walker.Walk(Type);
}
