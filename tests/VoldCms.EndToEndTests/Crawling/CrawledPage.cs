using System.Net;
using System.Net.Http.Headers;

namespace VoldCms.EndToEndTests.Crawling;

/// <summary>One answer of the site, as it came over the wire.</summary>
/// <param name="Path">Path and query, as linked.</param>
/// <param name="LinkedFrom">The page where the link stood first.</param>
/// <param name="Status">The answer's.</param>
/// <param name="Headers">The answer's, those of the content included.</param>
/// <param name="WireBytes">The body's length as sent, compressed.</param>
/// <param name="Text">The body, unpacked; empty for what is not text.</param>
/// <param name="View">The Razor Page that made it; null for files, redirects and errors.</param>
internal sealed record CrawledPage(
    string Path,
    string LinkedFrom,
    HttpStatusCode Status,
    ILookup<string, string> Headers,
    int WireBytes,
    string Text,
    string? View
)
{
    public bool IsHtml => MediaType == "text/html";

    public string? MediaType => Headers["Content-Type"].FirstOrDefault() is { } type ? MediaTypeHeaderValue.Parse(type).MediaType : null;
}
