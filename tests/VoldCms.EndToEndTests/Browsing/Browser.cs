using Microsoft.Playwright;
using VoldCms.EndToEndTests.Browsing;

[assembly: AssemblyFixture(typeof(Browser))]

namespace VoldCms.EndToEndTests.Browsing;

/// <summary>
/// The machine's own Chromium, started when the first test asks for it. Where there is none, asking skips the test and says so.
/// The environment variable <c>CHROMIUM</c> names another one.
/// </summary>
public sealed class Browser : IAsyncDisposable
{
    private static readonly string[] s_names = ["chromium", "chromium-browser", "google-chrome"];
    private readonly Lazy<Task<(IPlaywright Playwright, IBrowser Browser)>> _started = new(StartAsync);

    /// <summary>Begins a visit with nothing kept from another.</summary>
    public async Task<Visit> VisitAsync(Uri site, BrowserNewContextOptions? options = null)
    {
        var (_, browser) = await _started.Value;
        return await Visit.BeginAsync(browser, site, options ?? new());
    }

    public async ValueTask DisposeAsync()
    {
        if (_started is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            var (playwright, browser) = await _started.Value;
            await browser.CloseAsync();
            playwright.Dispose();
        }
    }

    private static async Task<(IPlaywright Playwright, IBrowser Browser)> StartAsync()
    {
        var path = FindExecutable();
        Assert.SkipWhen(path is null, "The browser tests need Chromium.");
        var playwright = await Playwright.CreateAsync();
        return (playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = ["--no-sandbox"] }));
    }

    private static string? FindExecutable() =>
        Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } given
            ? given
            : (Environment.GetEnvironmentVariable("PATH") ?? "")
                .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                .SelectMany(_ => s_names, Path.Combine)
                .FirstOrDefault(File.Exists);
}
