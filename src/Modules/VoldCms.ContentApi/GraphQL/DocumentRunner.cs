using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using VoldCms.ContentApi.Http;
using VoldCms.ContentApi.Requests;
using VoldCms.ContentApi.Schema;
using VoldCms.ContentManagement.Computing;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Reading;
using VoldCms.ContentManagement.Storage;
using VoldCms.GraphQL.Errors;
using VoldCms.GraphQL.Execution;

namespace VoldCms.ContentApi.GraphQL;

/// <summary>Runs a prepared document for the request's principal. Scoped.</summary>
internal sealed class DocumentRunner(
    ContentReader reader,
    VisiblePicks links,
    Computations computations,
    CurrentPrincipal principal,
    ItemCounts counts,
    ExecutionGate gate,
    ILogger<DocumentRunner> logger
)
{
    /// <summary>
    /// Runs an operation that changes something, when it is its turn. How long it takes is the store's to bound: each change is whole or
    /// not at all.
    /// </summary>
    /// <inheritdoc cref="QueryAsync"/>
    public async ValueTask<Answer> MutateAsync(
        HttpContext context,
        ApiSchema schema,
        PreparedDocument document,
        GraphQLHttpRequest request,
        string mediaType
    )
    {
        var execution = BoundedExecution.Of(context, gate, schema.Options);
        var admitted = Request(request, State(context, schema)) with { AdmitAsync = (cost, _) => execution.BeginAsync(cost) };
        return (await RunAsync(schema, document, admitted, mediaType, context.RequestAborted)).Answer;
    }

    /// <summary>Runs an operation that reads, when it is its turn and as long as it may take.</summary>
    /// <param name="context">The request.</param>
    /// <param name="schema">The tenant's.</param>
    /// <param name="document">Prepared for it.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="key">Of the answer.</param>
    /// <param name="mediaType">Of the answer.</param>
    /// <returns>The answer, and whether it is all that was asked, without an error.</returns>
    /// <exception cref="StoreUnavailableException">The store is away: half an answer is no answer.</exception>
    /// <exception cref="BoundExceededException">Too much is being done already.</exception>
    public async ValueTask<(Answer Answer, bool IsWhole)> QueryAsync(
        HttpContext context,
        ApiSchema schema,
        PreparedDocument document,
        GraphQLHttpRequest request,
        AnswerKey key,
        string mediaType
    )
    {
        var state = State(context, schema);
        var execution = BoundedExecution.Of(context, gate, schema.Options);
        var admitted = Request(request, state) with
        {
            CountAsync = (types, stop) => counts.CountAsync(key, state, types, stop),
            AdmitAsync = (cost, _) => execution.BeginAsync(cost),
        };
        try
        {
            return await RunAsync(schema, document, admitted, mediaType, execution.Token);
        }
        catch (OperationCanceledException) when (execution.IsOver)
        {
            var error = new GraphQLError(execution.Message) { Rule = "MaxSeconds" };
            return (new Answer(StatusCodes.Status200OK, ErrorBody.Of([error], wasExecuted: true)), false);
        }
    }

    private ApiRequest State(HttpContext context, ApiSchema schema) =>
        new(schema, reader, computations, principal.Value, context.Request.PathBase.ToUriComponent(), context.RequestServices)
        {
            Links = links,
        };

    private static GraphQLRequest Request(GraphQLHttpRequest request, ApiRequest state) =>
        new()
        {
            OperationName = request.OperationName,
            Variables = request.Variables,
            State = state,
        };

    private async ValueTask<(Answer Answer, bool IsWhole)> RunAsync(
        ApiSchema schema,
        PreparedDocument document,
        GraphQLRequest request,
        string mediaType,
        CancellationToken cancellationToken
    )
    {
        using var output = new ResponseBuffer(schema.Options.MaxResponseBytes);
        var result = await schema.Engine.ExecuteAsync(document, request, output, cancellationToken);
        foreach (var error in result.Errors)
        {
            if (error.Exception is { } failure and not (GraphQLException or ResponseTooLargeException))
            {
                logger.FieldFailed(failure, string.Join('/', error.Path));
                if (IsStoreFailure(failure))
                {
                    throw failure;
                }
            }
        }

        var answer = new Answer(Negotiation.StatusOf(mediaType, result.WasExecuted), output.ToArray())
        {
            ValidUntil = (request.State as ApiRequest)?.ValidUntil,
        };
        return (answer, result is { WasExecuted: true, Errors.IsEmpty: true });
    }

    private static bool IsStoreFailure(Exception failure) =>
        failure is StoreUnavailableException or System.Data.Common.DbException or TimeoutException;
}
