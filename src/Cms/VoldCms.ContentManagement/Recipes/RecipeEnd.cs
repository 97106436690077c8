using VoldCms.ContentManagement.Storage;

namespace VoldCms.ContentManagement.Recipes;

/// <summary>
/// What steps leave to be looked at when every step of the run has been done, for a later step may bring what an earlier one
/// names. A run that is cut short looks at nothing. Not thread-safe.
/// </summary>
public sealed class RecipeEnd
{
    private readonly List<Func<IUnitOfWork, CancellationToken, Task>> _checks = [];

    /// <summary>Whether nothing is left to look at when the recipe ends.</summary>
    public bool IsEmpty => _checks.Count == 0;

    /// <param name="check">Reads in the unit of work that it is given and warns; it writes nothing.</param>
    public void Add(Func<IUnitOfWork, CancellationToken, Task> check) => _checks.Add(check);

    /// <summary>Runs the checks in the order in which they came.</summary>
    public async Task RunAsync(IUnitOfWork work, CancellationToken cancellationToken)
    {
        foreach (var check in _checks)
        {
            await check(work, cancellationToken);
        }
    }
}
