using System.Collections.Frozen;
using VoldCms.ContentManagement.Caching;
using VoldCms.ContentManagement.Settings;
using VoldCms.GraphQL;
using VoldCms.GraphQL.Execution;
using VoldCms.GraphQL.Types;

namespace VoldCms.ContentApi.Schema;

/// <summary>
/// A tenant's schema at one version of its configuration, with the documents prepared for it. Immutable but for that cache; thread-safe.
/// </summary>
internal sealed class ApiSchema
{
    private readonly FrozenDictionary<string, ItemShape> _shapes;

    /// <param name="configuration">What it is made of.</param>
    /// <param name="options">How much may be asked of it.</param>
    /// <param name="schema">Its types.</param>
    /// <param name="shapes">The content types that it shows.</param>
    public ApiSchema(TenantConfiguration configuration, ContentApiOptions options, GraphQLSchema schema, IEnumerable<ItemShape> shapes)
    {
        Configuration = configuration;
        Options = options;
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
