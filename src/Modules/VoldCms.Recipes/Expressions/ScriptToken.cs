namespace VoldCms.Recipes.Expressions;

internal enum ScriptTokenKind
{
    End,
    Name,
    Text,

    /// <summary>A template literal with substitutions, or a regular expression: JavaScript, but beyond our grammar.</summary>
    OtherLiteral,
    Number,
    Punctuator,
}

/// <param name="Kind">What it is.</param>
/// <param name="Value">The name, the text unescaped, the digits or the sign.</param>
internal readonly record struct ScriptToken(ScriptTokenKind Kind, string Value)
{
    public bool Is(char sign) => Kind == ScriptTokenKind.Punctuator && Value.Length == 1 && Value[0] == sign;

    public bool IsName(string name) => Kind == ScriptTokenKind.Name && Value == name;
}
