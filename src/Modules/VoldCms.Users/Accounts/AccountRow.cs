using Microsoft.EntityFrameworkCore;
using VoldCms.Data.Model;

namespace VoldCms.Users.Accounts;

/// <summary>An account as it is stored, with its factors.</summary>
internal sealed class AccountRow : IInstallationOwned
{
    /// <summary>The longest name or address, in UTF-16 units.</summary>
    public const int MaximumLength = 255;

    public required string AccountId { get; set; }

    public required string UserName { get; set; }

    public required string UserNameFolded { get; set; }

    public string DisplayName { get; set; } = "";

    public required string Email { get; set; }

    public required string EmailFolded { get; set; }

    public bool EmailConfirmed { get; set; }

    public required string PasswordHash { get; set; }

    public required string SecurityStamp { get; set; }

    public bool IsEnabled { get; set; } = true;

    public string Culture { get; set; } = "";

    /// <summary>The secret that an app's codes are made from, encrypted; empty without an app.</summary>
    public string CodeSecret { get; set; } = "";

    /// <summary>The number of the last half minute whose code was used: each is taken once.</summary>
    public long CodeStep { get; set; }

    /// <summary>Hashes of the recovery codes that are left, one a line.</summary>
    public string RecoveryHashes { get; set; } = "";

    /// <summary>How many passkeys the person has; written with them.</summary>
    public int PasskeyCount { get; set; }

    /// <summary>Ticks, UTC.</summary>
    public long CreatedUtc { get; set; }

    public static AccountRow From(Account account, DateTimeOffset now) =>
        new()
        {
            AccountId = account.AccountId,
            UserName = account.UserName,
            UserNameFolded = Fold(account.UserName),
            DisplayName = account.DisplayName,
            Email = account.Email,
            EmailFolded = Fold(account.Email),
            EmailConfirmed = account.EmailConfirmed,
            PasswordHash = account.PasswordHash,
            SecurityStamp = account.SecurityStamp,
            IsEnabled = account.IsEnabled,
            Culture = account.Culture,
            CreatedUtc = now.UtcTicks,
        };

    public Account ToAccount() =>
        new()
        {
            AccountId = AccountId,
            UserName = UserName,
            DisplayName = DisplayName,
            Email = Email,
            EmailConfirmed = EmailConfirmed,
            PasswordHash = PasswordHash,
            SecurityStamp = SecurityStamp,
            IsEnabled = IsEnabled,
            Culture = Culture,
            HasCodes = CodeSecret.Length > 0,
            Passkeys = PasskeyCount,
            RecoveryCodes = RecoveryHashes.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length,
        };

    /// <summary>
    /// A name or address as it is compared. What is longer than any, or is no text that Unicode can compare, is nobody's: empty. Folding
    /// costs more than its length, and a stranger may send anything.
    /// </summary>
    public static string Fold(string text)
    {
        try
        {
            return text.Length > MaximumLength ? "" : text.Normalize(System.Text.NormalizationForm.FormKC).ToUpperInvariant();
        }
        catch (ArgumentException)
        {
            // Half a character, or a code point that is none.
            return "";
        }
    }
}

/// <summary>The tables of accounts and of what they are members of.</summary>
public sealed class AccountsModel : IModelContribution
{
    /// <inheritdoc/>
    public void Configure(ModelBuilder model)
    {
        model.Entity<AccountRow>(account =>
        {
            account.ToTable("accounts").HasKey(row => row.AccountId);

            // Not unique: accounts of before, of two tenants, keep their equal names and addresses.
            account.HasIndex(row => row.UserNameFolded);
            account.HasIndex(row => row.EmailFolded);
        });
        model.Entity<MembershipRow>(membership =>
        {
            membership.ToTable("memberships").HasKey(row => new { row.TenantId, row.AccountId });
            membership.HasIndex(row => row.AccountId);
        });
    }
}
