using System.Text;
using Microsoft.AspNetCore.Http;
using VoldCms.ContentApi.Http;
using VoldCms.ContentManagement.Permissions;

namespace VoldCms.ContentApi.GraphQL;

/// <summary>The schema as text, for whoever may ask it. Made once for a schema. Scoped.</summary>
internal sealed class SchemaEndpoint(GraphQLAccess access, CurrentPrincipal principal, RequestRate rate, ExecutionGate gate)
{
    private static readonly SchemaAnswers s_schemas = new(static (schema, output) => Encoding.UTF8.GetBytes(schema.PrintSdl(), output));

    public async Task WriteAsync(HttpContext context)
    {
        var (_, schema) = await access.GetSchemaAsync(context.RequestAborted);
        var answer = access.FindRefusal(context, schema) ?? await s_schemas.GetAsync(context, schema, rate, gate);
        var contentType = answer.Status == StatusCodes.Status200OK ? "text/plain; charset=utf-8" : Negotiation.Json;
        await AnswerWriter.WriteAsync(context, answer, contentType, principal.Value.Kind == PrincipalKind.Anonymous);
    }
}
