using System.Collections.Immutable;

namespace VoldCms.GraphQL.Language;

/// <summary><c>OperationType : query | mutation | subscription</c></summary>
public enum OperationType
{
    /// <summary>Reads.</summary>
    Query,

    /// <summary>Writes, then reads.</summary>
    Mutation,

    /// <summary>Reads whenever something happens.</summary>
    Subscription,
}

/// <summary><c>ExecutableDefinition : OperationDefinition | FragmentDefinition</c></summary>
public abstract class ExecutableDefinitionNode(
    StringValueNode? description,
    ImmutableArray<DirectiveNode> directives,
    SelectionSetNode selectionSet,
    SourceSpan span
) : DefinitionNode(description, directives, span)
{
    /// <summary>What is asked for.</summary>
    public SelectionSetNode SelectionSet { get; } = selectionSet;
}

/// <summary>
/// <c>OperationDefinition : Description? OperationType Name? VariablesDefinition? Directives? SelectionSet | SelectionSet</c>
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Language.Operations"/>
public sealed class OperationDefinitionNode(
    StringValueNode? description,
    OperationType operation,
    NameNode? name,
    ImmutableArray<VariableDefinitionNode> variableDefinitions,
    ImmutableArray<DirectiveNode> directives,
    SelectionSetNode selectionSet,
    SourceSpan span
) : ExecutableDefinitionNode(description, directives, selectionSet, span)
{
    /// <summary>Which kind of operation.</summary>
    public OperationType Operation { get; } = operation;

    /// <summary>Null for an anonymous operation.</summary>
    public NameNode? Name { get; } = name;

    /// <summary>As written; empty when there are none.</summary>
    public ImmutableArray<VariableDefinitionNode> VariableDefinitions { get; } = variableDefinitions;

    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.OperationDefinition;

    internal override void WalkChildren(SyntaxWalker walker)
    {
        walker.WalkOptional(Description);
        walker.WalkAll(VariableDefinitions);
        walker.WalkAll(Directives);
        walker.Walk(SelectionSet);
    }
}

/// <summary><c>FragmentDefinition : Description? fragment FragmentName TypeCondition Directives? SelectionSet</c></summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Language.Fragments"/>
public sealed class FragmentDefinitionNode(
    StringValueNode? description,
    NameNode name,
    NamedTypeNode typeCondition,
    ImmutableArray<DirectiveNode> directives,
    SelectionSetNode selectionSet,
    SourceSpan span
) : ExecutableDefinitionNode(description, directives, selectionSet, span)
{
    /// <summary>What it is called, and where that stands.</summary>
    public NameNode Name { get; } = name;

    /// <summary>The type that an object must be of for the fragment to count.</summary>
    public NamedTypeNode TypeCondition { get; } = typeCondition;

    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.FragmentDefinition;

    internal override void WalkChildren(SyntaxWalker walker)
    {
        walker.WalkOptional(Description);
        walker.Walk(TypeCondition);
        walker.WalkAll(Directives);
        walker.Walk(SelectionSet);
    }
}

/// <summary><c>VariableDefinition : Description? Variable : Type DefaultValue? Directives[Const]?</c></summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Language.Variables"/>
public sealed class VariableDefinitionNode(
    StringValueNode? description,
    VariableNode variable,
    TypeNode type,
    ValueNode? defaultValue,
    ImmutableArray<DirectiveNode> directives,
    SourceSpan span
) : SyntaxNode(span)
{
    /// <summary>The string before it; null when there is none.</summary>
    public StringValueNode? Description { get; } = description;

    /// <summary>The variable itself.</summary>
    public VariableNode Variable { get; } = variable;

    /// <summary>The type, as written.</summary>
    public TypeNode Type { get; } = type;

    /// <summary>Null when no default is given; the literal <c>null</c> is a <see cref="NullValueNode"/>.</summary>
    public ValueNode? DefaultValue { get; } = defaultValue;

    /// <summary>As written; empty when there are none.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;

    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.VariableDefinition;

    internal override void WalkChildren(SyntaxWalker walker)
    {
        walker.WalkOptional(Description);
        walker.Walk(Variable);
        walker.Walk(Type);
        walker.WalkOptional(DefaultValue);
        walker.WalkAll(Directives);
    }
}

/// <summary><c>Directive : @ Name Arguments?</c></summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Language.Directives"/>
public sealed class DirectiveNode(NameNode name, ImmutableArray<ArgumentNode> arguments, SourceSpan span) : SyntaxNode(span)
{
    /// <summary>What it is called, and where that stands.</summary>
    public NameNode Name { get; } = name;

    /// <summary>As written; empty when there are none.</summary>
    public ImmutableArray<ArgumentNode> Arguments { get; } = arguments;

    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.Directive;

    internal override void WalkChildren(SyntaxWalker walker) => walker.WalkAll(Arguments);
}

/// <summary><c>Argument : Name : Value</c></summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Language.Arguments"/>
public sealed class ArgumentNode(NameNode name, ValueNode value, SourceSpan span) : SyntaxNode(span)
{
    /// <summary>What it is called, and where that stands.</summary>
    public NameNode Name { get; } = name;

    /// <summary>The literal or variable.</summary>
    public ValueNode Value { get; } = value;

    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.Argument;

    internal override void WalkChildren(SyntaxWalker walker) => walker.Walk(Value);
}
