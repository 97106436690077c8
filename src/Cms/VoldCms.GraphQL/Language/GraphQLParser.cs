using System.Diagnostics.CodeAnalysis;
using System.Text.Unicode;
using VoldCms.GraphQL.Errors;

namespace VoldCms.GraphQL.Language;

/// <summary>
/// Reads GraphQL documents from UTF-8: any bytes give either a document or one syntax error, within the limits on bytes, tokens
/// and nesting. Stateless; safe from any thread.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Language"/>
public static class GraphQLParser
{
    /// <summary>Parses executable and type-system definitions alike; validation says which of them fit.</summary>
    /// <returns>Whether it is a document; if so <paramref name="document"/> is set, else <paramref name="error"/>.</returns>
    public static bool TryParse(
        GraphQLSource source,
        GraphQLLimits limits,
        [NotNullWhen(true)] out DocumentNode? document,
        [NotNullWhen(false)] out GraphQLError? error
    )
    {
        document = null;
        error = FindUnreadable(source, limits);
        if (error is not null)
        {
            return false;
        }

        var parser = new Parser(source, limits);
        try
        {
            parser.Begin();
            document = parser.ParseDocument();
            return true;
        }
        catch (GraphQLSyntaxException exception)
        {
            error = exception.Error;
            return false;
        }
        finally
        {
            parser.Dispose();
        }
    }

    /// <summary>Parses a document of one's own, without limits but that of nesting.</summary>
    /// <exception cref="GraphQLException">It does not parse.</exception>
    public static DocumentNode Parse(string text) =>
        TryParse(new GraphQLSource(text), GraphQLLimits.Trusted, out var document, out var error)
            ? document
            : throw new GraphQLException(error);

    /// <summary>Parses one constant value, as a default value is written.</summary>
    /// <exception cref="GraphQLException">It does not parse.</exception>
    public static ValueNode ParseValue(string text) => ParseAlone(text, static (ref parser) => parser.ParseWholeValue());

    /// <summary>Parses one type reference, such as <c>[Int!]</c>.</summary>
    /// <exception cref="GraphQLException">It does not parse.</exception>
    public static TypeNode ParseType(string text) => ParseAlone(text, static (ref parser) => parser.ParseWholeType());

    private delegate TNode ParseRule<TNode>(ref Parser parser);

    private static TNode ParseAlone<TNode>(string text, ParseRule<TNode> rule)
    {
        var parser = new Parser(new GraphQLSource(text), GraphQLLimits.Trusted);
        try
        {
            parser.Begin();
            return rule(ref parser);
        }
        catch (GraphQLSyntaxException exception)
        {
            throw new GraphQLException(exception.Error);
        }
        finally
        {
            parser.Dispose();
        }
    }

    private static GraphQLError? FindUnreadable(GraphQLSource source, GraphQLLimits limits)
    {
        var text = source.Utf8.Span;
        if (text.Length > limits.MaxDocumentBytes)
        {
            return new GraphQLError($"The document is larger than {limits.MaxDocumentBytes} bytes.")
            {
                Rule = nameof(GraphQLLimits.MaxDocumentBytes),
            };
        }

        if (Utf8.IsValid(text))
        {
            return null;
        }

        var valid = FirstInvalidByte(text);
        return source.ErrorAt("Syntax error: The document is not well-formed UTF-8.", new SourceSpan(valid, valid)) with
        {
            Rule = "Syntax",
        };
    }

    private static int FirstInvalidByte(ReadOnlySpan<byte> text)
    {
        var position = 0;
        while (System.Text.Rune.DecodeFromUtf8(text[position..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            position += length;
        }

        return position;
    }
}
