using System.Collections.Immutable;

namespace VoldCms.GraphQL.Language;

/// <summary><c>SchemaDefinition</c> or <c>SchemaExtension</c>; an extension has no description and may have no operation types.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Schema"/>
public sealed class SchemaDefinitionNode(
    StringValueNode? description,
    ImmutableArray<DirectiveNode> directives,
    ImmutableArray<OperationTypeDefinitionNode> operationTypes,
    bool isExtension,
    SourceSpan span) : DefinitionNode(description, directives, span)
{
    public ImmutableArray<OperationTypeDefinitionNode> OperationTypes { get; } = operationTypes;

    public bool IsExtension { get; } = isExtension;

    public override SyntaxKind Kind => IsExtension ? SyntaxKind.SchemaExtension : SyntaxKind.SchemaDefinition;

    public override void WalkChildren(SyntaxWalker walker)
    {
        walker.WalkOptional(Description);
        walker.WalkAll(Directives);
        walker.WalkAll(OperationTypes);
    }
}

/// <summary><c>RootOperationTypeDefinition : OperationType : NamedType</c></summary>
public sealed class OperationTypeDefinitionNode(OperationType operation, NamedTypeNode type, SourceSpan span) : SyntaxNode(span)
{
    public OperationType Operation { get; } = operation;

    public NamedTypeNode Type { get; } = type;

    public override SyntaxKind Kind => SyntaxKind.OperationTypeDefinition;

    public override void WalkChildren(SyntaxWalker walker) => walker.Walk(Type);
}

/// <summary><c>DirectiveDefinition : Description? directive @ Name ArgumentsDefinition? repeatable? on DirectiveLocations</c></summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Type-System.Directives"/>
public sealed class DirectiveDefinitionNode(
    StringValueNode? description,
    NameNode name,
    ImmutableArray<InputValueDefinitionNode> arguments,
    bool isRepeatable,
    ImmutableArray<NameNode> locations,
    SourceSpan span) : DefinitionNode(description, [], span)
{
    public NameNode Name { get; } = name;

    public ImmutableArray<InputValueDefinitionNode> Arguments { get; } = arguments;

    public bool IsRepeatable { get; } = isRepeatable;

    /// <summary>The places it may stand at; the parser knows that each is a directive location of the specification.</summary>
    public ImmutableArray<NameNode> Locations { get; } = locations;

    public override SyntaxKind Kind => SyntaxKind.DirectiveDefinition;

    public override void WalkChildren(SyntaxWalker walker)
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
    SourceSpan span) : SyntaxNode(span)
{
    public StringValueNode? Description { get; } = description;

    public NameNode Name { get; } = name;

    public ImmutableArray<InputValueDefinitionNode> Arguments { get; } = arguments;

    public TypeNode Type { get; } = type;

    public ImmutableArray<DirectiveNode> Directives { get; } = directives;

    public override SyntaxKind Kind => SyntaxKind.FieldDefinition;

    public override void WalkChildren(SyntaxWalker walker)
    {
        walker.WalkOptional(Description);
        walker.WalkAll(Arguments);
        walker.Walk(Type);
        walker.WalkAll(Directives);
    }
}

/// <summary><c>InputValueDefinition : Description? Name : Type DefaultValue? Directives[Const]?</c>: an argument or an input field.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#InputValueDefinition"/>
public sealed class InputValueDefinitionNode(
    StringValueNode? description,
    NameNode name,
    TypeNode type,
    ValueNode? defaultValue,
    ImmutableArray<DirectiveNode> directives,
    SourceSpan span) : SyntaxNode(span)
{
    public StringValueNode? Description { get; } = description;

    public NameNode Name { get; } = name;

    public TypeNode Type { get; } = type;

    /// <summary>Null when no default is given.</summary>
    public ValueNode? DefaultValue { get; } = defaultValue;

    public ImmutableArray<DirectiveNode> Directives { get; } = directives;

    public override SyntaxKind Kind => SyntaxKind.InputValueDefinition;

    public override void WalkChildren(SyntaxWalker walker)
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
    StringValueNode? description, NameNode name, ImmutableArray<DirectiveNode> directives, SourceSpan span) : SyntaxNode(span)
{
    public StringValueNode? Description { get; } = description;

    public NameNode Name { get; } = name;

    public ImmutableArray<DirectiveNode> Directives { get; } = directives;

    public override SyntaxKind Kind => SyntaxKind.EnumValueDefinition;

    public override void WalkChildren(SyntaxWalker walker)
    {
        walker.WalkOptional(Description);
        walker.WalkAll(Directives);
    }
}
