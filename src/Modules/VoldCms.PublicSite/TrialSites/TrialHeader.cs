using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.Hosting.Tenancy;

namespace VoldCms.PublicSite.TrialSites;

/// <summary>
/// Asks search engines to stay away from everything that a site on trial answers with, whatever it is: files and programs' answers
/// have no place for the page's own <c>meta</c>. The first of all middleware.
/// </summary>
internal sealed class TrialHeader : IStartupFilter
{
    /// <summary>What is asked of search engines.</summary>
    public const string StayAway = "noindex, nofollow";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.Use(InvokeAsync);
            next(app);
        };

    private static Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        // Whose site it is becomes known on the way; headers are sent after.
        context.Response.OnStarting(() =>
        {
            var site = context.RequestServices.GetRequiredService<Site>();
            if (site.IsKnown && Trial.IsOn(site))
            {
                context.Response.Headers["X-Robots-Tag"] = StayAway;
            }

            return Task.CompletedTask;
        });
        return next(context);
    }
}
