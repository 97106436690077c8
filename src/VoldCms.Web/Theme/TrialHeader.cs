using VoldCms.Hosting.Tenancy;

namespace VoldCms.Web.Theme;

/// <summary>
/// Asks search engines to stay away from everything that a site on trial answers with, whatever it is: files and programs' answers
/// have no place for the page's own <c>meta</c>.
/// </summary>
internal sealed class TrialHeader(RequestDelegate next, TenantThemes themes)
{
    /// <summary>What is asked of search engines.</summary>
    public const string StayAway = "noindex, nofollow";

    public Task InvokeAsync(HttpContext context)
    {
        // Whose site it is becomes known on the way; headers are sent after.
        context.Response.OnStarting(() =>
        {
            var site = context.RequestServices.GetRequiredService<Site>();
            if (site.IsKnown && themes.Find(site) is { IsOnTrial: true })
            {
                context.Response.Headers["X-Robots-Tag"] = StayAway;
            }

            return Task.CompletedTask;
        });
        return next(context);
    }
}
