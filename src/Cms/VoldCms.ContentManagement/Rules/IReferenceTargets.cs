using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Storage;

namespace VoldCms.ContentManagement.Rules;

/// <summary>
/// What items may name and the content store does not hold: a module says which of its things are there. One a kind; of a kind
/// that nobody answers for, nothing is said to be missing. Scoped.
/// </summary>
public interface IReferenceTargets
{
    /// <summary>What the module holds.</summary>
    ReferenceKind Kind { get; }

    /// <summary>Those of the ids that are there, written as they were asked for.</summary>
    /// <param name="work">Reads what this transaction has written too.</param>
    /// <param name="ids">Each once, as <see cref="ContentReference.Folded"/> has it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<IReadOnlySet<string>> FindKnownAsync(IUnitOfWork work, IReadOnlyCollection<string> ids, CancellationToken cancellationToken);
}
