using System.Security.Cryptography;
using System.Text;

namespace VoldCms.Users.SignIn;

/// <summary>Codes for the day when the phone is gone: 80 random bits each, shown once, taken once, stored as hashes.</summary>
internal static class RecoveryCodes
{
    /// <summary>How many are made at once.</summary>
    public const int Count = 10;

    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789A";
    private const int Length = 16;

    /// <summary>New codes, in groups that can be read out loud.</summary>
    public static IReadOnlyList<string> New() =>
        [
            .. Enumerable
                .Range(0, Count)
                .Select(_ => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Alphabet, 4)))),
        ];

    /// <summary>What is stored of codes, one a line.</summary>
    public static string Hash(IEnumerable<string> codes) => string.Join('\n', codes.Select(code => Hash(code) ?? ""));

    /// <summary>What is left when the code is used; null when it is none of them.</summary>
    public static string? FindRest(string hashes, string code)
    {
        var lines = hashes.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return Hash(code) is { } hash && lines.Contains(hash, StringComparer.Ordinal)
            ? string.Join('\n', lines.Where(line => line != hash))
            : null;
    }

    // Null for what has not the form of one. As it may have been copied: with other breaks, in capitals.
    private static string? Hash(string code)
    {
        var letters = string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
        return letters.Length == Length ? Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(letters))) : null;
    }
}
