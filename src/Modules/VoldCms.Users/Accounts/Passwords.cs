using Microsoft.AspNetCore.Identity;

namespace VoldCms.Users.Accounts;

/// <summary>What is wrong with a password that somebody has chosen.</summary>
internal enum PasswordProblem
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It has fewer than <see cref="Passwords.MinimumLength"/> characters.</summary>
    Short,

    /// <summary>It has more than <see cref="Passwords.MaximumLength"/> characters.</summary>
    Long,

    /// <summary>Who guesses finds it soon.</summary>
    Guessable,
}

/// <summary>Hashes and judges passwords: ASP.NET Core Identity's hasher, zxcvbn's judgement. Thread-safe.</summary>
internal static class Passwords
{
    /// <summary>The shortest password that is taken.</summary>
    public const int MinimumLength = 12;

    /// <summary>The longest; hashing and judging cost time.</summary>
    public const int MaximumLength = 256;

    // 3 of 4: beyond ten thousand million guesses.
    private const int LeastScore = 3;
    private const int MostJudged = 72;

    private static readonly PasswordHasher<Account> s_hasher = new();
    private static readonly Account s_nobody = new() { AccountId = "", UserName = "" };
    private static readonly string s_nobodysHash = s_hasher.HashPassword(s_nobody, Guid.NewGuid().ToString());

    /// <summary>In Identity's current format.</summary>
    public static string Hash(string password) => s_hasher.HashPassword(s_nobody, password);

    /// <summary>
    /// Whether the password is the account's; false for an account without one, and for nobody, which takes as long as a wrong password
    /// does.
    /// </summary>
    /// <param name="account">Null where there is no such account.</param>
    /// <param name="password">As it was typed.</param>
    /// <param name="isOutdated">The hash is of an earlier format, and should be made anew.</param>
    public static bool Verify(Account? account, string password, out bool isOutdated)
    {
        var hash = account is { IsEnabled: true, PasswordHash.Length: > 0 } ? account.PasswordHash : s_nobodysHash;
        var result = s_hasher.VerifyHashedPassword(s_nobody, hash, password.Length <= MaximumLength ? password : "");
        isOutdated = result == PasswordVerificationResult.SuccessRehashNeeded;
        return result != PasswordVerificationResult.Failed && account is { IsEnabled: true, PasswordHash.Length: > 0 };
    }

    /// <summary>What is wrong with a password.</summary>
    /// <param name="password">As it was typed.</param>
    /// <param name="known">What others know of the person: name, address.</param>
    public static PasswordProblem FindProblem(string password, params IEnumerable<string> known) =>
        password.Length < MinimumLength ? PasswordProblem.Short
        : password.Length > MaximumLength ? PasswordProblem.Long
        : Zxcvbn
            .Zxcvbn.MatchPassword(
                password[..Math.Min(password.Length, MostJudged)],
                known.SelectMany(text => text.Split('@', ' ').Append(text)).Where(text => text.Length > 0)
            )
            .Score < LeastScore
            ? PasswordProblem.Guessable
        : PasswordProblem.None;
}
