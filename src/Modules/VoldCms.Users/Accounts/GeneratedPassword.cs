using System.Security.Cryptography;

namespace VoldCms.Users.Accounts;

/// <summary>Makes passwords that can be read out loud: 20 characters in groups of five, 100 random bits.</summary>
public static class GeneratedPassword
{
    // Without the letters that are taken for others.
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789A";

    /// <summary>Four groups of five signs, at random.</summary>
    public static string New() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Alphabet, 5)));
}
