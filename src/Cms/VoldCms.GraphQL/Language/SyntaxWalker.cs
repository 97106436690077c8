using System.Collections.Immutable;

namespace VoldCms.GraphQL.Language;

/// <summary>
/// Walks a syntax tree depth first, in the order of the text. Derive from it to look at nodes on the way down
/// (<see cref="Enter"/>) and on the way up (<see cref="Leave"/>). As deep as the tree: the parser bounds that
/// (<see cref="GraphQLLimits.MaxNesting"/>).
/// </summary>
public abstract class SyntaxWalker
{
    /// <summary>Enters <paramref name="node"/>, walks its children unless refused, and leaves it.</summary>
    public void Walk(SyntaxNode node)
    {
        if (Enter(node))
        {
            node.WalkChildren(this);
        }

        Leave(node);
    }

    /// <summary>Called before the children of <paramref name="node"/>; false skips them (but not <see cref="Leave"/>).</summary>
    protected abstract bool Enter(SyntaxNode node);

    /// <summary>Called after the children of <paramref name="node"/>.</summary>
    protected virtual void Leave(SyntaxNode node) { }

    internal void WalkAll<TNode>(ImmutableArray<TNode> nodes)
        where TNode : SyntaxNode
    {
        foreach (var node in nodes)
        {
            Walk(node);
        }
    }

    internal void WalkOptional(SyntaxNode? node)
    {
        if (node is not null)
        {
            Walk(node);
        }
    }
}
