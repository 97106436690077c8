using Microsoft.AspNetCore.Http;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Hosting.Errors;

namespace VoldCms.Hosting.Security;

/// <summary>
/// Says who sends a request, once its tenant is known. Below <c>/api</c> a proof that browsers send by themselves counts only when the
/// request also carries <see cref="IntentHeader"/>, which a page of another origin cannot add without being let in; pages know people
/// by such proofs alone. Whoever is not known is a visitor.
/// </summary>
public sealed class PrincipalMiddleware(RequestDelegate next)
{
    /// <summary>With any value it says that a script of ours made the request.</summary>
    public const string IntentHeader = "X-Requested-With";

    public async Task InvokeAsync(
        HttpContext context,
        TenantContext tenant,
        CurrentPrincipal principal,
        IEnumerable<IRequestAuthenticator> authenticators
    )
    {
        foreach (var authenticator in tenant.HasTenant ? authenticators.Where(each => Counts(each, context.Request)) : [])
        {
            switch (await authenticator.AuthenticateAsync(context, context.RequestAborted))
            {
                case Authentication.Known known:
                    principal.Value = known.Principal;
                    break;
                case Authentication.Refused refused:
                    context.Response.Headers.WWWAuthenticate = refused.Challenge;
                    await new ProblemResult(StatusCodes.Status401Unauthorized, "authentication.refused", refused.Message).ExecuteAsync(
                        context
                    );
                    return;
            }
        }

        await next(context);
    }

    private static bool Counts(IRequestAuthenticator authenticator, HttpRequest request)
    {
        var isApi = request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
        return authenticator.IsAmbient ? !isApi || request.Headers.ContainsKey(IntentHeader) : isApi;
    }
}
