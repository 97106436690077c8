using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace VoldCms.EndToEndTests.Browsing;

/// <summary>One visitor's browser, with everything that it asked for and complained of.</summary>
public sealed class Visit : IAsyncDisposable
{
    /// <summary>What browsers come with.</summary>
    public const int UsualTextSize = 16;

    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly ConcurrentQueue<string> _complaints = new();

    private Visit(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        context.Request += (_, request) => _requests.Enqueue(request.Url);
        page.Console += (_, message) =>
        {
            // That a page is missing is what some tests are about.
            if (
                message.Type is "error" or "warning"
                && !message.Text.Contains("the server responded with a status of 404", StringComparison.Ordinal)
            )
            {
                _complaints.Enqueue(message.Text);
            }
        };
        page.PageError += (_, error) => _complaints.Enqueue(error);
    }

    public IPage Page { get; }

    public IBrowserContext Context => _context;

    /// <summary>Addresses that the browser asked for, in order.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    /// <summary>
    /// What the browser wrote to its console as a warning or an error, and what scripts threw: refused by the policy, for example.
    /// </summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    /// <summary>Opens a page of the site and waits until it is loaded.</summary>
    public Task OpenAsync(string path) => Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Load });

    /// <summary>The size of text that the reader has chosen in the browser's settings, in pixels; style sheets start from it.</summary>
    public async Task SetTextSizeAsync(int pixels)
    {
        var session = await _context.NewCDPSessionAsync(Page);
        await session.SendAsync(
            "Page.setFontSizes",
            new()
            {
                ["fontSizes"] = new Dictionary<string, object> { ["standard"] = pixels, ["fixed"] = pixels },
            }
        );
    }

    public void ForgetRequests() => _requests.Clear();

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    internal static async Task<Visit> BeginAsync(IBrowser browser, Uri site, BrowserNewContextOptions options)
    {
        options.BaseURL = site.ToString();
        var context = await browser.NewContextAsync(options);
        return new(context, await context.NewPageAsync());
    }
}
