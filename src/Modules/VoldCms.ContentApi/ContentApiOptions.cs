using System.ComponentModel.DataAnnotations;

namespace VoldCms.ContentApi;

/// <summary>
/// What one request may ask of the content API, and how much memory its answers may take. Configuration section <c>ContentApi</c>.
/// </summary>
public sealed class ContentApiOptions
{
    /// <summary>Items of a list that does not say how many (<c>first</c> absent).</summary>
    /// <value>100 unless configured.</value>
    [Range(1, 1000)]
    public int DefaultNumberOfResults { get; set; } = 100;

    /// <summary>The largest <c>first</c> or <c>last</c>; a larger one is refused.</summary>
    /// <value>1000 unless configured.</value>
    [Range(1, 10_000)]
    public int MaxNumberOfResults { get; set; } = 1000;

    /// <summary>Items that one level of a query may bring for all its parents together; more is refused.</summary>
    /// <value>5000 unless configured.</value>
    [Range(100, 100_000)]
    public int MaxItemsPerLevel { get; set; } = 5000;

    /// <summary>
    /// The cost of a query: its fields, each as often as the page sizes above it say, and the items that its lists read. A list of 1000
    /// costs from 11,050.
    /// </summary>
    /// <value>500,000 unless configured.</value>
    [Range(1000, int.MaxValue)]
    public int MaxCost { get; set; } = 500_000;

    /// <summary>Comparisons in one <c>where</c>.</summary>
    /// <value>100 unless configured.</value>
    [Range(1, 500)]
    public int MaxComparisons { get; set; } = 100;

    /// <summary>Bytes of a request's body or query string; more is 413.</summary>
    /// <value>262,144 unless configured.</value>
    [Range(1024, 1024 * 1024)]
    public int MaxRequestBytes { get; set; } = 256 * 1024;

    /// <summary>How long an <c>Idempotency-Key</c> is remembered, in hours.</summary>
    /// <value>24 unless configured.</value>
    [Range(1, 24 * 7)]
    public int IdempotencyHours { get; set; } = 24;

    /// <summary>How many keys of one principal are remembered; the oldest are forgotten first.</summary>
    /// <value>1000 unless configured.</value>
    [Range(10, 100_000)]
    public int MaxIdempotencyKeys { get; set; } = 1000;

    /// <summary>
    /// Requests that visitors from one address (of version 6: one network of 64 bits) may send in a minute; 0 for as many as they like.
    /// </summary>
    /// <value>1200 unless configured.</value>
    [Range(0, 1_000_000)]
    public int RequestsPerMinute { get; set; } = 1200;

    /// <summary>Requests that one key or user may send in a minute; 0 for as many as it likes.</summary>
    /// <value>6000 unless configured.</value>
    [Range(0, 1_000_000)]
    public int KeyRequestsPerMinute { get; set; } = 6000;

    /// <summary>Bytes of an answer, uncompressed.</summary>
    /// <value>16 MiB unless configured.</value>
    [Range(1024, 256 * 1024 * 1024)]
    public int MaxResponseBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>Bytes of stored documents that one answer may be read from: in memory they take some ten times as much.</summary>
    /// <value>16 MiB unless configured.</value>
    [Range(1024, 256 * 1024 * 1024)]
    public int MaxReadBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>How long one answer may take to be made, in seconds, once it is its turn.</summary>
    /// <value>10 unless configured.</value>
    [Range(1, 600)]
    public int MaxSeconds { get; set; } = 10;

    /// <summary>
    /// Megabytes that answers may take together while they are made and sent: three fifths for dear ones, one for the others, one for
    /// large ones that are being sent.
    /// </summary>
    /// <value>1000 unless configured.</value>
    [Range(100, 1_000_000)]
    public int ExecutionMegabytes { get; set; } = 1000;

    /// <summary>Whether only the documents below are run; others are refused, introspection too.</summary>
    public bool OnlyTrustedDocuments { get; set; }

    /// <summary>A file with a JSON object of documents by their SHA-256, hexadecimal; null for none.</summary>
    public string? TrustedDocumentsFile { get; set; }

    /// <summary>SHA-256 of documents that clients send whole.</summary>
    public string[] TrustedDocumentHashes { get; set; } = [];

    /// <summary>Bytes of whole answers that are kept for all tenants together; 0 keeps none.</summary>
    /// <value>64 MiB unless configured.</value>
    [Range(0, int.MaxValue)]
    public int AnswerCacheBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>
    /// Bytes of the documents whose prepared form is kept for each tenant; in memory they take some twenty times as much.
    /// </summary>
    /// <value>1 MiB unless configured.</value>
    [Range(0, int.MaxValue)]
    public int PreparedDocumentBytes { get; set; } = 1024 * 1024;
}
