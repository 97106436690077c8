using System.Collections.Frozen;
using VoldCms.ContentApi.Building;
using VoldCms.ContentManagement.Caching;
using VoldCms.ContentManagement.Computing;
using VoldCms.ContentManagement.Settings;
using VoldCms.GraphQL;
using VoldCms.GraphQL.Execution;
using VoldCms.GraphQL.Types;
using VoldCms.Hosting.Localization;

namespace VoldCms.ContentApi.Schema;

/// <summary>A tenant's schema at one version of its configuration, with the documents prepared for it. Immutable but for that cache; thread-safe.</summary>
internal sealed class ApiSchema
{
    private readonly FrozenDictionary<string, ItemShape> _shapes;

    public ApiSchema(TenantConfiguration configuration, ComputationCatalog computations, ContentApiOptions options, Texts english)
    {
        Configuration = configuration;
        Options = options;
        var (schema, shapes) = new SchemaBuilder(configuration.Model, computations, options, english).Build();
        _shapes = shapes.ToFrozenDictionary(shape => shape.Type.Name, StringComparer.OrdinalIgnoreCase);
        Engine = new GraphQLEngine(
            schema,
            GraphQLLimits.Default with
            {
                MaxCost = options.MaxCost,
                MaxResponseBytes = options.MaxResponseBytes,
            }
        );
        Documents = new BoundedCache<string, PreparedDocument>(
            options.PreparedDocumentBytes,
            document => 64 + document.Node.Source.Utf8.Length
        );
    }

    /// <summary>What the schema was made of.</summary>
    public TenantConfiguration Configuration { get; }

    public ContentApiOptions Options { get; }

    public GraphQLEngine Engine { get; }

    /// <summary>By their text.</summary>
    public BoundedCache<string, PreparedDocument> Documents { get; }

    /// <summary>The schema as a type-system document.</summary>
    public string PrintSdl() => SchemaPrinter.Print(Engine.Schema);

    /// <summary>The content type as the schema shows it; null when it does not.</summary>
    public ItemShape? FindShape(string contentType) => _shapes.GetValueOrDefault(contentType);
}
