using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace VoldCms.IntegrationTests.Web;

/// <summary>The real program with the municipalities that its first start sets up, on a database of its own.</summary>
/// <param name="prefixes">Those that must be there before a test begins.</param>
public abstract class MunicipalitiesSite(params string[] prefixes) : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly TemporaryFolder _data = new();
    private HttpClient? _client;

    /// <summary>Waits until the municipalities that the tests look at are set up.</summary>
    public async ValueTask InitializeAsync()
    {
        UseKestrel(0);
        StartServer();
        _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = ClientOptions.BaseAddress };
        await Services.WaitForTenantsAsync(prefixes);
    }

    public Task<HttpResponseMessage> GetAsync(string path) => _client!.GetAsync(path, TestContext.Current.CancellationToken);

    public async Task<IDocument> GetPageAsync(string path)
    {
        using var response = await GetAsync(path);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path}: {response.StatusCode}");
        Assert.False(response.Headers.Contains("Set-Cookie"), path);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return await new HtmlParser().ParseDocumentAsync(html, TestContext.Current.CancellationToken);
    }

    public override async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        await base.DisposeAsync();
        _data.Dispose();
        GC.SuppressFinalize(this);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("VoldCms:DataDirectory", _data.Path);
        builder.UseSetting("VoldCms:PageCache:MadePerMinute", "0");
    }
}
