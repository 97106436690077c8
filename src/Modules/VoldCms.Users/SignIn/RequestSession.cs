using Microsoft.AspNetCore.Http;

namespace VoldCms.Users.SignIn;

/// <summary>The session that a request has shown, looked up once, whoever asks for it. Scoped.</summary>
internal sealed class RequestSession(DoorCookies cookies, Sessions sessions)
{
    private Task<SignedIn?>? _found;

    /// <summary>Who asks, as it was when the request came; null while nobody has shown a password.</summary>
    public Task<SignedIn?> FindAsync(HttpRequest request, CancellationToken cancellationToken) =>
        _found ??= sessions.FindAsync(cookies.ReadSession(request), cancellationToken);
}
