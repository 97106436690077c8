using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace VoldCms.Hosting.Security;

/// <summary>
/// What every answer says to the browser, also errors and files: nothing from elsewhere, nothing inline, no referrer,
/// nothing kept. An answer that may be kept has set its own <c>Cache-Control</c>, and the page that must allow itself more its own
/// <c>Content-Security-Policy</c>.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(
            static state =>
            {
                var headers = ((HttpResponse)state).Headers;
                if (!headers.ContainsKey(HeaderNames.ContentSecurityPolicy))
                {
                    headers.ContentSecurityPolicy = ContentSecurityPolicies.Ordinary;
                }

                headers.XContentTypeOptions = "nosniff";
                headers.StrictTransportSecurity = "max-age=63072000; includeSubDomains";
                headers["Referrer-Policy"] = "no-referrer";
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                headers["Cross-Origin-Resource-Policy"] = "same-origin";
                headers["Permissions-Policy"] = "geolocation=(), camera=(), microphone=(), interest-cohort=()";
                headers["X-DNS-Prefetch-Control"] = "off";
                if (!headers.ContainsKey(HeaderNames.CacheControl))
                {
                    headers.CacheControl = "no-store";
                }

                return Task.CompletedTask;
            },
            context.Response
        );
        return next(context);
    }
}
