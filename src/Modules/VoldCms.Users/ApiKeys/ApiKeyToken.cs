using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using VoldCms.ContentManagement.Items;

namespace VoldCms.Users.ApiKeys;

/// <summary>
/// What a program shows: <c>voldcms_{key id}_{secret}</c>, 78 characters that searches for lost secrets recognise. The secret has 256
/// random bits, so a plain hash of it cannot be turned back; it is shown once and stored nowhere.
/// </summary>
public sealed class ApiKeyToken
{
    private const string Prefix = "voldcms_";
    private const int IdLength = 26;
    private const int SecretBytes = 32;

    private static readonly int s_secretLength = Base64Url.GetEncodedLength(SecretBytes);

    private readonly string _secret;

    private ApiKeyToken(string keyId, string secret)
    {
        KeyId = keyId;
        _secret = secret;
    }

    /// <summary>The public half: which key it is.</summary>
    public string KeyId { get; }

    /// <summary>A new token: an id that nobody has, and 32 random bytes as its secret.</summary>
    public static ApiKeyToken New() => new(UniqueId.New(), Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes)));

    /// <summary>Whether the text has the form of a token.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out ApiKeyToken? token)
    {
        token =
            text.Length == Prefix.Length + IdLength + 1 + s_secretLength
            && text.StartsWith(Prefix, StringComparison.Ordinal)
            && text[Prefix.Length + IdLength] == '_'
            && Ascii.IsValid(text)
                ? new(text.Substring(Prefix.Length, IdLength), text[^s_secretLength..])
                : null;
        return token is not null;
    }

    /// <summary>The SHA-256 of the secret: what is stored and compared.</summary>
    public byte[] HashSecret() => SHA256.HashData(Encoding.ASCII.GetBytes(_secret));

    /// <summary>The whole token, for the one time that it is shown.</summary>
    public string Reveal() => $"{Prefix}{KeyId}_{_secret}";

    /// <summary>Without the secret, so that no log can have it.</summary>
    public override string ToString() => $"{Prefix}{KeyId}_…";
}
