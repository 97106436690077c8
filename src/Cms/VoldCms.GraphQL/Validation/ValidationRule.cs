using System.Runtime.CompilerServices;
using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Validation;

/// <summary>
/// One rule of the specification's validation. A rule is made for one document, sees the nodes it asks for by implementing
/// <see cref="IEnter{TNode}"/> and <see cref="ILeave{TNode}"/> while the document is walked once for all rules, and reports to the context.
/// </summary>
internal abstract class ValidationRule(ValidationContext context)
{
    /// <summary>Whether there is anybody to report to still.</summary>
    public bool WantsErrors => !Context.IsAborted;

    protected ValidationContext Context { get; } = context;

    /// <summary>Reports that the document breaks this rule at the given places.</summary>
    protected void Report(string message, params ReadOnlySpan<SourceSpan> places) => Context.Report(GetType().Name, message, places);

    /// <inheritdoc cref="Report(string, ReadOnlySpan{SourceSpan})"/>
    protected void Report([InterpolatedStringHandlerArgument("")] ref ErrorMessage message, params ReadOnlySpan<SourceSpan> places) =>
        Context.Report(GetType().Name, message.ToString(), places);
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
