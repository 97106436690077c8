using System.Data.Common;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VoldCms.ContentManagement.Localization;
using VoldCms.ContentManagement.Storage;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Logging;
using VoldCms.Hosting.Tenancy;

namespace VoldCms.Hosting.Errors;

/// <summary>
/// The one edge where exceptions end. Gives every answer of 400 and above that has no body of its own one: a problem
/// (RFC 9457) for programs, the host's error page for people, in the language of the page they asked for.
/// </summary>
internal sealed class ErrorMiddleware(RequestDelegate next, IErrorPages pages, TextCatalog catalog, ILogger<ErrorMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The visitor has left; nobody reads an answer.
            return;
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            context.Response.StatusCode = StatusOf(exception);
            Tell(context, exception);
        }

        var response = context.Response;
        if (response.StatusCode >= 400 && !response.HasStarted && response.ContentType is null && response.ContentLength is null)
        {
            await WriteAsync(context);
        }
    }

    private async Task WriteAsync(HttpContext context)
    {
        var status = context.Response.StatusCode;
        var site = context.RequestServices.GetRequiredService<Site>();
        // What ends before the site is looked for has been taken apart by nobody.
        var address = site.Address ?? SiteAddress.Of(context.Request.Path);
        if (address.Area == SiteArea.Api || AsksForJson(context.Request))
        {
            await ProblemResult.Of(status).ExecuteAsync(context);
            return;
        }

        var texts = site.IsKnown ? site.Texts : catalog.For(LanguageOf(context, address), tenant: null);
        var home = site is { IsKnown: true, Tenant: not null } ? site.Href() : $"{context.Request.PathBase.ToUriComponent()}/";
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(pages.Render(status, texts, home, site.IsKnown ? site : null), context.RequestAborted);
    }

    // Before the site is known the address alone tells: /tenant/nn/... or /nn/....
    private Culture LanguageOf(HttpContext context, SiteAddress address)
    {
        var translated = catalog.TranslatedCultures.ToList();
        var named = new[] { address.First, address.Second }.FirstOrDefault(segment =>
            translated.Contains(segment, StringComparer.OrdinalIgnoreCase)
        );
        var name = named ?? LanguageNegotiation.Choose(context.Request.Headers.AcceptLanguage, translated, "nb");
        if (named is null)
        {
            context.Response.Headers.Vary = "Accept-Language";
        }

        return Cultures.Find(name) ?? Cultures.Find("nb")!;
    }

    private void Tell(HttpContext context, Exception exception)
    {
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "-";
        switch (context.Response.StatusCode)
        {
            case StatusCodes.Status503ServiceUnavailable:
                context.Response.Headers.RetryAfter = "10";
                logger.DatabaseUnavailable(context.Request.Method, route, exception.GetBaseException().Message);
                break;
            case >= 500:
                logger.RequestFailed(exception, context.Request.Method, route);
                break;
        }
    }

    private static int StatusOf(Exception exception)
    {
        if (exception is BadHttpRequestException bad)
        {
            return bad.StatusCode;
        }

        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is StoreUnavailableException or DbException or TimeoutException)
            {
                return StatusCodes.Status503ServiceUnavailable;
            }
        }

        return StatusCodes.Status500InternalServerError;
    }

    private static bool AsksForJson(HttpRequest request)
    {
        var accept = request.Headers.Accept.ToString();
        return accept.Contains("json", StringComparison.OrdinalIgnoreCase) && !accept.Contains("html", StringComparison.OrdinalIgnoreCase);
    }
}
