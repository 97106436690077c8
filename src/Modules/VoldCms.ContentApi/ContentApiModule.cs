using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using VoldCms.ContentApi.Building;
using VoldCms.ContentApi.Explorer;
using VoldCms.ContentApi.GraphQL;
using VoldCms.ContentApi.Http;
using VoldCms.ContentApi.Media;
using VoldCms.ContentApi.Mutations;
using VoldCms.ContentApi.Requests;
using VoldCms.ContentApi.Rest;
using VoldCms.ContentManagement.Permissions;
using VoldCms.Data.Model;
using VoldCms.Hosting.Configuration;
using VoldCms.Hosting.Modules;

namespace VoldCms.ContentApi;

/// <summary>Content for programs: GraphQL over a schema that is made of each tenant's definitions, and items as JSON.</summary>
public sealed class ContentApiModule : IModule
{
    /// <inheritdoc/>
    public ImmutableArray<string> Features => ["OrchardCore.Apis.GraphQL", "OrchardCore.ContentFields.Indexing.SQL"];

    /// <inheritdoc/>
    public ImmutableArray<Permission> Permissions => ContentApiPermissions.All;

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSettings<ContentApiOptions>("ContentApi");
        services.AddSingleton<IModelContribution, AnsweredRequestsModel>();
        services.AddSingleton<TenantSchemas>();
        services.AddSingleton<AnswerCache>();
        services.AddSingleton<PersistedQueries>();
        services.AddSingleton<IValidateOptions<ContentApiOptions>, TrustedDocumentsCheck>();
        services.AddSingleton<TrustedDocuments>();
        services.AddSingleton<RateLimiter>();
        services.AddSingleton<RequestRate>();
        services.AddSingleton<ExecutionGate>();
        services.AddSingleton<ItemCounts>();
        services.AddScoped<MediaListing>();
        services.AddScoped<ContentMutations>();
        services.AddScoped<IdempotentRequests>();
        services.AddScoped<MutationGate>();
        services.AddScoped<DocumentRunner>();
        services.AddScoped<GraphQLEndpoint>();
        services.AddScoped<RestAccess>();
        services.AddScoped<RestItems>();
        services.AddScoped<ContentEndpoint>();
        services.AddScoped<ContentListEndpoint>();
        services.AddScoped<NamedQueryEndpoint>();
        services.AddSingleton<OpenApiAnswers>();
        services.AddScoped<OpenApiEndpoint>();
        services.AddScoped<ExplorerPage>();
    }

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        // What can be got can be asked for by HEAD; the server keeps the body to itself.
        string[] read = [HttpMethods.Get, HttpMethods.Head];
        string[] ask = [.. read, HttpMethods.Post];

        // What looks into memory first counts by itself.
        var api = endpoints.MapGroup("").AddEndpointFilter<BoundsFilter>();
        api.MapMethods(GraphQLEndpoint.Path, ask, static context => Endpoint(context).HandleAsync(context));
        api.MapMethods(GraphQLEndpoint.Path, [HttpMethods.Options], AnswerWriter.WritePreflightAsync);
        api.MapMethods($"{GraphQLEndpoint.Path}/schema.graphql", read, static context => Endpoint(context).WriteSchemaAsync(context));
        api.MapMethods(ExplorerPage.Path, read, static (HttpContext context, ExplorerPage page) => page.WriteAsync(context));
        api.MapMethods(OpenApiEndpoint.Path, read, static (HttpContext context, OpenApiEndpoint document) => document.GetAsync(context));

        var reads = api.MapGroup("").AddEndpointFilter<RestReadBounds>().AddEndpointFilter<RestAccessFilter>();
        reads.MapMethods(
            $"{ContentEndpoint.Path}/{{id}}",
            read,
            static (HttpContext context, ContentEndpoint content, string id) => content.GetAsync(context, id)
        );
        reads.MapMethods(ContentEndpoint.Path, read, static (HttpContext context, ContentListEndpoint list) => list.GetAsync(context));
        reads.MapMethods(
            $"{NamedQueryEndpoint.Path}/{{name}}",
            ask,
            static (HttpContext context, NamedQueryEndpoint queries, string name) => queries.AnswerAsync(context, name)
        );

        var writes = api.MapGroup("").AddEndpointFilter<RestWriteBounds>().AddEndpointFilter<RestAccessFilter>();
        writes.MapDelete(
            $"{ContentEndpoint.Path}/{{id}}",
            static (HttpContext context, ContentEndpoint content, string id) => content.DeleteAsync(context, id)
        );
        writes.MapPost(ContentEndpoint.Path, static (HttpContext context, ContentEndpoint content) => content.PostAsync(context));
    }

    private static GraphQLEndpoint Endpoint(HttpContext context) => context.RequestServices.GetRequiredService<GraphQLEndpoint>();
}
