using System.Collections.Immutable;

namespace VoldCms.GraphQL.Language;

/// <summary><c>Value</c>: a literal or a variable.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Input-Values"/>
public abstract class ValueNode(SourceSpan span) : SyntaxNode(span);

/// <summary><c>Variable : $ Name</c></summary>
public sealed class VariableNode(NameNode name, SourceSpan span) : ValueNode(span)
{
    public NameNode Name { get; } = name;

    public override SyntaxKind Kind => SyntaxKind.Variable;
}

/// <summary><c>IntValue</c>, kept as written: it may be larger than any number type.</summary>
public sealed class IntValueNode(string value, SourceSpan span) : ValueNode(span)
{
    public string Value { get; } = value;

    public override SyntaxKind Kind => SyntaxKind.IntValue;
}

/// <summary><c>FloatValue</c>, kept as written.</summary>
public sealed class FloatValueNode(string value, SourceSpan span) : ValueNode(span)
{
    public string Value { get; } = value;

    public override SyntaxKind Kind => SyntaxKind.FloatValue;
}

/// <summary><c>StringValue</c>: <see cref="Value"/> has its escapes resolved and, for a block string, its indentation removed.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-String-Value"/>
public sealed class StringValueNode(string value, bool isBlock, SourceSpan span) : ValueNode(span)
{
    public string Value { get; } = value;

    /// <summary>Whether it was written between three quotes.</summary>
    public bool IsBlock { get; } = isBlock;

    public override SyntaxKind Kind => SyntaxKind.StringValue;
}

/// <summary><c>BooleanValue : true | false</c></summary>
public sealed class BooleanValueNode(bool value, SourceSpan span) : ValueNode(span)
{
    public bool Value { get; } = value;

    public override SyntaxKind Kind => SyntaxKind.BooleanValue;
}

/// <summary><c>NullValue : null</c></summary>
public sealed class NullValueNode(SourceSpan span) : ValueNode(span)
{
    public override SyntaxKind Kind => SyntaxKind.NullValue;
}

/// <summary><c>EnumValue : Name but not true, false or null</c></summary>
public sealed class EnumValueNode(string value, SourceSpan span) : ValueNode(span)
{
    public string Value { get; } = value;

    public override SyntaxKind Kind => SyntaxKind.EnumValue;
}

/// <summary><c>ListValue : [ Value* ]</c></summary>
public sealed class ListValueNode(ImmutableArray<ValueNode> values, SourceSpan span) : ValueNode(span)
{
    public ImmutableArray<ValueNode> Values { get; } = values;

    public override SyntaxKind Kind => SyntaxKind.ListValue;

    public override void WalkChildren(SyntaxWalker walker) => walker.WalkAll(Values);
}

/// <summary><c>ObjectValue : { ObjectField* }</c></summary>
public sealed class ObjectValueNode(ImmutableArray<ObjectFieldNode> fields, SourceSpan span) : ValueNode(span)
{
    public ImmutableArray<ObjectFieldNode> Fields { get; } = fields;

    public override SyntaxKind Kind => SyntaxKind.ObjectValue;

    public override void WalkChildren(SyntaxWalker walker) => walker.WalkAll(Fields);
}

/// <summary><c>ObjectField : Name : Value</c></summary>
public sealed class ObjectFieldNode(NameNode name, ValueNode value, SourceSpan span) : SyntaxNode(span)
{
    public NameNode Name { get; } = name;

    public ValueNode Value { get; } = value;

    public override SyntaxKind Kind => SyntaxKind.ObjectField;

    public override void WalkChildren(SyntaxWalker walker) => walker.Walk(Value);
}
