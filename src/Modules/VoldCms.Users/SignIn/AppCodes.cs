using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using OtpNet;

namespace VoldCms.Users.SignIn;

/// <summary>Codes of an app on the person's phone (TOTP, RFC 6238): six digits, every half minute others. Singleton, thread-safe.</summary>
internal sealed class AppCodes(IDataProtectionProvider protection, TimeProvider clock)
{
    private const int SecretBytes = 20;

    private readonly IDataProtector _protector = protection.CreateProtector("VoldCms.Users.AppCodes");

    /// <summary>A new secret, in the letters that apps take.</summary>
    public static string NewSecret() => Base32Encoding.ToString(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>What an app reads from a picture.</summary>
    /// <param name="secret">See <see cref="NewSecret"/>.</param>
    /// <param name="host">Where one signs in: it tells nothing of the subject.</param>
    /// <param name="userName">Whose.</param>
    public static string AddressOf(string secret, string host, string userName) =>
        $"otpauth://totp/{Uri.EscapeDataString(host)}:{Uri.EscapeDataString(userName)}?secret={secret}&issuer={Uri.EscapeDataString(host)}";

    /// <summary>For what is stored, and for what a form carries until the first code is right.</summary>
    public string Protect(string secret) => _protector.Protect(secret);

    /// <summary>Null for what this installation has not protected.</summary>
    public string? Unprotect(string stored)
    {
        try
        {
            return _protector.Unprotect(stored);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The half minute whose code it is, one before and one after allowed for; null for a wrong code.</summary>
    public long? FindStep(string secret, string code)
    {
        var digits = string.Concat(code.Where(char.IsAsciiDigit));
        return new Totp(Base32Encoding.ToBytes(secret)).VerifyTotp(
            clock.GetUtcNow().UtcDateTime,
            digits,
            out var step,
            new VerificationWindow(previous: 1, future: 1)
        )
            ? step
            : null;
    }
}
