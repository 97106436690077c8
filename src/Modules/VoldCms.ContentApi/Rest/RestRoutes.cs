using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VoldCms.ContentApi.Http;

namespace VoldCms.ContentApi.Rest;

/// <summary>The addresses of what is asked without GraphQL: items as JSON, named queries, and the document that describes them.</summary>
internal static class RestRoutes
{
    private const string Content = "/api/content";

    /// <param name="api">Below a tenant.</param>
    public static void MapRest(this IEndpointRouteBuilder api)
    {
        // What can be got can be asked for by HEAD; the server keeps the body to itself.
        string[] read = [HttpMethods.Get, HttpMethods.Head];

        // What looks into memory first counts its requests itself.
        api.MapMethods("/api/openapi.json", read, static (HttpContext context, OpenApiEndpoint document) => document.GetAsync(context));

        var reads = api.MapGroup("").AddEndpointFilter<RestReadBounds>().AddEndpointFilter<RestAccessFilter>();
        reads.MapMethods(Content, read, static (HttpContext context, ContentListEndpoint list) => list.GetAsync(context));
        reads.MapMethods(
            $"{Content}/{{id}}",
            read,
            static (HttpContext context, ContentEndpoint content, string id) => content.GetAsync(context, id)
        );
        reads.MapMethods(
            "/api/queries/{name}",
            [.. read, HttpMethods.Post],
            static (HttpContext context, NamedQueryEndpoint queries, string name) => queries.AnswerAsync(context, name)
        );

        var writes = api.MapGroup("").AddEndpointFilter<RestWriteBounds>().AddEndpointFilter<RestAccessFilter>();
        writes.MapPost(Content, static (HttpContext context, ContentEndpoint content) => content.PostAsync(context));
        writes.MapDelete(
            $"{Content}/{{id}}",
            static (HttpContext context, ContentEndpoint content, string id) => content.DeleteAsync(context, id)
        );
    }
}
