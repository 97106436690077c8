using System.Collections.Immutable;

namespace VoldCms.GraphQL.Language;

/// <summary><c>SchemaDefinition</c> or <c>SchemaExtension</c>; an extension has no description and may have no operation types.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Schema"/>
public sealed class SchemaDefinitionNode(
    StringValueNode? description,
    ImmutableArray<DirectiveNode> directives,
    ImmutableArray<OperationTypeDefinitionNode> operationTypes,
    bool isExtension,
    SourceSpan span
) : DefinitionNode(description, directives, span)
{
    /// <summary>The root types, as written; empty only for an extension.</summary>
    public ImmutableArray<OperationTypeDefinitionNode> OperationTypes { get; } = operationTypes;

    /// <summary>Whether it was written with <c>extend</c>.</summary>
    public bool IsExtension { get; } = isExtension;

    /// <inheritdoc/>
    public override SyntaxKind Kind => IsExtension ? SyntaxKind.SchemaExtension : SyntaxKind.SchemaDefinition;

    internal override void WalkChildren(SyntaxWalker walker)
    {
        walker.WalkOptional(Description);
        walker.WalkAll(Directives);
        walker.WalkAll(OperationTypes);
    }
}

/// <summary><c>RootOperationTypeDefinition : OperationType : NamedType</c></summary>
public sealed class OperationTypeDefinitionNode(OperationType operation, NamedTypeNode type, SourceSpan span) : SyntaxNode(span)
{
    /// <summary>Which kind of operation.</summary>
    public OperationType Operation { get; } = operation;

    /// <summary>The object type it stands for.</summary>
    public NamedTypeNode Type { get; } = type;

    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.OperationTypeDefinition;

    internal override void WalkChildren(SyntaxWalker walker) => walker.Walk(Type);
}

/// <summary><c>DirectiveDefinition : Description? directive @ Name ArgumentsDefinition? repeatable? on DirectiveLocations</c></summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Type-System.Directives"/>
public sealed class DirectiveDefinitionNode(
    StringValueNode? description,
    NameNode name,
    ImmutableArray<InputValueDefinitionNode> arguments,
    bool isRepeatable,
    ImmutableArray<NameNode> locations,
    SourceSpan span
) : DefinitionNode(description, [], span)
{
    /// <summary>What it is called, and where that stands.</summary>
    public NameNode Name { get; } = name;

    /// <summary>As written; empty when there are none.</summary>
    public ImmutableArray<InputValueDefinitionNode> Arguments { get; } = arguments;

    /// <summary>Whether it may stand more than once at one place.</summary>
    public bool IsRepeatable { get; } = isRepeatable;

    /// <summary>The places it may stand at; the parser knows that each is a directive location of the specification.</summary>
    public ImmutableArray<NameNode> Locations { get; } = locations;

    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.DirectiveDefinition;

    internal override void WalkChildren(SyntaxWalker walker)
    {
        walker.WalkOptional(Description);
        walker.WalkAll(Arguments);
    }
}

/// <summary><c>FieldDefinition : Description? Name ArgumentsDefinition? : Type Directives[Const]?</c></summary>
/// <seealso href="https://spec.graphql.org/September2025/#FieldDefinition"/>
public sealed class FieldDefinitionNode(
    StringValueNode? description,
    NameNode name,
    ImmutableArray<InputValueDefinitionNode> arguments,
    TypeNode type,
    ImmutableArray<DirectiveNode> directives,
    SourceSpan span
) : SyntaxNode(span)
{
    /// <summary>The string before it; null when there is none.</summary>
    public StringValueNode? Description { get; } = description;

    /// <summary>What it is called, and where that stands.</summary>
    public NameNode Name { get; } = name;

    /// <summary>As written; empty when there are none.</summary>
    public ImmutableArray<InputValueDefinitionNode> Arguments { get; } = arguments;

    /// <summary>The type, as written.</summary>
    public TypeNode Type { get; } = type;

    /// <summary>As written; empty when there are none.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;

    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.FieldDefinition;

    internal override void WalkChildren(SyntaxWalker walker)
    {
        walker.WalkOptional(Description);
        walker.WalkAll(Arguments);
        walker.Walk(Type);
        walker.WalkAll(Directives);
    }
}

/// <summary>
/// <c>InputValueDefinition : Description? Name : Type DefaultValue? Directives[Const]?</c>: an argument or an input field.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#InputValueDefinition"/>
public sealed class InputValueDefinitionNode(
    StringValueNode? description,
    NameNode name,
    TypeNode type,
    ValueNode? defaultValue,
    ImmutableArray<DirectiveNode> directives,
    SourceSpan span
) : SyntaxNode(span)
{
    /// <summary>The string before it; null when there is none.</summary>
    public StringValueNode? Description { get; } = description;

    /// <summary>What it is called, and where that stands.</summary>
    public NameNode Name { get; } = name;

    /// <summary>The type, as written.</summary>
    public TypeNode Type { get; } = type;

    /// <summary>Null when no default is given.</summary>
    public ValueNode? DefaultValue { get; } = defaultValue;

    /// <summary>As written; empty when there are none.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;

    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.InputValueDefinition;

    internal override void WalkChildren(SyntaxWalker walker)
    {
        walker.WalkOptional(Description);
        walker.Walk(Type);
        walker.WalkOptional(DefaultValue);
        walker.WalkAll(Directives);
    }
}

/// <summary><c>EnumValueDefinition : Description? EnumValue Directives[Const]?</c></summary>
/// <seealso href="https://spec.graphql.org/September2025/#EnumValueDefinition"/>
public sealed class EnumValueDefinitionNode(
    StringValueNode? description,
    NameNode name,
    ImmutableArray<DirectiveNode> directives,
    SourceSpan span
) : SyntaxNode(span)
{
    /// <summary>The string before it; null when there is none.</summary>
    public StringValueNode? Description { get; } = description;

    /// <summary>What it is called, and where that stands.</summary>
    public NameNode Name { get; } = name;

    /// <summary>As written; empty when there are none.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;

    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.EnumValueDefinition;

    internal override void WalkChildren(SyntaxWalker walker)
    {
        walker.WalkOptional(Description);
        walker.WalkAll(Directives);
    }
}
