using System.Globalization;
using System.Text;
using VoldCms.GraphQL.Errors;

namespace VoldCms.GraphQL.Language;

/// <summary>
/// Reads one token at a time from UTF-8. The text is known to be well-formed UTF-8 (the parser's entry point checks), so every
/// character in it is a <c>SourceCharacter</c>.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Language.Source-Text"/>
internal ref partial struct Lexer(GraphQLSource source)
{
    private readonly GraphQLSource _source = source;
    private readonly ReadOnlySpan<byte> _text = source.Utf8.Span;

    /// <summary>The kind of the current token.</summary>
    public TokenKind Kind { get; private set; }

    /// <summary>The current token's first byte.</summary>
    public int Start { get; private set; }

    /// <summary>The byte after the current token.</summary>
    public int End { get; private set; }

    /// <summary>The bytes of the current token, as written.</summary>
    public readonly ReadOnlySpan<byte> Slice => _text[Start..End];

    /// <summary>Moves to the next token.</summary>
    public void Advance()
    {
        var text = _text;
        var position = End;
        while ((uint)position < (uint)text.Length)
        {
            var byteClass = ByteClasses.Of(text[position]);
            if (byteClass == ByteClasses.Ignored)
            {
                position++;
            }
            else if (byteClass == ByteClasses.NameStart)
            {
                var end = position + 1;
                while ((uint)end < (uint)text.Length && ByteClasses.IsNameContinue(text[end]))
                {
                    end++;
                }

                Set(TokenKind.Name, position, end);
                return;
            }
            else if (byteClass is > ByteClasses.Other and < ByteClasses.Ignored)
            {
                Set((TokenKind)byteClass, position, position + 1);
                return;
            }
            else if (!TrySkipRare(ref position))
            {
                ReadRare(position);
                return;
            }
        }

        Set(TokenKind.EndOfFile, position, position);
    }

    private static ReadOnlySpan<byte> s_byteOrderMark => [0xEF, 0xBB, 0xBF];

    private static bool IsNameStart(byte letter) => ByteClasses.Of(letter) == ByteClasses.NameStart;

    private static bool IsDigit(byte letter) => ByteClasses.Of(letter) == ByteClasses.Digit;

    /// <summary>Skips a comment or a byte order mark, if there is one.</summary>
    private readonly bool TrySkipRare(ref int position)
    {
        var rest = _text[position..];
        if (rest[0] == '#')
        {
            var length = rest.IndexOfAny((byte)'\n', (byte)'\r');
            position = length < 0 ? _text.Length : position + length;
            return true;
        }

        if (rest.StartsWith(s_byteOrderMark))
        {
            position += s_byteOrderMark.Length;
            return true;
        }

        return false;
    }

    private void ReadRare(int position)
    {
        switch (_text[position])
        {
            case (byte)'.':
                SetSpread(position);
                break;
            case (byte)'"':
                ReadAnyString(position);
                break;
            case (byte)'-' or (>= (byte)'0' and <= (byte)'9'):
                ReadNumber(position);
                break;
            default:
                throw Error(position, $"Unexpected character: {Describe(position)}.");
        }
    }

    private void SetSpread(int position)
    {
        if (At(position + 1) != '.' || At(position + 2) != '.')
        {
            throw Error(position, "Unexpected \".\"; a spread is written with three.");
        }

        Set(TokenKind.Spread, position, position + 3);
    }

    /// <summary><c>IntValue</c> and <c>FloatValue</c>: no leading zeros, and neither a letter nor a dot right after.</summary>
    private void ReadNumber(int start)
    {
        var position = start;
        var kind = TokenKind.Int;
        if (At(position) == '-')
        {
            position++;
        }

        if (At(position) == '0')
        {
            position++;
            if (IsDigit(At(position)))
            {
                throw Error(position, "Invalid number: a digit may not follow a leading 0.");
            }
        }
        else
        {
            position = ReadDigits(position);
        }

        if (At(position) == '.')
        {
            kind = TokenKind.Float;
            position = ReadDigits(position + 1);
        }

        if (At(position) is (byte)'e' or (byte)'E')
        {
            kind = TokenKind.Float;
            position++;
            if (At(position) is (byte)'+' or (byte)'-')
            {
                position++;
            }

            position = ReadDigits(position);
        }

        if (At(position) == '.' || IsNameStart(At(position)))
        {
            throw Error(position, $"Invalid number: expected a digit but got {Describe(position)}.");
        }

        Set(kind, start, position);
    }

    private readonly int ReadDigits(int position)
    {
        if (!IsDigit(At(position)))
        {
            throw Error(position, $"Invalid number: expected a digit but got {Describe(position)}.");
        }

        do
        {
            position++;
        } while (IsDigit(At(position)));

        return position;
    }

    /// <summary>The byte at a position; 0, which no rule of the grammar accepts, after the end.</summary>
    private readonly byte At(int position) => (uint)position < (uint)_text.Length ? _text[position] : (byte)0;

    private void Set(TokenKind kind, int start, int end)
    {
        Kind = kind;
        Start = start;
        End = end;
    }

    private readonly string Describe(int position)
    {
        if (position >= _text.Length)
        {
            return "the end of the document";
        }

        Rune.DecodeFromUtf8(_text[position..], out var rune, out _);
        return rune.Value is > 0x20 and < 0x7F ? $"\"{rune}\"" : string.Create(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}");
    }

    public readonly GraphQLSyntaxException Error(int position, string message) =>
        new(_source.ErrorAt($"Syntax error: {message}", new SourceSpan(position, position)) with { Rule = "Syntax" });
}
