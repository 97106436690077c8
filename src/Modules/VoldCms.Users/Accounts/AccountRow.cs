using Microsoft.EntityFrameworkCore;
using VoldCms.Data.Model;

namespace VoldCms.Users.Accounts;

/// <summary>An account as it is stored.</summary>
internal sealed class AccountRow : INeverPublic
{
    public int TenantId { get; set; }

    public required string UserId { get; set; }

    public required string UserName { get; set; }

    public required string UserNameFolded { get; set; }

    public required string Email { get; set; }

    public bool EmailConfirmed { get; set; }

    public required string PasswordHash { get; set; }

    public required string SecurityStamp { get; set; }

    public bool IsEnabled { get; set; }

    public required string PhoneNumber { get; set; }

    public bool PhoneNumberConfirmed { get; set; }

    public bool TwoFactorEnabled { get; set; }

    public bool IsLockoutEnabled { get; set; }

    public int AccessFailedCount { get; set; }

    /// <summary>One role a line.</summary>
    public required string RoleNames { get; set; }

    public static AccountRow From(Account account) =>
        new()
        {
            UserId = account.UserId,
            UserName = account.UserName,
            UserNameFolded = Fold(account.UserName),
            Email = account.Email,
            EmailConfirmed = account.EmailConfirmed,
            PasswordHash = account.PasswordHash,
            SecurityStamp = account.SecurityStamp,
            IsEnabled = account.IsEnabled,
            PhoneNumber = account.PhoneNumber,
            PhoneNumberConfirmed = account.PhoneNumberConfirmed,
            TwoFactorEnabled = account.TwoFactorEnabled,
            IsLockoutEnabled = account.IsLockoutEnabled,
            AccessFailedCount = account.AccessFailedCount,
            RoleNames = string.Join('\n', account.RoleNames),
        };

    public Account ToAccount() =>
        new()
        {
            UserId = UserId,
            UserName = UserName,
            Email = Email,
            EmailConfirmed = EmailConfirmed,
            PasswordHash = PasswordHash,
            SecurityStamp = SecurityStamp,
            IsEnabled = IsEnabled,
            PhoneNumber = PhoneNumber,
            PhoneNumberConfirmed = PhoneNumberConfirmed,
            TwoFactorEnabled = TwoFactorEnabled,
            IsLockoutEnabled = IsLockoutEnabled,
            AccessFailedCount = AccessFailedCount,
            RoleNames = [.. RoleNames.Split('\n', StringSplitOptions.RemoveEmptyEntries)],
        };

    public static string Fold(string userName) => userName.Normalize(System.Text.NormalizationForm.FormKC).ToUpperInvariant();
}

/// <summary>The table of accounts.</summary>
public sealed class AccountsModel : IModelContribution
{
    /// <inheritdoc/>
    public void Configure(ModelBuilder model) =>
        model.Entity<AccountRow>(account =>
        {
            account.ToTable("accounts").HasKey(row => new { row.TenantId, row.UserId });
            account.HasIndex(row => new { row.TenantId, row.UserNameFolded }).IsUnique();
        });
}
