using System.Diagnostics.CodeAnalysis;
using VoldCms.ContentApi.Http;
using VoldCms.ContentApi.Requests;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.GraphQL.Errors;

namespace VoldCms.ContentApi.GraphQL;

/// <summary>The documents that requests bring, or name by their hash. Scoped.</summary>
internal sealed class RequestedDocuments(TrustedDocuments trusted, PersistedQueries persisted, TenantContext tenant)
{
    /// <summary>Finds the document of a request.</summary>
    /// <param name="request">Brings its document, names one, or both.</param>
    /// <param name="query">The document.</param>
    /// <param name="error">Why there is none: its hash is not known (any more), or only trusted documents are run here.</param>
    /// <exception cref="RequestFaultException">The hash is another document's.</exception>
    public bool TryFind(GraphQLHttpRequest request, [NotNullWhen(true)] out string? query, [NotNullWhen(false)] out GraphQLError? error)
    {
        query = request.Query ?? FindByHash(request.QueryHash!);
        if (query is null)
        {
            error = Refusal.Error("PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound");
            return false;
        }

        if (request is { Query: not null, QueryHash: { } hash } && !PersistedQueries.IsHashOf(hash, query))
        {
            throw RequestFaultException.Malformed("The sha256Hash is not that of the query.");
        }

        error = trusted.Allows(query) ? null : Refusal.Error("TRUSTED_DOCUMENT_REQUIRED", "Only documents that are known here are run.");
        return error is null;
    }

    /// <summary>Keeps a document that holds, so that it may be named by its hash the next time.</summary>
    public void Keep(GraphQLHttpRequest request, string query)
    {
        if (request.QueryHash is { } hash)
        {
            persisted.Set(tenant.Id, hash, query);
        }
    }

    private string? FindByHash(string hash) =>
        trusted.TryGet(hash, out var document) || persisted.TryGet(tenant.Id, hash, out document) ? document : null;
}
