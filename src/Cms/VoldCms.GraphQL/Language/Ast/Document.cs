using System.Collections.Immutable;

namespace VoldCms.GraphQL.Language;

/// <summary><c>Document : Definition+</c>. Immutable; share it between threads.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Document"/>
public sealed class DocumentNode(GraphQLSource source, ImmutableArray<DefinitionNode> definitions, SourceSpan span) : SyntaxNode(span)
{
    /// <summary>The text that the spans of all nodes point into.</summary>
    public GraphQLSource Source { get; } = source;

    /// <summary>Operations, fragments, type-system definitions and extensions, as written.</summary>
    public ImmutableArray<DefinitionNode> Definitions { get; } = definitions;

    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.Document;

    internal override void WalkChildren(SyntaxWalker walker) => walker.WalkAll(Definitions);
}

/// <summary>Anything that stands at the top of a document.</summary>
public abstract class DefinitionNode(StringValueNode? description, ImmutableArray<DirectiveNode> directives, SourceSpan span)
    : SyntaxNode(span)
{
    /// <summary>The string before the definition; null when there is none.</summary>
    public StringValueNode? Description { get; } = description;

    /// <summary>The directives on the definition.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;
}
