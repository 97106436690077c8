namespace VoldCms.ContentManagement.Recipes;

/// <summary>What became of one thing in a step.</summary>
public enum RecipeOutcome
{
    /// <summary>It was not there before.</summary>
    Created,

    /// <summary>It was there and is now another.</summary>
    Updated,

    /// <summary>It was there already, equal.</summary>
    Same,

    /// <summary>A person has changed it since; the recipe's text was not applied.</summary>
    ChangedHere,

    /// <summary>It cannot be applied; outside a dry run this stops the step instead.</summary>
    Refused,

    /// <summary>
    /// Told by a dry run: it could be applied, and another thing of its step is refused, so the step would leave nothing of itself.
    /// </summary>
    HeldBack,
}

/// <summary>One thing that a step dealt with.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Path">Its JSON path below the step.</param>
/// <param name="What">What it is, for people: kind and name.</param>
public sealed record RecipeThing(RecipeOutcome Outcome, string Path, string What);

/// <summary>What one step did. Not thread-safe.</summary>
public sealed class RecipeStepReport(string recipe, int number, string step)
{
    /// <summary>How many warnings of a step are told word for word: more are no longer read, and a long file has thousands.</summary>
    public const int MaximumWarnings = 100;

    private readonly List<RecipeThing> _things = [];
    private readonly List<string> _warnings = [];

    /// <summary>The recipe's file.</summary>
    public string Recipe { get; } = recipe;

    /// <summary>The step's place in its recipe, from 1.</summary>
    public int Number { get; } = number;

    /// <summary>The step's name as the recipe writes it.</summary>
    public string Step { get; } = step;

    /// <summary>What the step dealt with, in its order.</summary>
    public IReadOnlyList<RecipeThing> Things => _things;

    /// <summary>
    /// Whole lines with file, step and path; after <see cref="MaximumWarnings"/> one line that says how many more there are.
    /// </summary>
    public IReadOnlyList<string> Warnings =>
        WarningCount <= MaximumWarnings
            ? _warnings
            : [.. _warnings, $"{Recipe}: step {Number} ({Step}): {WarningCount - MaximumWarnings} more warnings in this step"];

    /// <summary>How often the step has warned.</summary>
    public int WarningCount { get; private set; }

    /// <summary>How many things ended that way.</summary>
    public int Count(RecipeOutcome outcome) => _things.Count(thing => thing.Outcome == outcome);

    /// <summary>Notes what became of one thing.</summary>
    public void Add(RecipeOutcome outcome, string path, string what) => _things.Add(new(outcome, path, what));

    /// <summary>The step was rolled back: nothing that it did is counted. Its warnings stay.</summary>
    public void Undo() => _things.Clear();

    /// <summary>A dry run went on past a refusal: what its step did beside that would be rolled back with it.</summary>
    public void HoldBack()
    {
        for (var index = 0; index < _things.Count; index++)
        {
            if (_things[index].Outcome is RecipeOutcome.Created or RecipeOutcome.Updated)
            {
                _things[index] = _things[index] with { Outcome = RecipeOutcome.HeldBack };
            }
        }
    }

    /// <summary>
    /// Steps warn through <see cref="RecipeBody.Warn"/>, which makes the line: only for one that is kept, for it looks the place up in the
    /// file.
    /// </summary>
    public void AddWarning(Func<string> makeLine)
    {
        if (++WarningCount <= MaximumWarnings)
        {
            _warnings.Add(makeLine());
        }
    }
}
