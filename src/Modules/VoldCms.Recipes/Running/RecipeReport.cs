using VoldCms.ContentManagement.Recipes;

namespace VoldCms.Recipes.Running;

/// <summary>What a run did, for whoever started it. Not thread-safe.</summary>
public sealed class RecipeReport
{
    private readonly List<RecipeStepReport> _steps = [];
    private readonly List<string> _warnings = [];
    private readonly List<string> _faults = [];

    /// <summary>The steps that were started, in order; those of nested recipes after the step that named them.</summary>
    public IReadOnlyList<RecipeStepReport> Steps => _steps;

    /// <summary>
    /// The warnings, each a whole line with file and place; of each step as many as <see cref="RecipeStepReport.Warnings"/> has.
    /// </summary>
    public IEnumerable<string> Warnings => _warnings.Concat(_steps.SelectMany(step => step.Warnings));

    /// <summary>How many warnings there were, those without a line counted in.</summary>
    public int WarningCount => _warnings.Count + _steps.Sum(step => step.WarningCount);

    /// <summary>
    /// Why the run was refused or stopped, each a whole line with file, step, path, what stands there and what was expected.
    /// </summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>Whether every step ran and nothing was refused.</summary>
    public bool IsSuccess => _faults.Count == 0 && Count(RecipeOutcome.Refused) == 0;

    /// <summary>How many things of all steps ended that way.</summary>
    public int Count(RecipeOutcome outcome) => _steps.Sum(step => step.Count(outcome));

    internal void Add(RecipeStepReport step) => _steps.Add(step);

    internal void AddFault(string line) => _faults.Add(line);

    internal void AddWarning(string line) => _warnings.Add(line);
}

/// <summary>Where a run is, told just before each step.</summary>
/// <param name="Number">The step's place in the whole run, from 1, nested recipes counted in.</param>
/// <param name="Total">How many steps the run has.</param>
/// <param name="Recipe">The recipe's file.</param>
/// <param name="Step">The step's name.</param>
/// <param name="Items">How many items the step brings; 0 when it brings none.</param>
public readonly record struct RecipeProgress(int Number, int Total, string Recipe, string Step, int Items);
