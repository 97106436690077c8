using System.Diagnostics.CodeAnalysis;

namespace VoldCms.Recipes.Expressions;

/// <summary>A text that is a script: <c>[engine: script]</c>.</summary>
/// <param name="Engine">The letters before the first colon.</param>
/// <param name="Code">What follows it.</param>
internal readonly record struct RecipeExpression(string Engine, string Code)
{
    /// <summary>
    /// Starts with <c>[</c>, ends with <c>]</c>, and nothing but letters up to the first colon. All brackets at both ends are
    /// taken off, the script's own too: that is the contract.
    /// </summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out RecipeExpression? expression)
    {
        expression = null;
        if (text.Length < 4 || text[0] != '[' || text[^1] != ']')
        {
            return false;
        }

        var colon = text.IndexOf(':');
        for (var index = 1; index < colon; index++)
        {
            if (!char.IsLetter(text[index]))
            {
                return false;
            }
        }

        if (colon < 2)
        {
            return false;
        }

        var bare = text.Trim('[', ']');
        colon = bare.IndexOf(':');
        expression = new(bare[..colon], bare[(colon + 1)..]);
        return true;
    }
}
