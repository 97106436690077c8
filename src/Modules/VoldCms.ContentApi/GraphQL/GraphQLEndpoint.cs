using System.Collections.Immutable;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using VoldCms.ContentApi.Building;
using VoldCms.ContentApi.Http;
using VoldCms.ContentApi.Requests;
using VoldCms.ContentApi.Schema;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.GraphQL.Errors;
using VoldCms.GraphQL.Execution;
using VoldCms.GraphQL.Language;
using VoldCms.Hosting.Tenancy;

namespace VoldCms.ContentApi.GraphQL;

/// <summary>
/// GraphQL over HTTP: GET and POST as the specification says, and Orchard Core's forms beside. Scoped.
/// </summary>
/// <seealso href="https://graphql.github.io/graphql-over-http/draft/"/>
internal sealed class GraphQLEndpoint(
    TenantSchemas schemas,
    AnswerCache answers,
    PersistedQueries persisted,
    TrustedDocuments trusted,
    TenantConfigurations configurations,
    TenantContext tenant,
    Site site,
    CurrentPrincipal principal,
    RequestRate rate,
    ExecutionGate gate,
    IOptions<ContentApiOptions> options
)
{
    public const string Path = "/api/graphql";

    private static readonly SchemaAnswers s_schemas = new(static (schema, output) => Encoding.UTF8.GetBytes(schema.PrintSdl(), output));

    public async Task HandleAsync(HttpContext context)
    {
        var mediaType = Negotiation.MediaType(context.Request);
        Answer answer;
        try
        {
            answer = await AnswerAsync(context, mediaType, context.RequestAborted);
        }
        catch (RequestFaultException fault)
        {
            rate.Count(context);
            answer = new(fault.Status, ErrorBody.Of(fault.Code, fault.Message));
        }

        await AnswerWriter.WriteAsync(context, answer, $"{mediaType}; charset=utf-8", principal.Value.Kind == PrincipalKind.Anonymous);
    }

    /// <summary>The schema as text, for whoever may ask it.</summary>
    public async Task WriteSchemaAsync(HttpContext context)
    {
        // The versions first, the data after: an answer is never newer than it says.
        var recent = await configurations.GetRecentAsync(tenant.Id, context.RequestAborted);
        var schema = await schemas.GetAsync(tenant.Id, recent.Configuration.Version, context.RequestAborted);
        var answer = FindRefusal(context, schema) ?? await s_schemas.GetAsync(context, schema, rate, gate);
        var contentType = answer.Status == StatusCodes.Status200OK ? "text/plain; charset=utf-8" : Negotiation.Json;
        await AnswerWriter.WriteAsync(context, answer, contentType, principal.Value.Kind == PrincipalKind.Anonymous);
    }

    private async ValueTask<Answer> AnswerAsync(HttpContext context, string mediaType, CancellationToken cancellationToken)
    {
        var recent = await configurations.GetRecentAsync(tenant.Id, cancellationToken);
        var schema = await schemas.GetAsync(tenant.Id, recent.Configuration.Version, cancellationToken);
        if (FindRefusal(context, schema) is { } refusal)
        {
            rate.Count(context);
            return refusal;
        }

        var request = await GraphQLHttpRequest.ReadAsync(context.Request, options.Value.MaxRequestBytes, cancellationToken);
        if (FindQuery(request) is not { } query)
        {
            return RequestErrors([Refusal.Error("PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound")], mediaType);
        }

        if (!trusted.Allows(query))
        {
            return RequestErrors([Refusal.Error("TRUSTED_DOCUMENT_REQUIRED", "Only documents that are known here are run.")], mediaType);
        }

        var key = KeyOf(context, recent, query, request);
        if (answers.TryGet(key, out var known) || answers.TryGet(key.OfSchema, out known))
        {
            return known;
        }

        // Only what is not in memory counts.
        rate.Count(context);
        if (!TryPrepare(schema, query, out var document, out var errors))
        {
            return RequestErrors(errors, mediaType);
        }

        if (request.QueryHash is { } hash)
        {
            persisted.Set(tenant.Id, hash, query);
        }

        if (document.IsMutation(request.OperationName))
        {
            var gate = context.RequestServices.GetRequiredService<MutationGate>();
            return await gate.AnswerAsync(
                context,
                schema,
                request with
                {
                    Query = query,
                },
                () => Runner().MutateAsync(context, schema, document, request, mediaType)
            );
        }

        var (answer, isWhole) = await Runner().QueryAsync(context, schema, document, request, key, mediaType);
        if (isWhole)
        {
            answers.Set(document.AsksSchemaAlone ? key.OfSchema : key, answer);
        }

        return answer;

        // Most requests are answered before: what runs a document is made for those that are not.
        DocumentRunner Runner() => context.RequestServices.GetRequiredService<DocumentRunner>();
    }

    /// <summary>The document of a request; null when it is named by a hash that is not known (any more).</summary>
    private string? FindQuery(GraphQLHttpRequest request)
    {
        if (request.Query is not { } query)
        {
            return
                trusted.TryGet(request.QueryHash ?? "", out var document)
                || persisted.TryGet(tenant.Id, request.QueryHash ?? "", out document)
                ? document
                : null;
        }

        return request.QueryHash is not { } hash || PersistedQueries.IsHashOf(hash, query)
            ? query
            : throw new RequestFaultException(
                StatusCodes.Status400BadRequest,
                "request.malformed",
                "The sha256Hash is not that of the query."
            );
    }

    private Answer? FindRefusal(HttpContext context, ApiSchema schema)
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

    private static bool TryPrepare(
        ApiSchema schema,
        string query,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out PreparedDocument? document,
        out ImmutableArray<GraphQLError> errors
    )
    {
        errors = [];
        if (schema.Documents.TryGet(query, out document))
        {
            return true;
        }

        if (!schema.Engine.TryPrepare(new GraphQLSource(query), out document, out errors))
        {
            return false;
        }

        schema.Documents.Set(query, document);
        return true;
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

    private static Answer RequestErrors(ImmutableArray<GraphQLError> errors, string mediaType) =>
        new(mediaType == Negotiation.Json ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest, ErrorBody.Of(errors));
}
