using System.Collections.Immutable;

namespace VoldCms.GraphQL.Language;

/// <content>Operations, fragments, selections, values, directives.</content>
internal ref partial struct Parser
{
    private OperationDefinitionNode ParseShorthandQuery()
    {
        var selectionSet = ParseSelectionSet();
        return new OperationDefinitionNode(null, OperationType.Query, null, [], [], selectionSet, selectionSet.Span);
    }

    private OperationDefinitionNode ParseOperationDefinition(int start, StringValueNode? description, OperationType operation)
    {
        Advance();
        NameNode? name = _lexer.Kind == TokenKind.Name ? ParseName() : null;
        var variables = ParseVariableDefinitions();
        var directives = ParseDirectives(isConst: false);
        var selectionSet = ParseSelectionSet();
        return new OperationDefinitionNode(description, operation, name, variables, directives, selectionSet, SpanFrom(start));
    }

    /// <summary><c>FragmentName : Name but not on</c></summary>
    private FragmentDefinitionNode ParseFragmentDefinition(int start, StringValueNode? description)
    {
        Advance();
        if (_lexer.Kind == TokenKind.Name && _lexer.Slice.SequenceEqual("on"u8))
        {
            throw Unexpected();
        }

        var name = ParseName();
        ExpectKeyword("on"u8);
        var typeCondition = ParseNamedType();
        var directives = ParseDirectives(isConst: false);
        var selectionSet = ParseSelectionSet();
        return new FragmentDefinitionNode(description, name, typeCondition, directives, selectionSet, SpanFrom(start));
    }

    private ImmutableArray<VariableDefinitionNode> ParseVariableDefinitions()
    {
        if (!Skip(TokenKind.ParenLeft))
        {
            return [];
        }

        var mark = _stack.Count;
        do
        {
            _stack.Add(ParseVariableDefinition());
        } while (!Skip(TokenKind.ParenRight));

        return Cut<VariableDefinitionNode>(mark);
    }

    private VariableDefinitionNode ParseVariableDefinition()
    {
        var start = _lexer.Start;
        var description = ParseOptionalDescription();
        var variable = ParseVariable();
        Expect(TokenKind.Colon);
        var type = ParseTypeReference();
        var defaultValue = Skip(TokenKind.EqualsSign) ? ParseValue(isConst: true) : null;
        var directives = ParseDirectives(isConst: true);
        return new VariableDefinitionNode(description, variable, type, defaultValue, directives, SpanFrom(start));
    }

    private VariableNode ParseVariable()
    {
        var start = _lexer.Start;
        Expect(TokenKind.Dollar);
        return new VariableNode(ParseName(), SpanFrom(start));
    }

    private SelectionSetNode ParseSelectionSet()
    {
        var start = _lexer.Start;
        Expect(TokenKind.BraceLeft);
        Nest();
        var mark = _stack.Count;
        do
        {
            _stack.Add(_lexer.Kind == TokenKind.Spread ? ParseFragment() : ParseField());
        } while (!Skip(TokenKind.BraceRight));

        Unnest();
        return new SelectionSetNode(Cut<SelectionNode>(mark), SpanFrom(start));
    }

    private FieldNode ParseField()
    {
        var start = _lexer.Start;
        var first = ParseName();
        NameNode? alias = null;

        // An alias reads like a name until the colon shows up.
        if (Skip(TokenKind.Colon))
        {
            alias = first;
            first = ParseName();
        }

        var arguments = ParseArguments(isConst: false);
        var directives = ParseDirectives(isConst: false);
        var selectionSet = _lexer.Kind == TokenKind.BraceLeft ? ParseSelectionSet() : null;
        return new FieldNode(alias, first, arguments, directives, selectionSet, SpanFrom(start));
    }

    /// <summary>A spread or an inline fragment: <c>on</c>, a directive or a brace after the dots make it inline.</summary>
    private SelectionNode ParseFragment()
    {
        var start = _lexer.Start;
        Expect(TokenKind.Spread);
        var hasTypeCondition = SkipKeyword("on"u8);
        if (!hasTypeCondition && _lexer.Kind == TokenKind.Name)
        {
            var name = ParseName();
            return new FragmentSpreadNode(name, ParseDirectives(isConst: false), SpanFrom(start));
        }

        var typeCondition = hasTypeCondition ? ParseNamedType() : null;
        var directives = ParseDirectives(isConst: false);
        var selectionSet = ParseSelectionSet();
        return new InlineFragmentNode(typeCondition, directives, selectionSet, SpanFrom(start));
    }

    private ImmutableArray<ArgumentNode> ParseArguments(bool isConst)
    {
        if (!Skip(TokenKind.ParenLeft))
        {
            return [];
        }

        var mark = _stack.Count;
        do
        {
            var start = _lexer.Start;
            var name = ParseName();
            Expect(TokenKind.Colon);
            _stack.Add(new ArgumentNode(name, ParseValue(isConst), SpanFrom(start)));
        } while (!Skip(TokenKind.ParenRight));

        return Cut<ArgumentNode>(mark);
    }

    private ImmutableArray<DirectiveNode> ParseDirectives(bool isConst)
    {
        if (_lexer.Kind != TokenKind.At)
        {
            return [];
        }

        var mark = _stack.Count;
        do
        {
            var start = _lexer.Start;
            Advance();
            var name = ParseName();
            _stack.Add(new DirectiveNode(name, ParseArguments(isConst), SpanFrom(start)));
        } while (_lexer.Kind == TokenKind.At);

        return Cut<DirectiveNode>(mark);
    }

    /// <summary><c>Value[Const]</c>: a constant value holds no variables.</summary>
    private ValueNode ParseValue(bool isConst)
    {
        var span = new SourceSpan(_lexer.Start, _lexer.End);
        switch (_lexer.Kind)
        {
            case TokenKind.BracketLeft:
                return ParseList(isConst);
            case TokenKind.BraceLeft:
                return ParseObject(isConst);
            case TokenKind.Int:
                var integer = System.Text.Encoding.ASCII.GetString(_lexer.Slice);
                Advance();
                return new IntValueNode(integer, span);
            case TokenKind.Float:
                var number = System.Text.Encoding.ASCII.GetString(_lexer.Slice);
                Advance();
                return new FloatValueNode(number, span);
            case TokenKind.String or TokenKind.BlockString:
                return ParseString();
            case TokenKind.Name:
                return ParseName().Value switch
                {
                    "true" => new BooleanValueNode(true, span),
                    "false" => new BooleanValueNode(false, span),
                    "null" => new NullValueNode(span),
                    var name => new EnumValueNode(name, span),
                };
            case TokenKind.Dollar when isConst:
                throw _lexer.Error(span.Start, "Unexpected variable in a constant value.");
            case TokenKind.Dollar:
                return ParseVariable();
            default:
                throw Unexpected();
        }
    }

    private StringValueNode ParseString()
    {
        var node = new StringValueNode(
            _lexer.StringValue(),
            _lexer.Kind == TokenKind.BlockString,
            new SourceSpan(_lexer.Start, _lexer.End)
        );
        Advance();
        return node;
    }

    private ListValueNode ParseList(bool isConst)
    {
        var start = _lexer.Start;
        Advance();
        Nest();
        var mark = _stack.Count;
        while (!Skip(TokenKind.BracketRight))
        {
            _stack.Add(ParseValue(isConst));
        }

        Unnest();
        return new ListValueNode(Cut<ValueNode>(mark), SpanFrom(start));
    }

    private ObjectValueNode ParseObject(bool isConst)
    {
        var start = _lexer.Start;
        Advance();
        Nest();
        var mark = _stack.Count;
        while (!Skip(TokenKind.BraceRight))
        {
            var fieldStart = _lexer.Start;
            var name = ParseName();
            Expect(TokenKind.Colon);
            _stack.Add(new ObjectFieldNode(name, ParseValue(isConst), SpanFrom(fieldStart)));
        }

        Unnest();
        return new ObjectValueNode(Cut<ObjectFieldNode>(mark), SpanFrom(start));
    }

    private TypeNode ParseTypeReference()
    {
        var start = _lexer.Start;
        TypeNode type;
        if (Skip(TokenKind.BracketLeft))
        {
            Nest();
            var itemType = ParseTypeReference();
            Expect(TokenKind.BracketRight);
            Unnest();
            type = new ListTypeNode(itemType, SpanFrom(start));
        }
        else
        {
            type = ParseNamedType();
        }

        return Skip(TokenKind.Bang) ? new NonNullTypeNode(type, SpanFrom(start)) : type;
    }

    private NamedTypeNode ParseNamedType() => new(ParseName());
}
