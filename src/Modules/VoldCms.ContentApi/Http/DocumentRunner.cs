using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.ObjectPool;
using VoldCms.ContentApi.Mutations;
using VoldCms.ContentApi.Resolving;
using VoldCms.ContentApi.Schemas;
using VoldCms.ContentManagement.Computing;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Storage;
using VoldCms.GraphQL.Errors;
using VoldCms.GraphQL.Execution;

namespace VoldCms.ContentApi.Http;

/// <summary>Runs a prepared document for the request's principal. Scoped.</summary>
internal sealed class DocumentRunner(
    ContentReader reader, SeenLinks links, Computations computations, CurrentPrincipal principal, MediaListing media, Lazy<ContentMutations> mutations, ILogger<DocumentRunner> logger)
{
    private static readonly ObjectPool<ArrayBufferWriter<byte>> s_outputs = ObjectPool.Create(new OutputPolicy());

    /// <returns>The answer, and whether it is all that was asked, without an error.</returns>
    /// <exception cref="StoreUnavailableException">The store is away: half an answer is no answer.</exception>
    public async ValueTask<(Answer Answer, bool IsWhole)> RunAsync(
        HttpContext context, ApiSchema schema, PreparedDocument document, GraphQLHttpRequest request, string mediaType, CancellationToken cancellationToken)
    {
        var state = new ApiRequest(schema, reader, computations, principal.Value, context.Request.PathBase.ToUriComponent(), media, mutations) { Links = links };
        var output = s_outputs.Get();
        try
        {
            var result = await schema.Engine.ExecuteAsync(
                document,
                new GraphQLRequest { OperationName = request.OperationName, Variables = request.Variables, State = state },
                output,
                cancellationToken);
            foreach (var error in result.Errors)
            {
                if (error.Exception is { } failure and not GraphQLException)
                {
                    logger.FieldFailed(failure, string.Join('/', error.Path));
                    if (IsStoreFailure(failure))
                    {
                        throw failure;
                    }
                }
            }

            var status = result.WasExecuted || mediaType == Negotiation.Json ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
            return (new Answer(status, output.WrittenSpan.ToArray()) { ValidUntil = state.ValidUntil }, result is { WasExecuted: true, Errors.IsEmpty: true });
        }
        finally
        {
            s_outputs.Return(output);
        }
    }

    private static bool IsStoreFailure(Exception failure) => failure is StoreUnavailableException or System.Data.Common.DbException or TimeoutException;

    /// <summary>What an answer is written into is used again, unless the answer was out of the ordinary.</summary>
    private sealed class OutputPolicy : PooledObjectPolicy<ArrayBufferWriter<byte>>
    {
        private const int LargestKept = 512 * 1024;

        public override ArrayBufferWriter<byte> Create() => new(4096);

        public override bool Return(ArrayBufferWriter<byte> output)
        {
            output.ResetWrittenCount();
            return output.Capacity <= LargestKept;
        }
    }
}
