using System.Collections.Immutable;
using System.Globalization;

namespace VoldCms.Recipes.Expressions;

/// <summary>Parses the small grammar; what lies beyond it is no fault here but gives null.</summary>
internal sealed class ScriptParser
{
    // Far deeper than anybody writes, and far from where the stack would end.
    private const int MaximumDepth = 100;

    private readonly ScriptTokenizer _tokens;
    private ScriptToken _current;
    private int _depth;

    private ScriptParser(string script)
    {
        _tokens = new(script);
        _current = _tokens.Next();
    }

    /// <returns>The script; null when it goes beyond the grammar.</returns>
    /// <exception cref="ScriptFaultException">A text, a template or a comment does not end.</exception>
    public static Script? Parse(string script)
    {
        var parser = new ScriptParser(script);
        var parsed = parser.ParseSum();
        parser.Skip(';');
        return parser._current.Kind == ScriptTokenKind.End ? parsed : null;
    }

    private Script? ParseSum()
    {
        if (++_depth > MaximumDepth || ParseTerm() is not { } first)
        {
            return null;
        }

        ImmutableArray<Script>.Builder? terms = null;
        while (Skip('+'))
        {
            if (ParseTerm() is not { } term)
            {
                return null;
            }

            terms ??= ImmutableArray.CreateBuilder<Script>();
            if (terms.Count == 0)
            {
                terms.Add(first);
            }

            terms.Add(term);
        }

        _depth--;
        return terms is null ? first : new Script.Sum(terms.ToImmutable());
    }

    private Script? ParseTerm()
    {
        var token = _current;
        switch (token.Kind)
        {
            case ScriptTokenKind.Text:
                Advance();
                return new Script.Literal(token.Value);
            case ScriptTokenKind.Number:
                Advance();
                return double.TryParse(token.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                    ? new Script.Literal(number)
                    : null;
            case ScriptTokenKind.Name when token.Value is "true" or "false" or "null" or "undefined":
                Advance();
                return new Script.Literal(token.Value switch { "true" => true, "false" => false, "null" => null, _ => ScriptValue.Undefined });
            case ScriptTokenKind.Name when token.Value == "new":
                return ParseNow();
            case ScriptTokenKind.Name:
                Advance();
                return Skip('(') && ParseArguments() is { } arguments ? new Script.Call(token.Value, [.. arguments]) : null;
            case ScriptTokenKind.Punctuator when Skip('('):
                return ParseSum() is { } inner && Skip(')') ? inner : null;
            default:
                return null;
        }
    }

    private List<Script>? ParseArguments()
    {
        var arguments = new List<Script>();
        if (Skip(')'))
        {
            return arguments;
        }

        do
        {
            if (ParseSum() is not { } argument)
            {
                return null;
            }

            arguments.Add(argument);
        }
        while (Skip(','));
        return Skip(')') ? arguments : null;
    }

    private Script.Now? ParseNow() =>
        SkipName("new") && SkipName("Date") && Skip('(') && Skip(')') && Skip('.') && SkipName("toISOString") && Skip('(') && Skip(')')
            ? new Script.Now()
            : null;

    private void Advance() => _current = _tokens.Next();

    private bool Skip(char sign)
    {
        if (!_current.Is(sign))
        {
            return false;
        }

        Advance();
        return true;
    }

    private bool SkipName(string name)
    {
        if (!_current.IsName(name))
        {
            return false;
        }

        Advance();
        return true;
    }
}
