using System.Collections.Immutable;

namespace VoldCms.GraphQL.Language;

/// <content>Type-system definitions and extensions.</content>
internal ref partial struct Parser
{
    private DefinitionNode ParseTypeSystemExtension()
    {
        var start = _lexer.Start;
        Advance();
        return FindTypeSystemDefinition(start, null, isExtension: true) ?? throw Unexpected();
    }

    /// <summary>Null, and nothing read, when the current token begins no definition.</summary>
    private DefinitionNode? FindTypeSystemDefinition(int start, StringValueNode? description, bool isExtension)
    {
        if (SkipKeyword("type"u8))
        {
            return ParseObjectType(start, description, isExtension);
        }

        if (SkipKeyword("input"u8))
        {
            return ParseInputObjectType(start, description, isExtension);
        }

        if (SkipKeyword("enum"u8))
        {
            return ParseEnumType(start, description, isExtension);
        }

        if (SkipKeyword("interface"u8))
        {
            return ParseInterfaceType(start, description, isExtension);
        }

        if (SkipKeyword("union"u8))
        {
            return ParseUnionType(start, description, isExtension);
        }

        if (SkipKeyword("scalar"u8))
        {
            return ParseScalarType(start, description, isExtension);
        }

        if (SkipKeyword("schema"u8))
        {
            return ParseSchema(start, description, isExtension);
        }

        return !isExtension && SkipKeyword("directive"u8) ? ParseDirectiveDefinition(start, description) : null;
    }

    private SchemaDefinitionNode ParseSchema(int start, StringValueNode? description, bool isExtension)
    {
        var directives = ParseDirectives(isConst: true);
        var mark = _stack.Count;
        if (!isExtension || directives.IsEmpty || _lexer.Kind == TokenKind.BraceLeft)
        {
            if (isExtension && directives.IsEmpty && _lexer.Kind != TokenKind.BraceLeft)
            {
                throw Unexpected();
            }

            Expect(TokenKind.BraceLeft);
            do
            {
                _stack.Add(ParseOperationTypeDefinition());
            } while (!Skip(TokenKind.BraceRight));
        }

        return new SchemaDefinitionNode(description, directives, Cut<OperationTypeDefinitionNode>(mark), isExtension, SpanFrom(start));
    }

    private OperationTypeDefinitionNode ParseOperationTypeDefinition()
    {
        var start = _lexer.Start;
        if (_lexer.Kind != TokenKind.Name || !TryGetOperationType(_lexer.Slice, out var operation))
        {
            throw Unexpected();
        }

        Advance();
        Expect(TokenKind.Colon);
        return new OperationTypeDefinitionNode(operation, ParseNamedType(), SpanFrom(start));
    }

    private ScalarTypeDefinitionNode ParseScalarType(int start, StringValueNode? description, bool isExtension)
    {
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        RequireContent(isExtension, !directives.IsEmpty);
        return new ScalarTypeDefinitionNode(description, name, directives, isExtension, SpanFrom(start));
    }

    private ObjectTypeDefinitionNode ParseObjectType(int start, StringValueNode? description, bool isExtension)
    {
        var name = ParseName();
        var interfaces = ParseImplementsInterfaces();
        var directives = ParseDirectives(isConst: true);
        var fields = ParseFieldsDefinition();
        RequireContent(isExtension, !interfaces.IsEmpty || !directives.IsEmpty || !fields.IsEmpty);
        return new ObjectTypeDefinitionNode(description, name, interfaces, directives, fields, isExtension, SpanFrom(start));
    }

    private InterfaceTypeDefinitionNode ParseInterfaceType(int start, StringValueNode? description, bool isExtension)
    {
        var name = ParseName();
        var interfaces = ParseImplementsInterfaces();
        var directives = ParseDirectives(isConst: true);
        var fields = ParseFieldsDefinition();
        RequireContent(isExtension, !interfaces.IsEmpty || !directives.IsEmpty || !fields.IsEmpty);
        return new InterfaceTypeDefinitionNode(description, name, interfaces, directives, fields, isExtension, SpanFrom(start));
    }

    private UnionTypeDefinitionNode ParseUnionType(int start, StringValueNode? description, bool isExtension)
    {
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        ImmutableArray<NamedTypeNode> types = Skip(TokenKind.EqualsSign) ? ParseNamedTypes(TokenKind.Pipe) : [];
        RequireContent(isExtension, !directives.IsEmpty || !types.IsEmpty);
        return new UnionTypeDefinitionNode(description, name, directives, types, isExtension, SpanFrom(start));
    }

    private EnumTypeDefinitionNode ParseEnumType(int start, StringValueNode? description, bool isExtension)
    {
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        var mark = _stack.Count;
        if (Skip(TokenKind.BraceLeft))
        {
            do
            {
                _stack.Add(ParseEnumValueDefinition());
            } while (!Skip(TokenKind.BraceRight));
        }

        var values = Cut<EnumValueDefinitionNode>(mark);
        RequireContent(isExtension, !directives.IsEmpty || !values.IsEmpty);
        return new EnumTypeDefinitionNode(description, name, directives, values, isExtension, SpanFrom(start));
    }

    /// <summary><c>EnumValue : Name but not true, false or null</c></summary>
    private EnumValueDefinitionNode ParseEnumValueDefinition()
    {
        var start = _lexer.Start;
        var description = ParseOptionalDescription();
        var nameStart = _lexer.Start;
        if (
            _lexer.Kind == TokenKind.Name
            && (_lexer.Slice.SequenceEqual("true"u8) || _lexer.Slice.SequenceEqual("false"u8) || _lexer.Slice.SequenceEqual("null"u8))
        )
        {
            throw _lexer.Error(nameStart, $"{DescribeToken()} is reserved and cannot be an enum value.");
        }

        var name = ParseName();
        return new EnumValueDefinitionNode(description, name, ParseDirectives(isConst: true), SpanFrom(start));
    }

    private InputObjectTypeDefinitionNode ParseInputObjectType(int start, StringValueNode? description, bool isExtension)
    {
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        var fields = ParseInputValueDefinitions(TokenKind.BraceLeft, TokenKind.BraceRight);
        RequireContent(isExtension, !directives.IsEmpty || !fields.IsEmpty);
        return new InputObjectTypeDefinitionNode(description, name, directives, fields, isExtension, SpanFrom(start));
    }

    private DirectiveDefinitionNode ParseDirectiveDefinition(int start, StringValueNode? description)
    {
        Expect(TokenKind.At);
        var name = ParseName();
        var arguments = ParseInputValueDefinitions(TokenKind.ParenLeft, TokenKind.ParenRight);
        var isRepeatable = SkipKeyword("repeatable"u8);
        ExpectKeyword("on"u8);
        var locations = ImmutableArray.CreateBuilder<NameNode>();
        Skip(TokenKind.Pipe);
        do
        {
            locations.Add(ParseDirectiveLocation());
        } while (Skip(TokenKind.Pipe));

        return new DirectiveDefinitionNode(description, name, arguments, isRepeatable, locations.ToImmutable(), SpanFrom(start));
    }

    private NameNode ParseDirectiveLocation()
    {
        var start = _lexer.Start;
        var name = ParseName();
        return DirectiveLocations.TryParse(name.Value, out _)
            ? name
            : throw _lexer.Error(start, $"Unexpected \"{name.Value}\": it is no directive location.");
    }

    private ImmutableArray<NamedTypeNode> ParseImplementsInterfaces() =>
        SkipKeyword("implements"u8) ? ParseNamedTypes(TokenKind.Ampersand) : [];

    /// <summary>Named types with a separator between them, which may also stand before the first.</summary>
    private ImmutableArray<NamedTypeNode> ParseNamedTypes(TokenKind separator)
    {
        Skip(separator);
        var mark = _stack.Count;
        do
        {
            _stack.Add(ParseNamedType());
        } while (Skip(separator));

        return Cut<NamedTypeNode>(mark);
    }

    private ImmutableArray<FieldDefinitionNode> ParseFieldsDefinition()
    {
        if (!Skip(TokenKind.BraceLeft))
        {
            return [];
        }

        var mark = _stack.Count;
        do
        {
            var start = _lexer.Start;
            var description = ParseOptionalDescription();
            var name = ParseName();
            var arguments = ParseInputValueDefinitions(TokenKind.ParenLeft, TokenKind.ParenRight);
            Expect(TokenKind.Colon);
            var type = ParseTypeReference();
            var directives = ParseDirectives(isConst: true);
            _stack.Add(new FieldDefinitionNode(description, name, arguments, type, directives, SpanFrom(start)));
        } while (!Skip(TokenKind.BraceRight));

        return Cut<FieldDefinitionNode>(mark);
    }

    private ImmutableArray<InputValueDefinitionNode> ParseInputValueDefinitions(TokenKind open, TokenKind close)
    {
        if (!Skip(open))
        {
            return [];
        }

        var mark = _stack.Count;
        do
        {
            var start = _lexer.Start;
            var description = ParseOptionalDescription();
            var name = ParseName();
            Expect(TokenKind.Colon);
            var type = ParseTypeReference();
            var defaultValue = Skip(TokenKind.EqualsSign) ? ParseValue(isConst: true) : null;
            var directives = ParseDirectives(isConst: true);
            _stack.Add(new InputValueDefinitionNode(description, name, type, defaultValue, directives, SpanFrom(start)));
        } while (!Skip(close));

        return Cut<InputValueDefinitionNode>(mark);
    }

    /// <summary>An extension must extend something.</summary>
    private readonly void RequireContent(bool isExtension, bool hasContent)
    {
        if (isExtension && !hasContent)
        {
            throw Unexpected();
        }
    }
}
