using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using VoldCms.Hosting.Addresses;

namespace VoldCms.Presentation.Pages;

/// <summary>
/// What a page is asked for, looked at before it is made: methods that it has no handler for are refused (the framework would run it
/// without one). Stateless.
/// </summary>
internal sealed class PageRequestFilter : IAuthorizationFilter
{
    public void OnAuthorization(AuthorizationFilterContext context)
    {
        if (context.ActionDescriptor is not CompiledPageActionDescriptor page)
        {
            return;
        }

        var http = context.HttpContext;
        if (!http.Request.IsReading() && page.HandlerMethods.All(handler => !Handles(handler, http.Request)))
        {
            var others = page
                .HandlerMethods.Select(handler => handler.HttpMethod.ToUpperInvariant())
                .Where(method => method is not ("GET" or "HEAD"));
            http.Response.RefuseMethod(string.Join(", ", others.Distinct().Prepend(RequestMethods.Reading)));
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
        }
    }

    private static bool Handles(HandlerMethodDescriptor handler, HttpRequest request) =>
        handler.HttpMethod.Equals(request.Method, StringComparison.OrdinalIgnoreCase);
}
