using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Recipes;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Storage;
using VoldCms.Data.Model;
using VoldCms.Data.Tenancy;

namespace VoldCms.Users.Accounts;

/// <summary>
/// How accounts come into the installation through a tenant: by a command, an invitation or a recipe. What belongs to the person is never
/// changed here. Scoped.
/// </summary>
public sealed class AccountStore(ITenantDbContexts contexts, CurrentPrincipal principal, TimeProvider clock)
{
    /// <summary>
    /// Adds an account with a password and a membership of the scope's tenant. Writes into <paramref name="work"/>; the caller commits.
    /// </summary>
    /// <returns>The account; or <see cref="Invalid"/>, or <see cref="Conflict"/> when name or address are somebody's.</returns>
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

        if (FindPasswordProblem(password, userName, email) is { } wrongPassword)
        {
            return Invalid.Of("user.password", [new("Password", wrongPassword)]);
        }

        ImmutableArray<string> given = [.. roles];
        if (await FindRoleProblemAsync(work, given, cancellationToken) is { } wrongRole)
        {
            return wrongRole;
        }

        await using var context = contexts.Create(work);
        if (await FindAsync(context, id: "", userName, email, cancellationToken) is not null)
        {
            return new Conflict("user.name-taken", $"there is a user '{userName}' already, or one of that address");
        }

        var account = new Account
        {
            AccountId = UniqueId.New(),
            UserName = userName,
            Email = email,
            PasswordHash = Passwords.Hash(password),
            SecurityStamp = UniqueId.New(),
        };
        context.Add(AccountRow.From(account, clock.GetUtcNow()));
        AddMembership(context, account.AccountId, given, isAccepted: true);
        await context.SaveChangesAsync(cancellationToken);
        work.Record(principal.Value, clock, "CreateUser", account.AccountId);
        return account;
    }

    /// <summary>
    /// Brings in an account as recipes carry it. One that the installation knows by its id is left as it is, and gets a membership that
    /// waits for its person's yes. Where only the name or the address is somebody's, nothing is done: nobody has proved that it is hers.
    /// Writes into <paramref name="work"/>; the caller commits.
    /// </summary>
    /// <returns>What became of it; or <see cref="Invalid"/>.</returns>
    internal async Task<Result<ImportedAccount>> ImportAsync(
        IUnitOfWork work,
        Account account,
        ImmutableArray<string> roles,
        CancellationToken cancellationToken
    )
    {
        if (FindNameProblem(account.UserName) is { } wrongName)
        {
            return Invalid.Of("user.name", [new("UserName", wrongName)]);
        }

        await using var context = contexts.Create(work);
        var known = await FindAsync(context, account.AccountId, account.UserName, account.Email, cancellationToken);
        if (known is null)
        {
            context.Add(AccountRow.From(account, clock.GetUtcNow()));
            AddMembership(context, account.AccountId, roles, isAccepted: true);
            return await StoreAsync(RecipeOutcome.Created, account.AccountId, waits: false);
        }

        if (known.AccountId != account.AccountId)
        {
            return new ImportedAccount(RecipeOutcome.Same, ImportedMembership.OfSomebodyElse);
        }

        var membership = await context
            .Set<MembershipRow>()
            .SingleOrDefaultAsync(row => row.AccountId == known.AccountId, cancellationToken);
        if (membership is null)
        {
            AddMembership(context, known.AccountId, roles, isAccepted: false);
            return await StoreAsync(RecipeOutcome.Created, known.AccountId, waits: true);
        }

        var waits = membership.AcceptedUtc is null;
        if (membership.Roles.SetEquals(roles))
        {
            return new ImportedAccount(RecipeOutcome.Same, waits ? ImportedMembership.Waiting : ImportedMembership.Accepted);
        }

        membership.RoleNames = MembershipRow.WriteRoles(roles);
        return await StoreAsync(RecipeOutcome.Updated, known.AccountId, waits);

        async Task<Result<ImportedAccount>> StoreAsync(RecipeOutcome outcome, string accountId, bool waits)
        {
            await context.SaveChangesAsync(cancellationToken);
            work.Record(principal.Value, clock, "ImportUser", accountId);
            return new ImportedAccount(outcome, waits ? ImportedMembership.Waiting : ImportedMembership.Accepted);
        }
    }

    /// <summary>Those of the ids, in lower case, that are the id of a member here, as <paramref name="work"/> sees them.</summary>
    internal async Task<IReadOnlySet<string>> FindKnownAsync(
        IUnitOfWork work,
        IReadOnlyCollection<string> ids,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create(work);

        // A tenant has as many members as a municipality has editors.
        var members = await context.Set<MembershipRow>().AsNoTracking().Select(row => row.AccountId).ToListAsync(cancellationToken);
        return members.Select(id => id.ToLowerInvariant()).Intersect(ids, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>What is wrong with roles that somebody is to have here; null when the tenant has them all.</summary>
    internal static async Task<Invalid?> FindRoleProblemAsync(
        IUnitOfWork work,
        IEnumerable<string> roles,
        CancellationToken cancellationToken
    )
    {
        var configuration = await work.GetConfigurationAsync(cancellationToken);
        return roles.FirstOrDefault(role => configuration.Roles.Find(role) is null) is { } unknown
            ? Invalid.Of(
                "user.role",
                [
                    new(
                        "RoleNames",
                        $"there is no role '{unknown}'; "
                            + $"expected one of {string.Join(", ", configuration.Roles.All.Select(role => role.Name).Order())}"
                    ),
                ]
            )
            : null;
    }

    private static Task<AccountRow?> FindAsync(
        CmsDbContext context,
        string id,
        string userName,
        string email,
        CancellationToken cancellationToken
    )
    {
        var (name, address) = (AccountRow.Fold(userName), AccountRow.Fold(email));
        return context
            .Set<AccountRow>()
            .AsNoTracking()
            .Where(row => row.AccountId == id || row.UserNameFolded == name || (address != "" && row.EmailFolded == address))
            .OrderBy(row => row.AccountId == id ? 0 : 1)
            .ThenBy(row => row.AccountId)
            .FirstOrDefaultAsync(cancellationToken);
    }

    private void AddMembership(CmsDbContext context, string accountId, IEnumerable<string> roles, bool isAccepted)
    {
        var now = clock.GetUtcNow().UtcTicks;
        context.Add(
            new MembershipRow
            {
                AccountId = accountId,
                RoleNames = MembershipRow.WriteRoles(roles),
                CreatedUtc = now,
                AcceptedUtc = isAccepted ? now : null,
            }
        );
    }

    private static string? FindNameProblem(string userName) =>
        AccountRow.Fold(userName).Length == 0 || userName.Any(character => char.IsControl(character) || char.IsWhiteSpace(character))
            ? $"'{userName}' is no user name; expected 1 to {AccountRow.MaximumLength} characters without blanks"
            : null;

    private static string? FindPasswordProblem(string password, params IEnumerable<string> known) =>
        Passwords.FindProblem(password, known) switch
        {
            PasswordProblem.Short or PasswordProblem.Long =>
                $"has {password.Length} characters; expected {Passwords.MinimumLength} to {Passwords.MaximumLength}",
            PasswordProblem.Guessable => "is soon guessed; expected some words that have nothing to do with each other",
            _ => null,
        };
}
