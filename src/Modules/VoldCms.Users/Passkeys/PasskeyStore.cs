using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using VoldCms.Data.Tenancy;
using VoldCms.Users.Accounts;

namespace VoldCms.Users.Passkeys;

/// <summary>
/// What Identity's judge of passkeys reads of our accounts. It writes nothing: what is changed is changed in one transaction with its
/// account, by <see cref="PersonPasskeys"/> and by its person.
/// </summary>
internal sealed class PasskeyStore(IInstallationDbContexts installation) : IUserPasskeyStore<Account>
{
    public async Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken)
    {
        await using var context = installation.Create();
        var row = await context
            .Set<AccountRow>()
            .AsNoTracking()
            .SingleOrDefaultAsync(each => each.AccountId == userId && each.IsEnabled, cancellationToken);
        return row?.ToAccount();
    }

    public async Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken)
    {
        var id = PasskeyRow.IdOf(credentialId);
        await using var context = installation.Create();
        var found = await context.Set<PasskeyRow>().AsNoTracking().SingleOrDefaultAsync(row => row.PasskeyId == id, cancellationToken);
        return found is null ? null : await FindByIdAsync(found.AccountId, cancellationToken);
    }

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken)
    {
        await using var context = installation.Create();
        var rows = await context
            .Set<PasskeyRow>()
            .AsNoTracking()
            .Where(row => row.AccountId == user.AccountId)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => row.ToIdentity())];
    }

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken)
    {
        var id = PasskeyRow.IdOf(credentialId);
        await using var context = installation.Create();
        var row = await context
            .Set<PasskeyRow>()
            .AsNoTracking()
            .SingleOrDefaultAsync(each => each.PasskeyId == id && each.AccountId == user.AccountId, cancellationToken);
        return row?.ToIdentity();
    }

    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.AccountId);

    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.UserName);

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) => throw Unasked();

    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => throw Unasked();

    public Task AddOrUpdatePasskeyAsync(Account user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw Unasked();

    public Task RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) => throw Unasked();

    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) => throw Unasked();

    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) => throw Unasked();

    public Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken) => throw Unasked();

    public Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken) => throw Unasked();

    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) => throw Unasked();

    public void Dispose() { }

    private static NotSupportedException Unasked() => new("The judge of passkeys reads them, and asks for nothing else.");
}
