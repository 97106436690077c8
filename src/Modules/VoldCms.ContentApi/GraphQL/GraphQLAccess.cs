using Microsoft.AspNetCore.Http;
using VoldCms.ContentApi.Building;
using VoldCms.ContentApi.Http;
using VoldCms.ContentApi.Schema;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Tenancy;

namespace VoldCms.ContentApi.GraphQL;

/// <summary>The tenant's schema as it is at the moment, and who may ask it. Scoped.</summary>
internal sealed class GraphQLAccess(
    TenantSchemas schemas,
    TenantConfigurations configurations,
    TenantContext tenant,
    CurrentPrincipal principal
)
{
    /// <summary>The versions first, the schema after: an answer is never newer than it says.</summary>
    public async ValueTask<(RecentConfiguration Recent, ApiSchema Schema)> GetSchemaAsync(CancellationToken cancellationToken)
    {
        var recent = await configurations.GetRecentAsync(tenant.Id, cancellationToken);
        return (recent, await schemas.GetAsync(tenant.Id, recent.Configuration.Version, cancellationToken));
    }

    /// <summary>The answer to whoever may not ask; null for the others.</summary>
    public Answer? FindRefusal(HttpContext context, ApiSchema schema)
    {
        if (new Authorizer(schema.Configuration.Roles).Allows(principal.Value, ContentApiPermissions.ExecuteGraphQL))
        {
            return null;
        }

        return new(
            Challenge.Refuse(context, principal.Value),
            ErrorBody.Of("graphql.not-allowed", $"The API needs the permission {ContentApiPermissions.ExecuteGraphQL.Name}.")
        );
    }
}
