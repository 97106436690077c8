using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VoldCms.ContentApi.Explorer;
using VoldCms.ContentApi.Http;

namespace VoldCms.ContentApi.GraphQL;

/// <summary>The addresses of GraphQL: questions, the schema as text, and the page to try them on.</summary>
internal static class GraphQLRoutes
{
    private const string Path = "/api/graphql";

    /// <param name="api">Below a tenant.</param>
    public static void MapGraphQL(this IEndpointRouteBuilder api)
    {
        // What can be got can be asked for by HEAD; the server keeps the body to itself.
        string[] read = [HttpMethods.Get, HttpMethods.Head];

        // What looks into memory first counts its requests itself.
        api.MapMethods(
            Path,
            [.. read, HttpMethods.Post],
            static (HttpContext context, GraphQLEndpoint endpoint) => endpoint.HandleAsync(context)
        );
        api.MapMethods(Path, [HttpMethods.Options], AnswerWriter.WritePreflightAsync);
        api.MapMethods($"{Path}/schema.graphql", read, static (HttpContext context, SchemaEndpoint schema) => schema.WriteAsync(context));
        api.MapMethods(
            $"{Path}/explorer",
            read,
            static (HttpContext context, ExplorerPage page) => page.WriteAsync(context, endpoint: Path)
        );
    }
}
