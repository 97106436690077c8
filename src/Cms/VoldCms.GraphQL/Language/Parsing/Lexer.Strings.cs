using System.Buffers;
using System.Globalization;
using System.Text;

namespace VoldCms.GraphQL.Language;

/// <content>Strings: checked while reading, decoded only when the parser asks for the value.</content>
internal ref partial struct Lexer
{
    private static readonly SearchValues<byte> s_endsPlainText = SearchValues.Create("\"\\\n\r"u8);

    /// <summary>The value of the current string token, escapes resolved, a block string's indentation removed.</summary>
    public readonly string StringValue()
    {
        if (Kind == TokenKind.BlockString)
        {
            return BlockString.Dedent(
                Encoding.UTF8.GetString(_text[(Start + 3)..(End - 3)]).Replace("\\\"\"\"", "\"\"\"", StringComparison.Ordinal)
            );
        }

        var content = _text[(Start + 1)..(End - 1)];
        return content.Contains((byte)'\\') ? Unescape(Encoding.UTF8.GetString(content)) : Encoding.UTF8.GetString(content);
    }

    private void ReadAnyString(int start)
    {
        if (At(start + 1) == '"' && At(start + 2) == '"')
        {
            ReadBlockString(start);
        }
        else
        {
            ReadString(start);
        }
    }

    /// <seealso href="https://spec.graphql.org/September2025/#sec-String-Value"/>
    private void ReadString(int start)
    {
        var position = start + 1;
        while (true)
        {
            var plain = _text[position..].IndexOfAny(s_endsPlainText);
            position = plain < 0 ? _text.Length : position + plain;
            switch (At(position))
            {
                case (byte)'"':
                    Set(TokenKind.String, start, position + 1);
                    return;
                case (byte)'\\':
                    position += EscapeLength(position);
                    break;
                default:
                    throw Error(position, "Unterminated string.");
            }
        }
    }

    private void ReadBlockString(int start)
    {
        var position = start + 3;
        while (true)
        {
            var quote = _text[position..].IndexOf("\"\"\""u8);
            if (quote < 0)
            {
                throw Error(_text.Length, "Unterminated string.");
            }

            position += quote;
            if (_text[position - 1] != '\\')
            {
                Set(TokenKind.BlockString, start, position + 3);
                return;
            }

            position += 3;
        }
    }

    private readonly int EscapeLength(int position)
    {
        switch (At(position + 1))
        {
            case (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t':
                return 2;
            case (byte)'u':
                return UnicodeEscapeLength(position);
            default:
                throw Error(position, "Invalid escape sequence.");
        }
    }

    /// <summary><c>\uXXXX</c>, a pair of those for a surrogate pair, or <c>\u{X...}</c>; never half of a pair.</summary>
    private readonly int UnicodeEscapeLength(int position)
    {
        if (At(position + 2) == '{')
        {
            var end = position + 3;
            while (At(end) == '0')
            {
                end++;
            }

            var digits = 0;
            for (; char.IsAsciiHexDigit((char)At(end)) && digits <= 6; end++)
            {
                digits++;
            }

            if (At(end) == '}' && end > position + 3 && digits <= 6 && Rune.IsValid(HexValue(_text[(position + 3)..end])))
            {
                return end + 1 - position;
            }
        }
        else if (TryReadFourHexDigits(position + 2, out var first))
        {
            if (!char.IsSurrogate(first))
            {
                return 6;
            }

            if (
                char.IsHighSurrogate(first)
                && At(position + 6) == '\\'
                && At(position + 7) == 'u'
                && TryReadFourHexDigits(position + 8, out var second)
                && char.IsLowSurrogate(second)
            )
            {
                return 12;
            }
        }

        throw Error(position, "Invalid Unicode escape sequence.");
    }

    private readonly bool TryReadFourHexDigits(int position, out char value)
    {
        value = default;
        if (position + 4 > _text.Length)
        {
            return false;
        }

        var digits = _text.Slice(position, 4);
        foreach (var digit in digits)
        {
            if (!char.IsAsciiHexDigit((char)digit))
            {
                return false;
            }
        }

        value = (char)HexValue(digits);
        return true;
    }

    private static int HexValue(ReadOnlySpan<byte> digits) =>
        (int)
            uint.Parse(
                digits.TrimStart((byte)'0') is { Length: > 0 } significant ? significant : "0"u8,
                NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture
            );

    private static string Unescape(string escaped)
    {
        var value = new StringBuilder(escaped.Length);
        for (var i = 0; i < escaped.Length; i++)
        {
            if (escaped[i] != '\\')
            {
                value.Append(escaped[i]);
                continue;
            }

            i++;
            switch (escaped[i])
            {
                case 'b':
                    value.Append('\b');
                    break;
                case 'f':
                    value.Append('\f');
                    break;
                case 'n':
                    value.Append('\n');
                    break;
                case 'r':
                    value.Append('\r');
                    break;
                case 't':
                    value.Append('\t');
                    break;
                case 'u' when escaped[i + 1] == '{':
                    var close = escaped.IndexOf('}', i);
                    var digits = escaped.AsSpan(i + 2, close - i - 2).TrimStart('0');
                    value.Append(
                        new Rune(
                            digits.IsEmpty ? 0 : int.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
                        ).ToString()
                    );
                    i = close;
                    break;
                case 'u':
                    value.Append((char)int.Parse(escaped.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                    i += 4;
                    break;
                default:
                    value.Append(escaped[i]);
                    break;
            }
        }

        return value.ToString();
    }
}
