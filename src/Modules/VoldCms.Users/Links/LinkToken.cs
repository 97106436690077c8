using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace VoldCms.Users.Links;

/// <summary>
/// The secret of a link: 256 random bits, shown once. A plain hash of it cannot be turned back, and is all that is stored.
/// </summary>
internal static class LinkToken
{
    /// <summary>The one prefix of all addresses that are secrets: logs and proxies leave out what lies below it.</summary>
    public const string Root = "/l/";

    private const int SecretBytes = 32;

    private static readonly int s_length = Base64Url.GetEncodedLength(SecretBytes);

    /// <summary>A new secret, 43 characters that are letters, digits, <c>-</c> and <c>_</c>.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>The SHA-256 of a secret; null for what has not the form of one.</summary>
    public static byte[]? Hash(string? secret) =>
        secret is not null && secret.Length == s_length && !secret.EndsWith('=') && Base64Url.IsValid(secret)
            ? SHA256.HashData(Encoding.ASCII.GetBytes(secret))
            : null;
}
