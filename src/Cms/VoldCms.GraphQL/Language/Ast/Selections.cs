using System.Collections.Immutable;

namespace VoldCms.GraphQL.Language;

/// <summary><c>SelectionSet : { Selection+ }</c></summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Selection-Sets"/>
public sealed class SelectionSetNode(ImmutableArray<SelectionNode> selections, SourceSpan span) : SyntaxNode(span)
{
    /// <summary>As written; at least one.</summary>
    public ImmutableArray<SelectionNode> Selections { get; } = selections;

    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.SelectionSet;

    internal override void WalkChildren(SyntaxWalker walker) => walker.WalkAll(Selections);
}

/// <summary><c>Selection : Field | FragmentSpread | InlineFragment</c></summary>
public abstract class SelectionNode(ImmutableArray<DirectiveNode> directives, SourceSpan span) : SyntaxNode(span)
{
    /// <summary>As written; empty when there are none.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;
}

/// <summary><c>Field : Alias? Name Arguments? Directives? SelectionSet?</c></summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Language.Fields"/>
public sealed class FieldNode(
    NameNode? alias,
    NameNode name,
    ImmutableArray<ArgumentNode> arguments,
    ImmutableArray<DirectiveNode> directives,
    SelectionSetNode? selectionSet,
    SourceSpan span
) : SelectionNode(directives, span)
{
    private readonly string? _alias = alias?.Value;
    private readonly SourceSpan _aliasSpan = alias?.Span ?? default;

    /// <summary>Null when the field has no alias.</summary>
    public NameNode? Alias => _alias is null ? null : new NameNode(_alias, _aliasSpan);

    /// <summary>What it is called, and where that stands.</summary>
    public NameNode Name { get; } = name;

    /// <summary>The field's name in the response: its alias, or else its name.</summary>
    public string ResponseName => _alias ?? Name.Value;

    /// <summary>As written; empty when there are none.</summary>
    public ImmutableArray<ArgumentNode> Arguments { get; } = arguments;

    /// <summary>Null when nothing is asked below the field.</summary>
    public SelectionSetNode? SelectionSet { get; } = selectionSet;

    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.Field;

    internal override void WalkChildren(SyntaxWalker walker)
    {
        walker.WalkAll(Arguments);
        walker.WalkAll(Directives);
        walker.WalkOptional(SelectionSet);
    }
}

/// <summary><c>FragmentSpread : ... FragmentName Directives?</c></summary>
/// <seealso href="https://spec.graphql.org/September2025/#FragmentSpread"/>
public sealed class FragmentSpreadNode(NameNode name, ImmutableArray<DirectiveNode> directives, SourceSpan span)
    : SelectionNode(directives, span)
{
    /// <summary>What it is called, and where that stands.</summary>
    public NameNode Name { get; } = name;

    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.FragmentSpread;

    internal override void WalkChildren(SyntaxWalker walker) => walker.WalkAll(Directives);
}

/// <summary><c>InlineFragment : ... TypeCondition? Directives? SelectionSet</c></summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Inline-Fragments"/>
public sealed class InlineFragmentNode(
    NamedTypeNode? typeCondition,
    ImmutableArray<DirectiveNode> directives,
    SelectionSetNode selectionSet,
    SourceSpan span
) : SelectionNode(directives, span)
{
    /// <summary>Null when the fragment is of the type it stands in.</summary>
    public NamedTypeNode? TypeCondition { get; } = typeCondition;

    /// <summary>What is asked for.</summary>
    public SelectionSetNode SelectionSet { get; } = selectionSet;

    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.InlineFragment;

    internal override void WalkChildren(SyntaxWalker walker)
    {
        walker.WalkOptional(TypeCondition);
        walker.WalkAll(Directives);
        walker.Walk(SelectionSet);
    }
}
