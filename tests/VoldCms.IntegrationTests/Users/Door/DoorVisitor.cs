using System.Net;
using AngleSharp.Html.Parser;

namespace VoldCms.IntegrationTests.Users.Door;

/// <summary>A browser at the door, without script: it keeps cookies, sends forms as they stand, and follows nothing by itself.</summary>
internal sealed class DoorVisitor : IDisposable
{
    private const string TokenName = "__RequestVerificationToken";

    private readonly HttpClient _http;

    public DoorVisitor(Uri address) =>
        _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = address };

    public CookieContainer Cookies { get; } = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The secret of the session; null where there is none.</summary>
    public string? Session => Cookies.GetCookies(_http.BaseAddress!)["voldcms"]?.Value;

    /// <summary>Comes with a secret that somebody else had.</summary>
    public void Take(string session) => Cookies.Add(new Cookie("voldcms", session, "/", _http.BaseAddress!.Host));

    public async Task<DoorAnswer> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await SendAsync(request, headers);
    }

    /// <summary>Opens a page and sends its form, with its token.</summary>
    public async Task<DoorAnswer> PressAsync(string page, string? handler, params (string Name, string Value)[] fields)
    {
        var token = (await GetAsync(page)).Token;
        return await PostAsync(page, handler, [(TokenName, token), .. fields]);
    }

    public async Task<DoorAnswer> PostAsync(
        string page,
        string? handler,
        IEnumerable<(string Name, string Value)> fields,
        params (string Name, string Value)[] headers
    )
    {
        var address = handler is null ? page : $"{page}{(page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}handler={handler}";
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        return await SendAsync(request, headers);
    }

    public Task<DoorAnswer> SignInAsync(string name, string password, string page = "/admin/sign-in") =>
        PressAsync(page, null, ("name", name), ("password", password));

    public void Dispose() => _http.Dispose();

    private async Task<DoorAnswer> SendAsync(HttpRequestMessage request, (string Name, string Value)[] headers)
    {
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await _http.SendAsync(request, Stop);
        return new(
            response.StatusCode,
            response.Headers.Location?.ToString(),
            await response.Content.ReadAsStringAsync(Stop),
            response.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase)
        );
    }
}

/// <summary>What the door answers.</summary>
internal sealed record DoorAnswer(HttpStatusCode Status, string? Location, string Html, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>What its forms have to send along.</summary>
    public string Token => Attribute("input[name=__RequestVerificationToken]", "value");

    /// <summary>The words of the page, without markup.</summary>
    public string Words => new HtmlParser().ParseDocument(Html).Body?.TextContent ?? "";

    public string Attribute(string selector, string name) =>
        new HtmlParser().ParseDocument(Html).QuerySelector(selector)?.GetAttribute(name) ?? "";

    public IReadOnlyList<string> Texts(string selector) =>
        [.. new HtmlParser().ParseDocument(Html).QuerySelectorAll(selector).Select(element => element.TextContent.Trim())];
}
