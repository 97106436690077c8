namespace VoldCms.GraphQL.Language;

/// <summary>
/// A node of the syntax tree: immutable, compared by reference (two equal texts at two places are two nodes, and validation
/// uses nodes as keys, which is why these are no records).
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Language"/>
public abstract class SyntaxNode(SourceSpan span)
{
    /// <summary>Where the node lies in its source, from its first token to its last.</summary>
    public SourceSpan Span { get; } = span;

    /// <summary>Which rule of the grammar this is.</summary>
    public abstract SyntaxKind Kind { get; }

    /// <summary>Hands the children to <paramref name="walker"/>, in the order of the text.</summary>
    internal virtual void WalkChildren(SyntaxWalker walker) { }

    /// <summary>The node as GraphQL text, as <see cref="Printer"/> writes it.</summary>
    public override string ToString() => Printer.Print(this);
}

/// <summary><c>Name</c>, with its place. A value, because every node has one.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Names"/>
public readonly record struct NameNode(string Value, SourceSpan Span)
{
    /// <summary>The name itself.</summary>
    public override string ToString() => Value;
}
