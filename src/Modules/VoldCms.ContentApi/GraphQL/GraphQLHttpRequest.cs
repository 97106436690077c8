using System.Text.Json;

namespace VoldCms.ContentApi.GraphQL;

/// <summary>What a request asks, whichever of the contract's forms (5.1) it came in.</summary>
/// <param name="Query">The document; null only when there is a hash for it.</param>
/// <param name="OperationName">Null when not given.</param>
/// <param name="Variables">An object; undefined when not given.</param>
/// <param name="QueryHash">What a client of automatic persisted queries names the document by; null when not given.</param>
internal sealed record GraphQLHttpRequest(string? Query, string? OperationName, JsonElement Variables, string? QueryHash)
{
    /// <summary>How it came. Only some forms may change anything.</summary>
    public RequestForm Form { get; init; }

    /// <summary>The variables as they were sent; null when not given.</summary>
    public string? VariablesText => Variables.ValueKind == JsonValueKind.Undefined ? null : Variables.GetRawText();
}

/// <summary>How a request came.</summary>
internal enum RequestForm
{
    /// <summary>GET or HEAD, as every link can send it.</summary>
    Get,

    /// <summary>POST of <c>application/json</c>, which no form and no link of another page can send.</summary>
    Json,

    /// <summary>POST of something else: the bare document, or what the address says.</summary>
    Other,
}
