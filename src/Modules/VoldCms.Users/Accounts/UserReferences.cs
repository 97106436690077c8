using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Rules;
using VoldCms.ContentManagement.Storage;

namespace VoldCms.Users.Accounts;

/// <summary>Which of the users that items name have an account.</summary>
internal sealed class UserReferences(AccountStore accounts) : IReferenceTargets
{
    public ReferenceKind Kind => ReferenceKind.User;

    public Task<IReadOnlySet<string>> FindKnownAsync(
        IUnitOfWork work,
        IReadOnlyCollection<string> ids,
        CancellationToken cancellationToken
    ) => accounts.FindKnownAsync(work, ids, cancellationToken);
}
