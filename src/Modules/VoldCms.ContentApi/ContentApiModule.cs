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
        services.AddScoped<GraphQLAccess>();
        services.AddScoped<RequestedDocuments>();
        services.AddScoped<GraphQLEndpoint>();
        services.AddScoped<SchemaEndpoint>();
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
        var api = endpoints.MapGroup("").AddEndpointFilter<BoundsFilter>();
        api.MapGraphQL();
        api.MapRest();
    }
}
