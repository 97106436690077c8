using Microsoft.AspNetCore.Http;

namespace VoldCms.Hosting.Addresses;

/// <summary>Sends readers on without losing what they asked.</summary>
public static class Redirects
{
    /// <summary>To another address, with the question of this request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="href">An address of this site, escaped, without a question.</param>
    /// <param name="permanent">301, else 302.</param>
    public static void SendOn(this HttpContext context, string href, bool permanent = false) =>
        context.Response.Redirect(context.Request.WithQuestion(href), permanent);

    /// <summary>An address with the question of this request, which goes before what leads to a place on the page.</summary>
    /// <inheritdoc cref="SendOn" path="/param[@name='href']"/>
    public static string WithQuestion(this HttpRequest request, string href)
    {
        var question = request.QueryString.ToUriComponent();
        var place = href.IndexOf('#', StringComparison.Ordinal);
        return place < 0 ? href + question : href[..place] + question + href[place..];
    }
}
