using Microsoft.AspNetCore.Http;
using VoldCms.ContentManagement.Permissions;

namespace VoldCms.ContentApi.Http;

/// <summary>The status for somebody who may not do what is asked.</summary>
internal static class Challenge
{
    /// <summary>401 with the way to come in for a visitor, who somebody else may be; 403 for who is known.</summary>
    /// <seealso href="https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1"/>
    public static int Refuse(HttpContext context, Principal principal)
    {
        if (principal.Kind != PrincipalKind.Anonymous)
        {
            return StatusCodes.Status403Forbidden;
        }

        context.Response.Headers.WWWAuthenticate = "Bearer";
        return StatusCodes.Status401Unauthorized;
    }
}
