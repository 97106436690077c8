using Microsoft.AspNetCore.Http;
using VoldCms.ContentApi.Building;
using VoldCms.ContentApi.Http;
using VoldCms.ContentManagement.Computing;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Tenancy;

namespace VoldCms.ContentApi.Rest;

/// <summary>GET <c>/api/openapi.json</c>, for whoever may use the API. Made once for a schema. Scoped.</summary>
internal sealed class OpenApiEndpoint(
    TenantSchemas schemas,
    OpenApiAnswers answers,
    ITenantStore tenants,
    TenantContext tenant,
    RestAccess access,
    CurrentPrincipal principal,
    RequestRate rate,
    ExecutionGate gate
)
{
    public async Task GetAsync(HttpContext context)
    {
        if (await access.FindRefusalAsync(context.RequestAborted) is { } refusal)
        {
            rate.Count(context);
            await refusal.ExecuteAsync(context);
            return;
        }

        var versions = await tenants.ReadVersionsAsync(tenant.Id, context.RequestAborted);
        var schema = await schemas.GetAsync(tenant.Id, versions.ConfigurationVersion, context.RequestAborted);
        var answer = await answers.OfSchemas.GetAsync(context, schema, rate, gate);
        await AnswerWriter.WriteJsonAsync(context, answer, principal.Value);
    }
}

/// <summary>The documents that have been made. Singleton.</summary>
internal sealed class OpenApiAnswers(ComputationCatalog computations)
{
    public SchemaAnswers OfSchemas { get; } = new((schema, output) => JsonBody.Write(OpenApiDocument.Build(schema, computations), output));
}
