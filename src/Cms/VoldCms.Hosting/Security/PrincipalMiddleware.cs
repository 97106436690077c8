using Microsoft.AspNetCore.Http;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Hosting.Errors;
using VoldCms.Hosting.Tenancy;

namespace VoldCms.Hosting.Security;

/// <summary>
/// Says who sends a request, once its tenant is known. In <see cref="SiteArea.Api"/> a proof that browsers send by themselves counts only
/// when the request also carries <see cref="IntentHeader"/>, which a page of another origin cannot add without being let in;
/// <see cref="SiteArea.Admin"/> knows people by such proofs alone. Public pages and files know nobody: they are the same for those who have
/// signed in. Whoever is not known is a visitor.
/// </summary>
public sealed class PrincipalMiddleware(RequestDelegate next)
{
    /// <summary>With any value it says that a script of ours made the request.</summary>
    public const string IntentHeader = "X-Requested-With";

    /// <summary>Sets who acts in the request, or answers 401.</summary>
    public async Task InvokeAsync(
        HttpContext context,
        TenantContext tenant,
        Site site,
        CurrentPrincipal principal,
        IEnumerable<IRequestAuthenticator> authenticators
    )
    {
        var area = site.Area;
        foreach (var authenticator in tenant.HasTenant ? authenticators.Where(each => Counts(each, area, context.Request)) : [])
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

    private static bool Counts(IRequestAuthenticator authenticator, SiteArea? area, HttpRequest request) =>
        area switch
        {
            SiteArea.Api => !authenticator.IsAmbient || request.Headers.ContainsKey(IntentHeader),
            SiteArea.Admin => authenticator.IsAmbient,
            _ => false,
        };
}
