using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using VoldCms.ContentManagement.Caching;
using VoldCms.ContentManagement.Tenancy;

namespace VoldCms.ContentApi.GraphQL;

/// <summary>
/// Automatic persisted queries: a document that has run once may be named by its SHA-256 the next time. Bounded; what has fallen out is
/// sent again by the client. Singleton, thread-safe.
/// </summary>
internal sealed class PersistedQueries
{
    private const int Capacity = 8 * 1024 * 1024;

    private readonly BoundedCache<(TenantId Tenant, string Hash), string> _queries = new(Capacity, query => 256 + (2L * query.Length));

    public bool TryGet(TenantId tenant, string hash, [MaybeNullWhen(false)] out string query) => _queries.TryGet((tenant, hash), out query);

    public void Set(TenantId tenant, string hash, string query) => _queries.Set((tenant, hash), query);

    /// <summary>Whether the hash is the document's, so that nobody puts another document in its place.</summary>
    public static bool IsHashOf(string hash, string query) => HashOf(query) == hash;

    /// <summary>The SHA-256 of the document, hexadecimal.</summary>
    public static string HashOf(string query) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(query)));
}
