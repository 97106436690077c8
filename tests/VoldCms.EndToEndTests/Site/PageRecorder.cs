using System.Collections.Concurrent;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace VoldCms.EndToEndTests.Site;

/// <summary>Remembers which Razor Page has answered at which path.</summary>
internal sealed class PageRecorder : IResourceFilter
{
    private readonly ConcurrentDictionary<string, string> _pages = new();

    /// <summary>The page's place in its module, such as <c>/Areas/Plans/Pages/Plan.cshtml</c>; null when none has answered there.</summary>
    public string? Find(string path) => _pages.GetValueOrDefault(path);

    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        if (context.ActionDescriptor is PageActionDescriptor page)
        {
            var request = context.HttpContext.Request;
            _pages[request.PathBase + request.Path] = page.RelativePath;
        }
    }

    public void OnResourceExecuted(ResourceExecutedContext context) { }
}
