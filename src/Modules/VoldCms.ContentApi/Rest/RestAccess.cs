using Microsoft.AspNetCore.Http;
using VoldCms.ContentApi.Http;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Hosting.Errors;

namespace VoldCms.ContentApi.Rest;

/// <summary>Who may come in, and how the others are told. Scoped.</summary>
internal sealed class RestAccess(TenantConfigurations configurations, TenantContext tenant, CurrentPrincipal principal)
{
    /// <summary>Null when the principal may use the API at all.</summary>
    public async ValueTask<IResult?> FindRefusalAsync(CancellationToken cancellationToken)
    {
        var configuration = await configurations.GetAsync(tenant.Id, cancellationToken);
        return new Authorizer(configuration.Roles).Allows(principal.Value, ContentPermissions.AccessContentApi)
            ? null
            : ToResult(new Forbidden("content.api-not-allowed", $"The permission {ContentPermissions.AccessContentApi.Name} is needed."));
    }

    /// <summary>The error as a problem; what a visitor may not, somebody else may.</summary>
    public IResult ToResult(Error error) =>
        error is Forbidden && principal.Value.Kind == PrincipalKind.Anonymous ? new Refused(error, principal.Value) : error.ToProblem();

    /// <summary>401, and how to come in.</summary>
    /// <seealso href="https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1"/>
    private sealed class Refused(Error error, Principal principal) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var status = Challenge.Refuse(httpContext, principal);
            return TypedResults.Problem(error.Message, statusCode: status, type: $"urn:voldcms:{error.Code}").ExecuteAsync(httpContext);
        }
    }
}
