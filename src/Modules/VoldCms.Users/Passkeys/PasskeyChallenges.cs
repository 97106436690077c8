using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using VoldCms.ContentManagement.Caching;
using VoldCms.ContentManagement.Items;

namespace VoldCms.Users.Passkeys;

/// <summary>
/// What a page asks a passkey, on its way through the browser and back: readable by this installation alone, for five minutes, and taken
/// once. Singleton, thread-safe.
/// </summary>
internal sealed class PasskeyChallenges(IDataProtectionProvider protection)
{
    private const int MostRemembered = 100_000;

    private static readonly TimeSpan s_lifetime = TimeSpan.FromMinutes(5);

    private readonly ITimeLimitedDataProtector _protector = protection
        .CreateProtector("VoldCms.Users.Passkeys")
        .ToTimeLimitedDataProtector();

    private readonly Lock _lock = new();
    private readonly BoundedCache<string, bool> _taken = new(MostRemembered, _ => 1);

    /// <summary>For the form that is sent with the answer.</summary>
    public string Protect(string state) => _protector.Protect($"{UniqueId.New()}\n{state}", s_lifetime);

    /// <summary>What was asked; null for what is too old, has been answered, or was never asked here.</summary>
    public string? Take(string? given)
    {
        try
        {
            if (given is not { Length: > 0 } || _protector.Unprotect(given).Split('\n', 2) is not [var id, var state])
            {
                return null;
            }

            lock (_lock)
            {
                if (_taken.TryGet(id, out _))
                {
                    return null;
                }

                _taken.Set(id, true);
                return state;
            }
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
