using System.Collections.Immutable;

namespace VoldCms.GraphQL.Language;

/// <summary>
/// <c>TypeDefinition</c> or <c>TypeExtension</c>. The grammar of both is the same but for the word <c>extend</c>, so they share
/// their classes; <see cref="IsExtension"/> and <see cref="SyntaxNode.Kind"/> tell them apart. An extension has no description.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Types"/>
public abstract class TypeDefinitionNode(
    StringValueNode? description,
    NameNode name,
    ImmutableArray<DirectiveNode> directives,
    bool isExtension,
    SourceSpan span
) : DefinitionNode(description, directives, span)
{
    /// <summary>What it is called, and where that stands.</summary>
    public NameNode Name { get; } = name;

    /// <summary>Whether it was written with <c>extend</c>.</summary>
    public bool IsExtension { get; } = isExtension;
}

/// <summary><c>ScalarTypeDefinition</c> or <c>ScalarTypeExtension</c>.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Scalars"/>
public sealed class ScalarTypeDefinitionNode(
    StringValueNode? description,
    NameNode name,
    ImmutableArray<DirectiveNode> directives,
    bool isExtension,
    SourceSpan span
) : TypeDefinitionNode(description, name, directives, isExtension, span)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => IsExtension ? SyntaxKind.ScalarTypeExtension : SyntaxKind.ScalarTypeDefinition;

    internal override void WalkChildren(SyntaxWalker walker)
    {
        walker.WalkOptional(Description);
        walker.WalkAll(Directives);
    }
}

/// <summary>What object and interface types share: interfaces and fields.</summary>
public abstract class FieldsTypeDefinitionNode(
    StringValueNode? description,
    NameNode name,
    ImmutableArray<NamedTypeNode> interfaces,
    ImmutableArray<DirectiveNode> directives,
    ImmutableArray<FieldDefinitionNode> fields,
    bool isExtension,
    SourceSpan span
) : TypeDefinitionNode(description, name, directives, isExtension, span)
{
    /// <summary>The interfaces it says it implements; empty when there are none.</summary>
    public ImmutableArray<NamedTypeNode> Interfaces { get; } = interfaces;

    /// <summary>As written; empty when there are none.</summary>
    public ImmutableArray<FieldDefinitionNode> Fields { get; } = fields;

    internal override void WalkChildren(SyntaxWalker walker)
    {
        walker.WalkOptional(Description);
        walker.WalkAll(Interfaces);
        walker.WalkAll(Directives);
        walker.WalkAll(Fields);
    }
}

/// <summary><c>ObjectTypeDefinition</c> or <c>ObjectTypeExtension</c>.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Objects"/>
public sealed class ObjectTypeDefinitionNode(
    StringValueNode? description,
    NameNode name,
    ImmutableArray<NamedTypeNode> interfaces,
    ImmutableArray<DirectiveNode> directives,
    ImmutableArray<FieldDefinitionNode> fields,
    bool isExtension,
    SourceSpan span
) : FieldsTypeDefinitionNode(description, name, interfaces, directives, fields, isExtension, span)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => IsExtension ? SyntaxKind.ObjectTypeExtension : SyntaxKind.ObjectTypeDefinition;
}

/// <summary><c>InterfaceTypeDefinition</c> or <c>InterfaceTypeExtension</c>.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Interfaces"/>
public sealed class InterfaceTypeDefinitionNode(
    StringValueNode? description,
    NameNode name,
    ImmutableArray<NamedTypeNode> interfaces,
    ImmutableArray<DirectiveNode> directives,
    ImmutableArray<FieldDefinitionNode> fields,
    bool isExtension,
    SourceSpan span
) : FieldsTypeDefinitionNode(description, name, interfaces, directives, fields, isExtension, span)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => IsExtension ? SyntaxKind.InterfaceTypeExtension : SyntaxKind.InterfaceTypeDefinition;
}

/// <summary><c>UnionTypeDefinition</c> or <c>UnionTypeExtension</c>.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Unions"/>
public sealed class UnionTypeDefinitionNode(
    StringValueNode? description,
    NameNode name,
    ImmutableArray<DirectiveNode> directives,
    ImmutableArray<NamedTypeNode> memberTypes,
    bool isExtension,
    SourceSpan span
) : TypeDefinitionNode(description, name, directives, isExtension, span)
{
    /// <summary>As written; empty when there are none.</summary>
    public ImmutableArray<NamedTypeNode> MemberTypes { get; } = memberTypes;

    /// <inheritdoc/>
    public override SyntaxKind Kind => IsExtension ? SyntaxKind.UnionTypeExtension : SyntaxKind.UnionTypeDefinition;

    internal override void WalkChildren(SyntaxWalker walker)
    {
        walker.WalkOptional(Description);
        walker.WalkAll(Directives);
        walker.WalkAll(MemberTypes);
    }
}

/// <summary><c>EnumTypeDefinition</c> or <c>EnumTypeExtension</c>.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Enums"/>
public sealed class EnumTypeDefinitionNode(
    StringValueNode? description,
    NameNode name,
    ImmutableArray<DirectiveNode> directives,
    ImmutableArray<EnumValueDefinitionNode> values,
    bool isExtension,
    SourceSpan span
) : TypeDefinitionNode(description, name, directives, isExtension, span)
{
    /// <summary>As written; empty when there are none.</summary>
    public ImmutableArray<EnumValueDefinitionNode> Values { get; } = values;

    /// <inheritdoc/>
    public override SyntaxKind Kind => IsExtension ? SyntaxKind.EnumTypeExtension : SyntaxKind.EnumTypeDefinition;

    internal override void WalkChildren(SyntaxWalker walker)
    {
        walker.WalkOptional(Description);
        walker.WalkAll(Directives);
        walker.WalkAll(Values);
    }
}

/// <summary><c>InputObjectTypeDefinition</c> or <c>InputObjectTypeExtension</c>.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Input-Objects"/>
public sealed class InputObjectTypeDefinitionNode(
    StringValueNode? description,
    NameNode name,
    ImmutableArray<DirectiveNode> directives,
    ImmutableArray<InputValueDefinitionNode> fields,
    bool isExtension,
    SourceSpan span
) : TypeDefinitionNode(description, name, directives, isExtension, span)
{
    /// <summary>As written; empty when there are none.</summary>
    public ImmutableArray<InputValueDefinitionNode> Fields { get; } = fields;

    /// <inheritdoc/>
    public override SyntaxKind Kind => IsExtension ? SyntaxKind.InputObjectTypeExtension : SyntaxKind.InputObjectTypeDefinition;

    internal override void WalkChildren(SyntaxWalker walker)
    {
        walker.WalkOptional(Description);
        walker.WalkAll(Directives);
        walker.WalkAll(Fields);
    }
}
