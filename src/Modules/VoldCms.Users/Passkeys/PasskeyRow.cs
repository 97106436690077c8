using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using VoldCms.Data.Model;

namespace VoldCms.Users.Passkeys;

/// <summary>A person's passkey as it is stored: nothing in it is a secret.</summary>
internal sealed class PasskeyRow : IInstallationOwned
{
    /// <summary>The credential's id, in base64url.</summary>
    public required string PasskeyId { get; set; }

    public required string AccountId { get; set; }

    /// <summary>What its person calls it.</summary>
    public required string Name { get; set; }

    public required byte[] PublicKey { get; set; }

    /// <summary>How often it has signed, where it counts: one that goes back is a copy.</summary>
    public long SignCount { get; set; }

    /// <summary>How a browser reaches it, parted by commas.</summary>
    public required string Transports { get; set; }

    public bool IsBackupEligible { get; set; }

    public bool IsBackedUp { get; set; }

    /// <summary>Ticks, UTC.</summary>
    public long CreatedUtc { get; set; }

    public long UsedUtc { get; set; }

    public static string IdOf(byte[] credentialId) => Base64Url.EncodeToString(credentialId);

    public static PasskeyRow From(UserPasskeyInfo passkey, string accountId, string name, DateTimeOffset now) =>
        new()
        {
            PasskeyId = IdOf(passkey.CredentialId),
            AccountId = accountId,
            Name = name,
            PublicKey = passkey.PublicKey,
            SignCount = passkey.SignCount,
            Transports = string.Join(',', passkey.Transports ?? []),
            IsBackupEligible = passkey.IsBackupEligible,
            IsBackedUp = passkey.IsBackedUp,
            CreatedUtc = now.UtcTicks,
            UsedUtc = now.UtcTicks,
        };

    /// <summary>As Identity takes it. What it said when it was made is not kept: nobody asks for it.</summary>
    public UserPasskeyInfo ToIdentity() =>
        new(
            Base64Url.DecodeFromChars(PasskeyId),
            PublicKey,
            new(CreatedUtc, TimeSpan.Zero),
            checked((uint)SignCount),
            Transports.Split(',', StringSplitOptions.RemoveEmptyEntries),
            isUserVerified: true,
            IsBackupEligible,
            IsBackedUp,
            attestationObject: [],
            clientDataJson: []
        );
}

/// <summary>The table of passkeys.</summary>
public sealed class PasskeysModel : IModelContribution
{
    /// <inheritdoc/>
    public void Configure(ModelBuilder model) =>
        model.Entity<PasskeyRow>(passkey =>
        {
            passkey.ToTable("passkeys").HasKey(row => row.PasskeyId);
            passkey.HasIndex(row => row.AccountId);
        });
}
