using System.Collections.Frozen;

namespace VoldCms.Recipes.Expressions;

/// <summary>
/// Looks over JavaScript that goes beyond our grammar: are its brackets balanced, and does it call only functions that exist?
/// </summary>
internal static class ScriptSurvey
{
    private static readonly FrozenSet<string> s_keywords = FrozenSet.ToFrozenSet(
    [
        "if", "for", "while", "switch", "catch", "with", "function", "return", "typeof", "await", "void", "delete", "in", "of", "new",
        "else", "do", "throw", "case", "yield", "super", "import", "async", "instanceof", "var", "let", "const", "class", "this",
    ]);

    private static readonly FrozenSet<string> s_standard = FrozenSet.ToFrozenSet(
    [
        "parseInt", "parseFloat", "isNaN", "isFinite", "encodeURI", "encodeURIComponent", "decodeURI", "decodeURIComponent", "escape",
        "unescape", "String", "Number", "Boolean", "Object", "Array", "Symbol", "BigInt", "Date", "RegExp", "Error", "TypeError",
        "RangeError", "Function", "Map", "Set", "WeakMap", "WeakSet", "Promise", "Proxy", "Uint8Array", "ArrayBuffer", "eval",
    ]);

    /// <summary>
    /// The first function that neither JavaScript, nor Orchard Core, nor the script itself knows; null when there is none.
    /// </summary>
    /// <exception cref="ScriptFaultException">Brackets are not balanced, or a text does not end.</exception>
    public static string? FindUnknownFunction(string script)
    {
        var tokens = new ScriptTokenizer(script);
        var open = new Stack<(char Sign, string? Called)>();
        var declared = new HashSet<string>(StringComparer.Ordinal);
        var called = new List<string>();
        ScriptToken before = default, twoBefore = default;
        for (var token = tokens.Next(); token.Kind != ScriptTokenKind.End; (twoBefore, before, token) = (before, token, tokens.Next()))
        {
            if (token.Is('('))
            {
                var isCall = before.Kind == ScriptTokenKind.Name && !twoBefore.Is('.') && !s_keywords.Contains(before.Value);
                open.Push(('(', isCall ? before.Value : null));
            }
            else if (token.Is('[') || token.Is('{'))
            {
                open.Push((token.Value[0], null));
            }
            else if (token.Is(')') || token.Is(']') || token.Is('}'))
            {
                var closed = Close(open, token.Value[0]);
                if (closed is not null)
                {
                    called.Add(closed);
                }
            }
            else if (token.Kind == ScriptTokenKind.Name && before.Value is "function" or "var" or "let" or "const" or "class")
            {
                declared.Add(token.Value);
            }
        }

        if (open.TryPeek(out var left))
        {
            throw new ScriptFaultException($"'{left.Sign}' is not closed");
        }

        return called.FirstOrDefault(name =>
            !declared.Contains(name) && !s_standard.Contains(name) && !ScriptFunctions.IsKnown(name));
    }

    private static string? Close(Stack<(char Sign, string? Called)> open, char sign)
    {
        var opening = sign switch { ')' => '(', ']' => '[', _ => '{' };
        return open.TryPop(out var top) && top.Sign == opening
            ? top.Called
            : throw new ScriptFaultException($"'{sign}' closes nothing");
    }
}
