namespace VoldCms.Recipes.Expressions;

/// <summary>
/// What one script of a recipe may take. A recipe comes from outside; each bound has the attack that it stops in the tests.
/// </summary>
internal sealed record ScriptLimits
{
    /// <summary>Statements and calls executed: loops that do not end.</summary>
    public int Statements { get; init; } = 200_000;

    /// <summary>
    /// Bytes allocated, looked at between statements; what one call allocates is bounded by <see cref="TextLength"/> and
    /// <see cref="ListLength"/>.
    /// </summary>
    public long Memory { get; init; } = 256 * 1024 * 1024;

    /// <summary>Time by the clock of one script.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Time by the clock of all scripts of a recipe.</summary>
    public TimeSpan TotalTime { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Calls within calls.</summary>
    public int Recursion { get; init; } = 100;

    /// <summary>Time of one match of a regular expression.</summary>
    public TimeSpan RegexTime { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Elements of a list.</summary>
    public int ListLength { get; init; } = 100_000;

    /// <summary>Characters of any text that a script puts together.</summary>
    public int TextLength { get; init; } = 4_000_000;
}
