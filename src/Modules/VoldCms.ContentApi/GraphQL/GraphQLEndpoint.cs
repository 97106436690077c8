using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using VoldCms.ContentApi.Http;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.GraphQL.Errors;
using VoldCms.Hosting.Tenancy;

namespace VoldCms.ContentApi.GraphQL;

/// <summary>
/// GraphQL over HTTP: GET and POST as the specification says, and Orchard Core's forms beside. What is in memory is answered from there.
/// Scoped.
/// </summary>
/// <seealso href="https://graphql.github.io/graphql-over-http/draft/"/>
internal sealed class GraphQLEndpoint(
    GraphQLAccess access,
    RequestedDocuments documents,
    AnswerCache answers,
    TenantContext tenant,
    Site site,
    CurrentPrincipal principal,
    RequestRate rate,
    IOptions<ContentApiOptions> options
)
{
    public async Task HandleAsync(HttpContext context)
    {
        var mediaType = Negotiation.MediaType(context.Request);
        Answer answer;
        try
        {
            answer = await AnswerAsync(context, mediaType);
        }
        catch (RequestFaultException fault)
        {
            rate.Count(context);
            answer = new(fault.Status, ErrorBody.Of(fault.Code, fault.Message));
        }

        await AnswerWriter.WriteAsync(context, answer, $"{mediaType}; charset=utf-8", principal.Value.Kind == PrincipalKind.Anonymous);
    }

    private async ValueTask<Answer> AnswerAsync(HttpContext context, string mediaType)
    {
        var (recent, schema) = await access.GetSchemaAsync(context.RequestAborted);
        if (access.FindRefusal(context, schema) is { } refusal)
        {
            rate.Count(context);
            return refusal;
        }

        var request = await RequestReader.ReadAsync(context.Request, options.Value.MaxRequestBytes, context.RequestAborted);
        if (!documents.TryFind(request, out var query, out var error))
        {
            return Failed([error], mediaType);
        }

        var key = KeyOf(context, recent, query, request);
        if (answers.TryGet(key, out var known) || answers.TryGet(key.OfSchema, out known))
        {
            return known;
        }

        // Only what is not in memory counts.
        rate.Count(context);
        if (!schema.TryPrepare(query, out var document, out var errors))
        {
            return Failed(errors, mediaType);
        }

        documents.Keep(request, query);

        // Most requests are answered before: what runs a document is made for those that are not.
        var runner = context.RequestServices.GetRequiredService<DocumentRunner>();
        if (document.IsMutation(request.OperationName))
        {
            var gate = context.RequestServices.GetRequiredService<MutationGate>();
            await using var turn = await gate.EnterAsync(context, schema, request with { Query = query });
            return turn.Answer ?? await turn.KeepAsync(await runner.MutateAsync(context, schema, document, request, mediaType));
        }

        var (answer, isWhole) = await runner.QueryAsync(context, schema, document, request, key, mediaType);
        if (isWhole)
        {
            answers.Set(document.AsksSchemaAlone ? key.OfSchema : key, answer);
        }

        return answer;
    }

    private AnswerKey KeyOf(HttpContext context, RecentConfiguration recent, string query, GraphQLHttpRequest request) =>
        new(
            tenant.Id,
            recent.VersionFor(principal.Value),
            recent.Configuration.Version,
            context.Request.PathBase.Value ?? "",
            site.Culture.Name,
            principal.Value.Kind,
            AnswerKey.WhoIs(principal.Value),
            query,
            request.OperationName,
            request.VariablesText
        );

    private static Answer Failed(ImmutableArray<GraphQLError> errors, string mediaType) =>
        new(Negotiation.StatusOf(mediaType, wasExecuted: false), ErrorBody.Of(errors));
}
