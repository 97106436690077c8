using System.Collections.Immutable;

namespace VoldCms.GraphQL.Language;

/// <summary><c>Value</c>: a literal or a variable.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Input-Values"/>
public abstract class ValueNode(SourceSpan span) : SyntaxNode(span);

/// <summary><c>Variable : $ Name</c></summary>
public sealed class VariableNode(NameNode name, SourceSpan span) : ValueNode(span)
{
    /// <summary>What it is called, and where that stands.</summary>
    public NameNode Name { get; } = name;

    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.Variable;
}

/// <summary><c>IntValue</c>, kept as written: it may be larger than any number type.</summary>
public sealed class IntValueNode(string value, SourceSpan span) : ValueNode(span)
{
    /// <summary>The digits, with the minus if there is one.</summary>
    public string Value { get; } = value;

    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.IntValue;
}

/// <summary><c>FloatValue</c>, kept as written.</summary>
public sealed class FloatValueNode(string value, SourceSpan span) : ValueNode(span)
{
    /// <summary>The number, as written.</summary>
    public string Value { get; } = value;

    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.FloatValue;
}

/// <summary><c>StringValue</c>: <see cref="Value"/> has its escapes resolved and, for a block string, its indentation removed.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-String-Value"/>
public sealed class StringValueNode(string value, bool isBlock, SourceSpan span) : ValueNode(span)
{
    /// <summary>The text that is meant.</summary>
    public string Value { get; } = value;

    /// <summary>Whether it was written between three quotes.</summary>
    public bool IsBlock { get; } = isBlock;

    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.StringValue;
}

/// <summary><c>BooleanValue : true | false</c></summary>
public sealed class BooleanValueNode(bool value, SourceSpan span) : ValueNode(span)
{
    /// <summary>Which of the two.</summary>
    public bool Value { get; } = value;

    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.BooleanValue;
}

/// <summary><c>NullValue : null</c></summary>
public sealed class NullValueNode(SourceSpan span) : ValueNode(span)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.NullValue;
}

/// <summary><c>EnumValue : Name but not true, false or null</c></summary>
public sealed class EnumValueNode(string value, SourceSpan span) : ValueNode(span)
{
    /// <summary>The name of the enum value.</summary>
    public string Value { get; } = value;

    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.EnumValue;
}

/// <summary><c>ListValue : [ Value* ]</c></summary>
public sealed class ListValueNode(ImmutableArray<ValueNode> values, SourceSpan span) : ValueNode(span)
{
    /// <summary>As written; empty when there are none.</summary>
    public ImmutableArray<ValueNode> Values { get; } = values;

    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.ListValue;

    internal override void WalkChildren(SyntaxWalker walker) => walker.WalkAll(Values);
}

/// <summary><c>ObjectValue : { ObjectField* }</c></summary>
public sealed class ObjectValueNode(ImmutableArray<ObjectFieldNode> fields, SourceSpan span) : ValueNode(span)
{
    /// <summary>As written; empty when there are none.</summary>
    public ImmutableArray<ObjectFieldNode> Fields { get; } = fields;

    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.ObjectValue;

    internal override void WalkChildren(SyntaxWalker walker) => walker.WalkAll(Fields);
}

/// <summary><c>ObjectField : Name : Value</c></summary>
public sealed class ObjectFieldNode(NameNode name, ValueNode value, SourceSpan span) : SyntaxNode(span)
{
    /// <summary>What it is called, and where that stands.</summary>
    public NameNode Name { get; } = name;

    /// <summary>The literal or variable.</summary>
    public ValueNode Value { get; } = value;

    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.ObjectField;

    internal override void WalkChildren(SyntaxWalker walker) => walker.Walk(Value);
}
