using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentApi.Explorer;
using VoldCms.ContentApi.Http;
using VoldCms.ContentApi.Mutations;
using VoldCms.ContentApi.Resolving;
using VoldCms.ContentApi.Rest;
using VoldCms.ContentApi.Schemas;
using VoldCms.ContentManagement.Permissions;
using VoldCms.Data.Model;
using VoldCms.Hosting.Modules;

namespace VoldCms.ContentApi;

/// <summary>Content for programs: GraphQL over a schema that is made of each tenant's definitions, and items as JSON.</summary>
public sealed class ContentApiModule : IModule
{
    public ImmutableArray<string> Features => ["OrchardCore.Apis.GraphQL", "OrchardCore.ContentFields.Indexing.SQL"];

    public ImmutableArray<Permission> Permissions => ContentApiPermissions.All;

    public void AddServices(IServiceCollection services)
    {
        services.AddOptions<ContentApiOptions>().BindConfiguration("ContentApi").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IModelContribution, AnsweredRequestsModel>();
        services.AddSingleton<TenantSchemas>();
        services.AddSingleton<AnswerCache>();
        services.AddSingleton<PersistedQueries>();
        services.AddScoped<MediaListing>();
        services.AddScoped<ContentMutations>();
        services.AddScoped<IdempotentRequests>();
        services.AddScoped<MutationGate>();
        services.AddScoped<GraphQLEndpoint>();
        services.AddScoped<ContentEndpoint>();
        services.AddScoped<ExplorerPage>();
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods(GraphQLEndpoint.Path, [HttpMethods.Get, HttpMethods.Post], static context => Endpoint(context).HandleAsync(context));
        endpoints.MapMethods(GraphQLEndpoint.Path, [HttpMethods.Options], AnswerWriter.WritePreflightAsync);
        endpoints.MapGet($"{GraphQLEndpoint.Path}/schema.graphql", static context => Endpoint(context).WriteSchemaAsync(context));
        endpoints.MapGet(ExplorerPage.Path, static (HttpContext context, ExplorerPage page) => page.WriteAsync(context));
        endpoints.MapGet($"{ContentEndpoint.Path}/{{id}}", static (HttpContext context, ContentEndpoint content, string id) => content.GetAsync(context, id));
        endpoints.MapDelete($"{ContentEndpoint.Path}/{{id}}", static (HttpContext context, ContentEndpoint content, string id) => content.DeleteAsync(context, id));
        endpoints.MapPost(ContentEndpoint.Path, static (HttpContext context, ContentEndpoint content) => content.PostAsync(context));
    }

    private static GraphQLEndpoint Endpoint(HttpContext context) => context.RequestServices.GetRequiredService<GraphQLEndpoint>();
}
