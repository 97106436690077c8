using VoldCms.ContentManagement.Results;

namespace VoldCms.ContentManagement.Recipes;

/// <summary>
/// What a recipe's author can mend: thrown by steps and by the reading of their bodies, caught once by the runner, which adds
/// file, step and line. Never reaches a user as an exception.
/// </summary>
public sealed class RecipeFaultException : Exception
{
    /// <summary>With every problem that was found.</summary>
    public RecipeFaultException(IReadOnlyList<Problem> problems)
        : base(problems.Count == 0 ? "The recipe is refused." : problems[0].ToString()) => Problems = problems;

    /// <param name="path">The JSON path below the step, such as <c>data[3].ContentType</c>; empty for the step itself.</param>
    /// <param name="message">What stands there and what was expected.</param>
    public RecipeFaultException(string path, string message)
        : this([new Problem(path, message)]) { }

    /// <summary>Without a word.</summary>
    public RecipeFaultException()
        : this([]) { }

    /// <summary>With a message alone.</summary>
    public RecipeFaultException(string message)
        : this("", message) { }

    /// <summary>With a message and its cause.</summary>
    public RecipeFaultException(string message, Exception innerException)
        : base(message, innerException) => Problems = [new Problem("", message)];

    /// <summary>Every fault with its JSON path below the step; at least one.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>An action's refusal, its problems told at <paramref name="path"/>.</summary>
    public static RecipeFaultException From(Error error, string path) =>
        error is Invalid { Problems.Length: > 0 } invalid
            ? new([
                .. invalid
                    .Problems.Where(problem => !problem.IsWarning)
                    .Select(problem => problem with { Path = Join(path, problem.Path) }),
            ])
            : new(path, error.Message);

    internal static string Join(string path, string below) =>
        path.Length == 0 ? below
        : below.Length == 0 ? path
        : below[0] == '[' ? path + below
        : $"{path}.{below}";
}
