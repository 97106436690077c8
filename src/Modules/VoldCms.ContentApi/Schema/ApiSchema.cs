using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using VoldCms.ContentManagement.Caching;
using VoldCms.ContentManagement.Settings;
using VoldCms.GraphQL;
using VoldCms.GraphQL.Errors;
using VoldCms.GraphQL.Execution;
using VoldCms.GraphQL.Language;
using VoldCms.GraphQL.Types;

namespace VoldCms.ContentApi.Schema;

/// <summary>
/// A tenant's schema at one version of its configuration, with the documents prepared for it. Immutable but for that cache; thread-safe.
/// </summary>
internal sealed class ApiSchema
{
    private readonly FrozenDictionary<string, ItemShape> _shapes;
    private readonly BoundedCache<string, PreparedDocument> _documents;

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
        _documents = new BoundedCache<string, PreparedDocument>(
            options.PreparedDocumentBytes,
            document => 64 + document.Node.Source.Utf8.Length
        );
    }

    /// <summary>What the schema was made of.</summary>
    public TenantConfiguration Configuration { get; }

    public ContentApiOptions Options { get; }

    public GraphQLEngine Engine { get; }

    /// <summary>The document, parsed and valid; at once when it has been asked before.</summary>
    /// <param name="query">Its text.</param>
    /// <param name="document">Prepared for this schema.</param>
    /// <param name="errors">Why it cannot be run.</param>
    public bool TryPrepare(string query, [NotNullWhen(true)] out PreparedDocument? document, out ImmutableArray<GraphQLError> errors)
    {
        errors = [];
        if (_documents.TryGet(query, out document))
        {
            return true;
        }

        if (!Engine.TryPrepare(new GraphQLSource(query), out document, out errors))
        {
            return false;
        }

        _documents.Set(query, document);
        return true;
    }

    /// <summary>The schema as a type-system document.</summary>
    public string PrintSdl() => SchemaPrinter.Print(Engine.Schema);

    /// <summary>The content type as the schema shows it; null when it does not.</summary>
    public ItemShape? FindShape(string contentType) => _shapes.GetValueOrDefault(contentType);
}
