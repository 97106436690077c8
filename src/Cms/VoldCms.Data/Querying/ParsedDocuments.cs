using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using VoldCms.ContentManagement.Caching;
using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Reading;
using VoldCms.ContentManagement.Visibility;
using VoldCms.Data.Databases;

namespace VoldCms.Data.Querying;

/// <summary>
/// The documents that were read last, parsed, without what is hidden and with clean HTML, for all who may see as much. A version is known
/// by its number, and its bytes are compared with those that were parsed: nothing here is ever stale. Bounded. Singleton, thread-safe.
/// </summary>
internal sealed class ParsedDocuments(IOptions<DatabaseOptions> options)
{
    // Measured on the 949 documents of our recipes: a tree takes nine times the bytes that it was made of, and those are kept beside it.
    private const int TreeFactor = 10;

    private readonly BoundedCache<Key, Parsed> _documents = new(
        options.Value.ParsedDocumentMegabytes * 1024L * 1024,
        document => 512 + (TreeFactor * (long)document.Utf8.Length)
    );

    /// <summary>What the query's principal may see of a document. Others read it too: nobody changes it.</summary>
    /// <param name="query">Who reads.</param>
    /// <param name="version">The stored version's number.</param>
    /// <param name="contentType">The version's.</param>
    /// <param name="utf8">The document as it is stored.</param>
    public JsonObject Read(AuthorizedQuery query, long version, string contentType, ReadOnlySpan<byte> utf8)
    {
        var key = new Key(query.Configuration.Model, query.MaximumVisibility, query.SeesPeople, version);
        if (_documents.TryGet(key, out var known) && known.ContentType == contentType && utf8.SequenceEqual(known.Utf8))
        {
            return known.Document;
        }

        var document = JsonTree.Parse(utf8);
        query.MakeReadable(contentType, document);
        _documents.Set(key, new(contentType, utf8.ToArray(), document));
        return document;
    }

    /// <param name="Model">By which it was decided what is hidden: one instance for each version of a tenant's definitions.</param>
    /// <param name="Maximum">What the reader may see.</param>
    /// <param name="SeesPeople">Whether the reader is told who wrote what.</param>
    /// <param name="Version">The stored version's number.</param>
    private readonly record struct Key(ContentModel Model, VisibilityLevel Maximum, bool SeesPeople, long Version);

    private sealed record Parsed(string ContentType, byte[] Utf8, JsonObject Document);
}
