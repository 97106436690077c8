using VoldCms.ContentManagement.Recipes;

namespace VoldCms.Recipes.Running;

/// <summary>A run in words, for consoles.</summary>
public static class RecipeReportText
{
    /// <summary><c>stavanger: step 3 of 7, content, 41 items</c></summary>
    public static string Line(string tenant, RecipeProgress progress) =>
        $"{tenant}: step {progress.Number} of {progress.Total}, {FaultLines.OneLine(progress.Step)}"
        + (
            progress.Items == 0 ? ""
            : progress.Items == 1 ? ", 1 item"
            : $", {progress.Items} items"
        );

    /// <summary><c>41 created, 2 changed here, 1 warning</c></summary>
    public static string Summary(RecipeReport report)
    {
        (int Count, string Word)[] counts =
        [
            (report.Count(RecipeOutcome.Created), "created"),
            (report.Count(RecipeOutcome.Updated), "updated"),
            (report.Count(RecipeOutcome.Same), "same"),
            (report.Count(RecipeOutcome.ChangedHere), "changed here"),
            (report.Count(RecipeOutcome.HeldBack), "held back"),
            (report.Count(RecipeOutcome.Refused), "refused"),
            (report.WarningCount, report.WarningCount == 1 ? "warning" : "warnings"),
        ];
        return string.Join(
            ", ",
            counts.Where(count => count.Count > 0).Select(count => $"{count.Count} {count.Word}").DefaultIfEmpty("nothing to do")
        );
    }

    /// <summary>Every thing that a step dealt with, a line each.</summary>
    public static IEnumerable<string> Things(RecipeReport report) =>
        report.Steps.SelectMany(step =>
            step.Things.Select(thing =>
                $"{Word(thing.Outcome), -12} {FaultLines.OneLine(thing.What)} ({step.Recipe}, "
                + $"step {step.Number}{(thing.Path.Length > 0 ? $", {thing.Path}" : "")})"
            )
        );

    private static string Word(RecipeOutcome outcome) =>
        outcome switch
        {
            RecipeOutcome.ChangedHere => "changed here",
            RecipeOutcome.HeldBack => "held back",
            _ => outcome.ToString().ToLowerInvariant(),
        };
}
