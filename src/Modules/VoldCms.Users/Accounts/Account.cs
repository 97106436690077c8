namespace VoldCms.Users.Accounts;

/// <summary>
/// Somebody who may sign in to this installation. It belongs to its person; what she may do where is said by her memberships. Immutable.
/// </summary>
public sealed record Account
{
    /// <summary>Opaque, unique in the installation; what content calls <c>Owner</c> and <c>Author</c>, and the audit its doer.</summary>
    public required string AccountId { get; init; }

    /// <summary>What one signs in with, beside the address; compared ignoring case and width. Without blanks.</summary>
    public required string UserName { get; init; }

    /// <summary>What the person is called; empty where nobody has said.</summary>
    public string DisplayName { get; init; } = "";

    /// <summary>Empty where none is known.</summary>
    public string Email { get; init; } = "";

    /// <summary>Whether the person has shown that the address is theirs.</summary>
    public bool EmailConfirmed { get; init; }

    /// <summary>In the format of ASP.NET Core Identity; empty for an account without a password.</summary>
    public string PasswordHash { get; init; } = "";

    /// <summary>Changes with everything that should make devices unknown.</summary>
    public string SecurityStamp { get; init; } = "";

    /// <summary>False for somebody who may not sign in.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>The language that the person works in; empty for what her browser asks for.</summary>
    public string Culture { get; init; } = "";

    /// <summary>Whether codes of an app are asked for at sign-in.</summary>
    public bool HasCodes { get; init; }

    /// <summary>How many passkeys the person has.</summary>
    public int Passkeys { get; init; }

    /// <summary>Whether a password alone does not open the door.</summary>
    public bool HasSecondFactor => HasCodes || Passkeys > 0;

    /// <summary>How many recovery codes are left.</summary>
    public int RecoveryCodes { get; init; }

    /// <summary>What people see.</summary>
    public string Name => DisplayName.Length > 0 ? DisplayName : UserName;
}
