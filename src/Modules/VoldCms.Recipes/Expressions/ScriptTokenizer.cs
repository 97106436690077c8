using System.Globalization;
using System.Text;

namespace VoldCms.Recipes.Expressions;

/// <summary>Thrown inside this folder for a script that no JavaScript engine would take.</summary>
internal sealed class ScriptFaultException(string message) : Exception(message);

/// <summary>Cuts JavaScript into tokens: enough of it to evaluate our grammar and to see whether the rest is balanced.</summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class ScriptTokenizer(string script)
{
    private int _at;
    private bool _afterValue;

    /// <exception cref="ScriptFaultException">A text, a template or a comment does not end.</exception>
    public ScriptToken Next()
    {
        SkipBlank();
        if (_at >= script.Length)
        {
            return new(ScriptTokenKind.End, "");
        }

        var character = script[_at];
        var token =
            char.IsLetter(character) || character is '_' or '$' ? ReadName()
            : char.IsAsciiDigit(character) ? ReadNumber()
            : character is '\'' or '"' ? ReadText(character)
            : character == '`' ? ReadTemplate()
            : character == '/' && !_afterValue ? ReadRegularExpression()
            : new(ScriptTokenKind.Punctuator, script[_at++].ToString());
        _afterValue = token.Kind is ScriptTokenKind.Name or ScriptTokenKind.Text or ScriptTokenKind.OtherLiteral or ScriptTokenKind.Number
            || token.Is(')') || token.Is(']') || token.Is('}');
        return token;
    }

    private void SkipBlank()
    {
        while (_at < script.Length)
        {
            if (char.IsWhiteSpace(script[_at]))
            {
                _at++;
            }
            else if (script.AsSpan(_at).StartsWith("//"))
            {
                var end = script.IndexOf('\n', _at);
                _at = end < 0 ? script.Length : end;
            }
            else if (script.AsSpan(_at).StartsWith("/*"))
            {
                var end = script.IndexOf("*/", _at + 2, StringComparison.Ordinal);
                _at = end < 0 ? throw new ScriptFaultException("a comment '/*' does not end") : end + 2;
            }
            else
            {
                return;
            }
        }
    }

    private ScriptToken ReadName()
    {
        var start = _at;
        while (_at < script.Length && (char.IsLetterOrDigit(script[_at]) || script[_at] is '_' or '$'))
        {
            _at++;
        }

        return new(ScriptTokenKind.Name, script[start.._at]);
    }

    private ScriptToken ReadNumber()
    {
        var start = _at;
        while (_at < script.Length && (char.IsAsciiLetterOrDigit(script[_at]) || script[_at] == '.'))
        {
            _at++;
        }

        return new(ScriptTokenKind.Number, script[start.._at]);
    }

    private ScriptToken ReadText(char quote)
    {
        _at++;
        var start = _at;
        StringBuilder? text = null;
        while (_at < script.Length && script[_at] is not '\n')
        {
            if (script[_at] == quote)
            {
                return new(ScriptTokenKind.Text, text?.Append(script, start, _at++ - start).ToString() ?? script[start.._at++]);
            }

            if (script[_at] != '\\')
            {
                _at++;
                continue;
            }

            text = (text ?? new()).Append(script, start, _at - start);
            _at++;
            ReadEscape(text);
            start = _at;
        }

        throw new ScriptFaultException("a text does not end with its quotation mark");
    }

    private void ReadEscape(StringBuilder text)
    {
        if (_at >= script.Length)
        {
            throw new ScriptFaultException("a text does not end with its quotation mark");
        }

        var escape = script[_at++];
        switch (escape)
        {
            case 'n': text.Append('\n'); break;
            case 'r': text.Append('\r'); break;
            case 't': text.Append('\t'); break;
            case 'b': text.Append('\b'); break;
            case 'f': text.Append('\f'); break;
            case 'v': text.Append('\v'); break;
            case '0': text.Append('\0'); break;
            case '\n': break;
            case 'x': text.Append((char)ReadHex(2)); break;
            case 'u' when _at < script.Length && script[_at] == '{':
                var end = script.IndexOf('}', _at);
                text.Append(end > 0
                    && int.TryParse(script.AsSpan(_at + 1, end - _at - 1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
                    && Rune.IsValid(code)
                    ? new Rune(code).ToString()
                    : throw new ScriptFaultException("'\\u{' is not followed by a code point and '}'"));
                _at = end + 1;
                break;
            case 'u': text.Append((char)ReadHex(4)); break;
            default: text.Append(escape); break;
        }
    }

    private int ReadHex(int digits)
    {
        if (_at + digits > script.Length
            || !int.TryParse(script.AsSpan(_at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            throw new ScriptFaultException($"an escape in a text is not followed by {digits} hexadecimal digits");
        }

        _at += digits;
        return code;
    }

    // Substitutions hold scripts, which hold templates: the stack counts the braces of each substitution that is open.
    private ScriptToken ReadTemplate()
    {
        var start = ++_at;
        var isPlain = true;
        var open = new Stack<int>();
        var inTemplate = true;
        for (; _at < script.Length; _at++)
        {
            switch (script[_at], inTemplate)
            {
                case ('\\', true):
                    isPlain = false;
                    _at++;
                    break;
                case ('`', true) when open.Count == 0:
                    _at++;
                    return isPlain ? new(ScriptTokenKind.Text, script[start..(_at - 1)]) : new(ScriptTokenKind.OtherLiteral, "");
                case ('`', true):
                    inTemplate = false;
                    break;
                case ('$', true) when _at + 1 < script.Length && script[_at + 1] == '{':
                    isPlain = false;
                    _at++;
                    open.Push(0);
                    inTemplate = false;
                    break;
                case ('{', false):
                    open.Push(open.Pop() + 1);
                    break;
                case ('}', false):
                    var braces = open.Pop();
                    if (braces > 0)
                    {
                        open.Push(braces - 1);
                    }
                    else
                    {
                        inTemplate = true;
                    }

                    break;
                case ('`', false):
                    inTemplate = true;
                    break;
                default:
                    break;
            }
        }

        throw new ScriptFaultException("a template does not end with its backtick");
    }

    private ScriptToken ReadRegularExpression()
    {
        var isClass = false;
        for (_at++; _at < script.Length && script[_at] != '\n'; _at++)
        {
            switch (script[_at])
            {
                case '\\':
                    _at++;
                    break;
                case '[':
                    isClass = true;
                    break;
                case ']':
                    isClass = false;
                    break;
                case '/' when !isClass:
                    _at++;
                    return new(ScriptTokenKind.OtherLiteral, "");
                default:
                    break;
            }
        }

        throw new ScriptFaultException("a regular expression does not end with '/'");
    }
}
