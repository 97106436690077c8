using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.AspNetCore.Http;
using VoldCms.ContentApi.Http;
using VoldCms.ContentApi.Schemas;
using VoldCms.ContentManagement.Computing;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Tenancy;

namespace VoldCms.ContentApi.Rest;

/// <summary>GET <c>/api/openapi.json</c>, for whoever may use the API. Made once for a schema. Scoped.</summary>
internal sealed class OpenApiEndpoint(TenantSchemas schemas, ComputationCatalog computations, ITenantStore tenants, TenantContext tenant, RestAccess access, CurrentPrincipal principal)
{
    public const string Path = "/api/openapi.json";

    private static readonly ConditionalWeakTable<ApiSchema, Answer> s_answers = [];

    public async Task GetAsync(HttpContext context)
    {
        if (await access.FindRefusalAsync(context.RequestAborted) is { } refusal)
        {
            await refusal.ExecuteAsync(context);
            return;
        }

        var versions = await tenants.ReadVersionsAsync(tenant.Id, context.RequestAborted);
        var schema = await schemas.GetAsync(tenant.Id, versions.ConfigurationVersion, context.RequestAborted);
        var answer = s_answers.GetValue(schema, made =>
            new(StatusCodes.Status200OK, Encoding.UTF8.GetBytes(OpenApiDocument.Build(made, computations).ToJsonString(ContentEndpoint.Json))));
        await AnswerWriter.WriteAsync(context, answer, "application/json; charset=utf-8", principal.Value.Kind == PrincipalKind.Anonymous);
    }
}
