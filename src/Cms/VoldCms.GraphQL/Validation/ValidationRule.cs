using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Validation;

/// <summary>
/// One rule of the specification's validation. A rule is made for one document, sees the nodes it asks for by implementing
/// <see cref="IEnter{TNode}"/> and <see cref="ILeave{TNode}"/> while the document is walked once for all rules, and reports to the context.
/// </summary>
internal abstract class ValidationRule(ValidationContext context)
{
    protected ValidationContext Context { get; } = context;

    /// <summary>Reports that the document breaks this rule at the given places.</summary>
    protected void Report(string message, params ReadOnlySpan<SourceSpan> places) => Context.Report(GetType().Name, message, places);
}

/// <summary>Sees each <typeparamref name="TNode"/> before its children.</summary>
internal interface IEnter<in TNode>
    where TNode : SyntaxNode
{
    void Enter(TNode node);
}

/// <summary>Sees each <typeparamref name="TNode"/> after its children.</summary>
internal interface ILeave<in TNode>
    where TNode : SyntaxNode
{
    void Leave(TNode node);
}
