using Microsoft.AspNetCore.Http;
using VoldCms.ContentManagement.Permissions;

namespace VoldCms.Hosting.Security;

/// <summary>
/// One way in which requests say who sends them: a key in a header, a cookie. A module brings it; it is asked inside a tenant, before
/// routing. Scoped.
/// </summary>
public interface IRequestAuthenticator
{
    /// <summary>
    /// Whether a browser sends the proof along by itself, whoever's page made it ask, as it does with a cookie. Below <c>/api</c> such a
    /// proof counts only beside <see cref="PrincipalMiddleware.IntentHeader"/>; below <c>/admin</c> it is the only kind that counts, and
    /// elsewhere none does.
    /// </summary>
    bool IsAmbient { get; }

    /// <summary>Finds out who asks; does not decide what they may do.</summary>
    ValueTask<Authentication> AuthenticateAsync(HttpContext context, CancellationToken cancellationToken);
}

/// <summary>What a request says about who sends it. A closed set.</summary>
public abstract record Authentication
{
    private Authentication() { }

    /// <summary>Nothing of this kind.</summary>
    public static Authentication Absent { get; } = new None();

    /// <summary>The request carries no proof of the kind.</summary>
    public sealed record None : Authentication;

    /// <summary>The proof holds.</summary>
    public sealed record Known(Principal Principal) : Authentication;

    /// <summary>There is a proof, and it does not hold: the request ends with 401.</summary>
    /// <param name="Challenge">What <c>WWW-Authenticate</c> says.</param>
    /// <param name="Message">One line for people. It does not tell apart what was wrong.</param>
    public sealed record Refused(string Challenge, string Message) : Authentication;
}
