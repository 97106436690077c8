using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using VoldCms.ContentManagement.Items;
using VoldCms.Users.Accounts;

namespace VoldCms.Users.SignIn;

/// <summary>
/// The cookies of those who sign in, set and renewed on addresses of the door alone: the session's secret, and the mark of a device that
/// has signed in to an account before. Singleton, thread-safe.
/// </summary>
internal sealed class DoorCookies(DoorOrigin origin, IDataProtectionProvider protection)
{
    private static readonly TimeSpan s_deviceLifetime = TimeSpan.FromDays(180);

    private readonly ITimeLimitedDataProtector _devices = protection.CreateProtector("VoldCms.Users.Devices").ToTimeLimitedDataProtector();

    /// <summary>
    /// A name that browsers take from this host over https alone, for the whole host; over http, on localhost, there is no such name.
    /// </summary>
    public static string NameOf(DoorOrigin origin, string name) => origin.IsSecure ? $"__Host-{name}" : name;

    private string SessionName => NameOf(origin, "voldcms");

    private string DeviceCookieName => NameOf(origin, "voldcms-device");

    /// <summary>The session's secret; null where there is none.</summary>
    public string? ReadSession(HttpRequest request) => request.Cookies[SessionName];

    /// <summary>Gone when the browser is closed.</summary>
    public void WriteSession(HttpResponse response, string secret) => response.Cookies.Append(SessionName, secret, Options());

    /// <summary>The browser forgets the session.</summary>
    public void ClearSession(HttpResponse response) => response.Cookies.Delete(SessionName, Options());

    /// <summary>
    /// Which of the account's own devices this is; null when it has never signed in to it since its factors last changed.
    /// </summary>
    public string? FindDevice(HttpRequest request, Account account)
    {
        try
        {
            return
                request.Cookies[DeviceCookieName] is { } mark
                && _devices.Unprotect(mark).Split('\n') is [var id, var stamp, var owner]
                && owner == account.AccountId
                && stamp == account.SecurityStamp
                ? id
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The device is the account's own from now on.</summary>
    public void WriteDevice(HttpRequest request, HttpResponse response, Account account)
    {
        var id = FindDevice(request, account) ?? UniqueId.New();
        var mark = _devices.Protect(string.Join('\n', id, account.SecurityStamp, account.AccountId), s_deviceLifetime);
        var options = Options();
        options.MaxAge = s_deviceLifetime;
        response.Cookies.Append(DeviceCookieName, mark, options);
    }

    private CookieOptions Options() =>
        new()
        {
            HttpOnly = true,
            Secure = origin.IsSecure,
            SameSite = SameSiteMode.Lax,
            Path = "/",
            IsEssential = true,
        };
}
