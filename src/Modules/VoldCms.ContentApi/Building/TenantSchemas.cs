using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using VoldCms.ContentApi.Schema;
using VoldCms.ContentManagement.Computing;
using VoldCms.ContentManagement.Localization;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Hosting.Localization;

namespace VoldCms.ContentApi.Building;

/// <summary>
/// Each tenant's schema, made anew when its configuration has another version; never for a request or a language. Singleton, thread-safe.
/// </summary>
internal sealed class TenantSchemas(
    TenantConfigurations configurations,
    ComputationCatalog computations,
    TextCatalog texts,
    IOptions<ContentApiOptions> options
)
{
    private readonly Texts _english = texts.For(Cultures.Find(TextCatalog.SourceCulture)!, tenant: null);
    private readonly ConcurrentDictionary<TenantId, Lazy<ApiSchema>> _schemas = new();

    /// <summary>The schema for that version of the configuration, or a newer one.</summary>
    public async ValueTask<ApiSchema> GetAsync(TenantId tenant, long configurationVersion, CancellationToken cancellationToken)
    {
        if (_schemas.TryGetValue(tenant, out var known) && known.Value.Configuration.Version >= configurationVersion)
        {
            return known.Value;
        }

        var configuration = await configurations.GetAsync(tenant, cancellationToken);
        var made = new Lazy<ApiSchema>(() => Build(configuration));
        return _schemas
            .AddOrUpdate(tenant, made, (_, other) => other.Value.Configuration.Version >= configuration.Version ? other : made)
            .Value;
    }

    private ApiSchema Build(TenantConfiguration configuration)
    {
        var (schema, shapes) = new SchemaBuilder(configuration.Model, computations, options.Value, _english).Build();
        return new(configuration, options.Value, schema, shapes);
    }
}
