using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace VoldCms.Hosting.Compression;

/// <summary>What <c>Accept-Encoding</c> says. A client that names an encoding with <c>q=0</c> does not take it.</summary>
public static class AcceptedEncodings
{
    /// <summary>The first of these that the client names and takes; null for the bytes as they are.</summary>
    public static string? FindFirst(HttpRequest request, params ReadOnlySpan<string> encodings)
    {
        if (StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding, out var accepted))
        {
            foreach (var encoding in encodings)
            {
                if (accepted.Any(each => each.Quality is not 0 && each.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase)))
                {
                    return encoding;
                }
            }
        }

        return null;
    }
}
