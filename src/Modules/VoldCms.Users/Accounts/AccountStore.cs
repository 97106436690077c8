using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using VoldCms.ContentManagement.Auditing;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Recipes;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Storage;
using VoldCms.Data.Tenancy;

namespace VoldCms.Users.Accounts;

/// <summary>The accounts of the current scope's tenant. Scoped.</summary>
public sealed class AccountStore(ITenantDbContexts contexts, CurrentPrincipal principal, TimeProvider clock)
{
    /// <summary>The shortest password that is taken.</summary>
    public const int MinimumPasswordLength = 12;

    private const int MaximumUserNameLength = 255;

    private readonly PasswordHasher<Account> _hasher = new();

    /// <summary>The account of that name, ignoring case; null when there is none.</summary>
    public async Task<Account?> FindByNameAsync(string userName, CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        var folded = AccountRow.Fold(userName);
        return (
            await context.Set<AccountRow>().AsNoTracking().FirstOrDefaultAsync(row => row.UserNameFolded == folded, cancellationToken)
        )?.ToAccount();
    }

    /// <summary>Those of the ids, in lower case, that are the id of an account here, as <paramref name="work"/> sees them.</summary>
    internal async Task<IReadOnlySet<string>> FindKnownAsync(
        IUnitOfWork work,
        IReadOnlyCollection<string> ids,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create(work);

        // A tenant has as many accounts as a municipality has editors.
        var accounts = await context.Set<AccountRow>().AsNoTracking().Select(row => row.UserId).ToListAsync(cancellationToken);
        return accounts.Select(id => id.ToLowerInvariant()).Intersect(ids, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>
    /// Adds an account with a password. Writes into <paramref name="work"/>; the caller commits.
    /// </summary>
    /// <returns>The account; or <see cref="Invalid"/>, or <see cref="Conflict"/> when the name is taken.</returns>
    public async Task<Result<Account>> CreateAsync(
        IUnitOfWork work,
        string userName,
        string email,
        string password,
        IEnumerable<string> roles,
        CancellationToken cancellationToken
    )
    {
        if (FindNameProblem(userName) is { } wrongName)
        {
            return Invalid.Of("user.name", [new("UserName", wrongName)]);
        }

        if (password.Length < MinimumPasswordLength)
        {
            return Invalid.Of(
                "user.password",
                [new("Password", $"has {password.Length} characters; expected at least {MinimumPasswordLength}")]
            );
        }

        var account = new Account
        {
            UserId = UniqueId.New(),
            UserName = userName,
            Email = email,
            SecurityStamp = UniqueId.New(),
            RoleNames = [.. roles],
        };
        var configuration = await work.GetConfigurationAsync(cancellationToken);
        if (account.RoleNames.FirstOrDefault(role => configuration.Roles.Find(role) is null) is { } unknown)
        {
            return Invalid.Of(
                "user.role",
                [
                    new(
                        "RoleNames",
                        $"there is no role '{unknown}'; "
                            + $"expected one of {string.Join(", ", configuration.Roles.All.Select(role => role.Name).Order())}"
                    ),
                ]
            );
        }

        account = account with { PasswordHash = _hasher.HashPassword(account, password) };
        await using var context = contexts.Create(work);
        var folded = AccountRow.Fold(userName);
        if (await context.Set<AccountRow>().AnyAsync(row => row.UserNameFolded == folded, cancellationToken))
        {
            return new Conflict("user.name-taken", $"there is a user '{userName}' already");
        }

        context.Add(AccountRow.From(account));
        await context.SaveChangesAsync(cancellationToken);
        Record(work, "CreateUser", account);
        return account;
    }

    /// <summary>
    /// Brings in an account as recipes carry it, matched on its id. Writes into <paramref name="work"/>; the caller commits.
    /// </summary>
    /// <returns>What became of it; or <see cref="Invalid"/>, or <see cref="Conflict"/> when another account has its name.</returns>
    public async Task<Result<RecipeOutcome>> ImportAsync(IUnitOfWork work, Account account, CancellationToken cancellationToken)
    {
        if (FindNameProblem(account.UserName) is { } wrongName)
        {
            return Invalid.Of("user.name", [new("UserName", wrongName)]);
        }

        await using var context = contexts.Create(work);
        var rows = context.Set<AccountRow>();
        var folded = AccountRow.Fold(account.UserName);
        if (
            await rows.AsNoTracking()
                .FirstOrDefaultAsync(row => row.UserNameFolded == folded && row.UserId != account.UserId, cancellationToken) is
            { } other
        )
        {
            return new Conflict(
                "user.name-taken",
                $"the name '{account.UserName}' belongs to the user {other.UserId}; expected the same UserId or another name"
            );
        }

        var stored = await rows.FirstOrDefaultAsync(row => row.UserId == account.UserId, cancellationToken);
        if (stored is not null && IsSame(stored.ToAccount(), account))
        {
            return RecipeOutcome.Same;
        }

        if (stored is not null)
        {
            rows.Remove(stored);
            await context.SaveChangesAsync(cancellationToken);
        }

        rows.Add(AccountRow.From(account));
        await context.SaveChangesAsync(cancellationToken);
        Record(work, "ImportUser", account);
        return stored is null ? RecipeOutcome.Created : RecipeOutcome.Updated;
    }

    /// <summary>Whether the password is the account's; false for an account without one.</summary>
    public bool Verify(Account account, string password) =>
        account.PasswordHash.Length > 0
        && _hasher.VerifyHashedPassword(account, account.PasswordHash, password) != PasswordVerificationResult.Failed;

    private static bool IsSame(Account stored, Account given) =>
        stored with { RoleNames = given.RoleNames } == given && stored.RoleNames.SetEquals(given.RoleNames);

    private static string? FindNameProblem(string userName) =>
        userName.Length is 0 or > MaximumUserNameLength
        || userName.Any(character => char.IsControl(character) || char.IsWhiteSpace(character))
            ? $"'{userName}' is no user name; expected 1 to {MaximumUserNameLength} characters without blanks"
            : null;

    private void Record(IUnitOfWork work, string action, Account account) =>
        work.Record(
            new AuditEvent
            {
                AtUtc = clock.GetUtcNow(),
                Action = action,
                PrincipalKind = principal.Value.Kind,
                PrincipalId = principal.Value.Id,
                PrincipalName = principal.Value.Name,
                Note = $"{account.UserName} ({account.UserId})",
            }
        );
}
