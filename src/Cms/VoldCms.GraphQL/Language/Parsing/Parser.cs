using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace VoldCms.GraphQL.Language;

/// <summary>
/// Recursive descent over the grammar of the specification, one method a rule. Every list of nodes is gathered on one stack and
/// cut off as an array of the right size, so that nothing is allocated but the tree.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Appendix-Grammar-Summary"/>
internal ref partial struct Parser
{
    [ThreadStatic]
    private static List<SyntaxNode>? s_spareStack;

    private readonly GraphQLSource _source;
    private readonly GraphQLLimits _limits;
    private readonly List<SyntaxNode> _stack;
    private Lexer _lexer;
    private int _previousEnd;
    private int _tokens;
    private int _nesting;

    public Parser(GraphQLSource source, GraphQLLimits limits)
    {
        _source = source;
        _limits = limits;
        _stack = s_spareStack ?? new List<SyntaxNode>(64);
        s_spareStack = null;
        _lexer = new Lexer(source);
    }

    /// <summary>
    /// Moves to the first token. Not in the constructor, so that a syntax error there still finds the stack to hand back.
    /// </summary>
    public void Begin() => Advance();

    /// <summary>Gives the stack back for the thread's next parse; it keeps no nodes alive.</summary>
    public readonly void Dispose()
    {
        _stack.Clear();
        if (_stack.Capacity <= 4096)
        {
            s_spareStack = _stack;
        }
    }

    /// <summary><c>Document : Definition+</c></summary>
    public DocumentNode ParseDocument()
    {
        var mark = _stack.Count;
        do
        {
            _stack.Add(ParseDefinition());
        } while (_lexer.Kind != TokenKind.EndOfFile);

        return new DocumentNode(_source, Cut<DefinitionNode>(mark), new SourceSpan(0, _source.Utf8.Length));
    }

    /// <summary>A value alone, then the end.</summary>
    public ValueNode ParseWholeValue()
    {
        var value = ParseValue(isConst: true);
        Expect(TokenKind.EndOfFile);
        return value;
    }

    /// <summary>A type reference alone, then the end.</summary>
    public TypeNode ParseWholeType()
    {
        var type = ParseTypeReference();
        Expect(TokenKind.EndOfFile);
        return type;
    }

    private DefinitionNode ParseDefinition()
    {
        var start = _lexer.Start;
        if (_lexer.Kind == TokenKind.BraceLeft)
        {
            return ParseShorthandQuery();
        }

        var description = ParseOptionalDescription();
        if (_lexer.Kind == TokenKind.Name)
        {
            var keyword = _lexer.Slice;
            if (keyword.SequenceEqual("fragment"u8))
            {
                return ParseFragmentDefinition(start, description);
            }

            if (TryGetOperationType(keyword, out var operation))
            {
                return ParseOperationDefinition(start, description, operation);
            }

            if (FindTypeSystemDefinition(start, description, isExtension: false) is { } definition)
            {
                return definition;
            }

            if (description is null && keyword.SequenceEqual("extend"u8))
            {
                return ParseTypeSystemExtension();
            }
        }

        throw description is not null && _lexer.Kind is (TokenKind.BraceLeft or TokenKind.Name)
            ? _lexer.Error(start, "Unexpected description: only definitions have one, and not a query in shorthand.")
            : Unexpected();
    }

    private static bool TryGetOperationType(ReadOnlySpan<byte> word, out OperationType operation)
    {
        operation = OperationType.Query;
        if (word.SequenceEqual("query"u8))
        {
            return true;
        }

        operation = OperationType.Mutation;
        if (word.SequenceEqual("mutation"u8))
        {
            return true;
        }

        operation = OperationType.Subscription;
        return word.SequenceEqual("subscription"u8);
    }

    private StringValueNode? ParseOptionalDescription() => _lexer.Kind is TokenKind.String or TokenKind.BlockString ? ParseString() : null;

    private void Advance()
    {
        _previousEnd = _lexer.End;
        _lexer.Advance();
        if (_lexer.Kind != TokenKind.EndOfFile && ++_tokens > _limits.MaxTokens)
        {
            throw LimitExceeded(nameof(GraphQLLimits.MaxTokens), $"The document has more than {_limits.MaxTokens} tokens.");
        }
    }

    private void Nest()
    {
        if (++_nesting > _limits.MaxNesting)
        {
            throw LimitExceeded(nameof(GraphQLLimits.MaxNesting), $"The document nests deeper than {_limits.MaxNesting} levels.");
        }
    }

    private void Unnest() => _nesting--;

    private readonly GraphQLSyntaxException LimitExceeded(string limit, string message) =>
        new(_lexer.Error(_lexer.Start, message).Error with { Message = message, Rule = limit });

    private void Expect(TokenKind kind)
    {
        if (_lexer.Kind != kind)
        {
            throw _lexer.Error(_lexer.Start, $"Expected {Describe(kind)}, found {DescribeToken()}.");
        }

        Advance();
    }

    private bool Skip(TokenKind kind)
    {
        if (_lexer.Kind != kind)
        {
            return false;
        }

        Advance();
        return true;
    }

    private bool SkipKeyword(ReadOnlySpan<byte> keyword)
    {
        if (_lexer.Kind != TokenKind.Name || !_lexer.Slice.SequenceEqual(keyword))
        {
            return false;
        }

        Advance();
        return true;
    }

    private void ExpectKeyword(ReadOnlySpan<byte> keyword)
    {
        if (!SkipKeyword(keyword))
        {
            throw _lexer.Error(_lexer.Start, $"Expected \"{System.Text.Encoding.ASCII.GetString(keyword)}\", found {DescribeToken()}.");
        }
    }

    private NameNode ParseName()
    {
        if (_lexer.Kind != TokenKind.Name)
        {
            throw _lexer.Error(_lexer.Start, $"Expected a name, found {DescribeToken()}.");
        }

        var name = new NameNode(NamePool.Get(_lexer.Slice), new SourceSpan(_lexer.Start, _lexer.End));
        Advance();
        return name;
    }

    private readonly SourceSpan SpanFrom(int start) => new(start, _previousEnd);

    /// <summary>Cuts what lies above <paramref name="mark"/> off the stack.</summary>
    private readonly ImmutableArray<TNode> Cut<TNode>(int mark)
        where TNode : SyntaxNode
    {
        var count = _stack.Count - mark;
        if (count == 0)
        {
            return [];
        }

        var nodes = new TNode[count];
        var cut = CollectionsMarshal.AsSpan(_stack)[mark..];
        var target = nodes.AsSpan();
        for (var i = 0; i < cut.Length; i++)
        {
            target[i] = Unsafe.As<TNode>(cut[i]);
        }

        CollectionsMarshal.SetCount(_stack, mark);
        return ImmutableCollectionsMarshal.AsImmutableArray(nodes);
    }

    private readonly GraphQLSyntaxException Unexpected() => _lexer.Error(_lexer.Start, $"Unexpected {DescribeToken()}.");

    private readonly string DescribeToken() =>
        _lexer.Kind switch
        {
            TokenKind.Name or TokenKind.Int or TokenKind.Float => $"\"{System.Text.Encoding.ASCII.GetString(_lexer.Slice)}\"",
            var kind => Describe(kind),
        };

    private static string Describe(TokenKind kind) =>
        kind switch
        {
            TokenKind.EndOfFile => "the end of the document",
            TokenKind.Bang => "\"!\"",
            TokenKind.Dollar => "\"$\"",
            TokenKind.Ampersand => "\"&\"",
            TokenKind.ParenLeft => "\"(\"",
            TokenKind.ParenRight => "\")\"",
            TokenKind.Spread => "\"...\"",
            TokenKind.Colon => "\":\"",
            TokenKind.EqualsSign => "\"=\"",
            TokenKind.At => "\"@\"",
            TokenKind.BracketLeft => "\"[\"",
            TokenKind.BracketRight => "\"]\"",
            TokenKind.BraceLeft => "\"{\"",
            TokenKind.Pipe => "\"|\"",
            TokenKind.BraceRight => "\"}\"",
            TokenKind.Name => "a name",
            TokenKind.Int => "an integer",
            TokenKind.Float => "a number",
            _ => "a string",
        };
}
