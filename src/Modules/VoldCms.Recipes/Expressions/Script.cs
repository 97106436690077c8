using System.Collections.Immutable;

namespace VoldCms.Recipes.Expressions;

/// <summary>A script of the small grammar that recipes use: <c>Sum : Term ('+' Term)*</c>. Immutable.</summary>
internal abstract record Script
{
    /// <summary>A text, a number (<see cref="double"/>), a boolean, null or <see cref="ScriptValue.Undefined"/>.</summary>
    public sealed record Literal(object? Value) : Script;

    /// <summary><c>name(argument, ...)</c></summary>
    public sealed record Call(string Name, ImmutableArray<Script> Arguments) : Script;

    /// <summary>At least two terms, added from the left.</summary>
    public sealed record Sum(ImmutableArray<Script> Terms) : Script;

    /// <summary><c>new Date().toISOString()</c></summary>
    public sealed record Now : Script;
}

/// <summary>How values of scripts become text.</summary>
internal static class ScriptValue
{
    public static readonly object Undefined = new();

    /// <summary>As a JavaScript <c>+</c> with a text on one side writes it.</summary>
    public static string Concatenated(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        _ when ReferenceEquals(value, Undefined) => "undefined",
        _ => Written(value),
    };

    /// <summary>As the result of an expression is written into the recipe: always a text.</summary>
    public static string Written(object? value) => value switch
    {
        null => "",
        string text => text,
        bool flag => flag ? "True" : "False",
        double number => number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ when ReferenceEquals(value, Undefined) => "",
        _ => throw new System.Diagnostics.UnreachableException(value.GetType().Name),
    };
}
