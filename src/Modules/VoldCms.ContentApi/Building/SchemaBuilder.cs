using System.Collections.Frozen;
using VoldCms.ContentApi.Computed;
using VoldCms.ContentApi.Filters;
using VoldCms.ContentApi.Items;
using VoldCms.ContentApi.Links;
using VoldCms.ContentApi.Lists;
using VoldCms.ContentApi.Media;
using VoldCms.ContentApi.Mutations;
using VoldCms.ContentApi.Requests;
using VoldCms.ContentApi.Schema;
using VoldCms.ContentManagement.Computing;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;
using VoldCms.GraphQL.Execution;
using VoldCms.GraphQL.Types;
using VoldCms.Hosting.Localization;

namespace VoldCms.ContentApi.Building;

/// <summary>Makes a schema of resolved definitions (contract, section 5). Used once.</summary>
internal sealed class SchemaBuilder
{
    private const string QueryType = "Query";

    // Not offered; but where the schema is written as text a type of that name would be read as a third root.
    private const string SubscriptionType = "Subscription";

    private const string ContentItemType = "ContentItem";

    // What the schema has of its own, as those say who make it. A definition of such a name gets another.
    private static readonly FrozenSet<string> s_own = new[] { QueryType, MutationFields.TypeName, SubscriptionType, ContentItemType }
        .Concat(ScalarType.BuiltIn.Concat(ApiScalars.All).Select(scalar => scalar.Name))
        .Concat(CoreTypes.TypeNames)
        .Concat(Surface.StockTypeNames)
        .Concat(QueryFields.TypeNames)
        .Concat(FieldTypes.TypeNames)
        .Concat(MediaFields.TypeNames)
        .Concat(ConnectionTypes.TypeNames)
        .Concat(CountTypes.TypeNames)
        .Concat(ChangeTypes.TypeNames)
        .Concat(AnyItemInputs.TypeNames)
        .Concat(WhereMapBuilder.TypeNames)
        .Concat(ContentInputs.TypeNames)
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_inputsOfStockParts = Surface
        .StockTypeNames.SelectMany(part => new[] { part + "Input", part + "OrderByInput", part + "ContentInput" })
        .ToFrozenSet(StringComparer.Ordinal);

    private readonly ContentModel _model;
    private readonly ContentApiOptions _options;
    private readonly Descriptions _descriptions;
    private readonly InterfaceType _contentItem;
    private readonly FieldTypes _fields;
    private readonly PartTypes _parts;
    private readonly WhereMapBuilder _where;
    private readonly HashSet<string> _names = new(s_own, StringComparer.Ordinal);
    private readonly Dictionary<string, string> _partNames = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<ItemShape> _shapes = [];
    private readonly ComputedTypes _computed;

    public SchemaBuilder(ContentModel model, ComputationCatalog computations, ContentApiOptions options, Texts english)
    {
        _model = model;
        _options = options;
        _descriptions = new Descriptions(english);
        _contentItem = new InterfaceType(ContentItemType, EnvelopeFields.Envelope)
        {
            Description = "What every content item has.",
            ResolveTypes = static (objects, types) =>
            {
                for (var i = 0; i < objects.Length; i++)
                {
                    types[i] = ((ItemNode)objects[i]).Shape.ObjectType;
                }
            },
        };
        var anyItem = new AnyItemInputs(_shapes);
        _where = new WhereMapBuilder(anyItem);
        _fields = new FieldTypes(options, _contentItem, anyItem, _descriptions);
        _parts = new PartTypes(options, _contentItem, anyItem, _fields, _descriptions);
        _computed = new ComputedTypes(computations, options, _shapes, Take);
        foreach (var name in _fields.Names)
        {
            Take(name);
        }
    }

    public (GraphQLSchema Schema, IReadOnlyList<ItemShape> Shapes) Build()
    {
        var shown = _model
            .Types.Where(type => ApiNames.IsName(type.Name) && !type.Definition.Settings.Get<GraphQLContentTypeSettings>().Hidden)
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (Type: type, Name: Take(type.Name)))
            .ToList();
        foreach (var (type, name) in shown)
        {
            _shapes.Add(CreateShape(type, name));
        }

        var query = new ObjectType(
            QueryType,
            () =>
                [
                    .. new QueryFields(_options, _contentItem)
                        .Define(_shapes)
                        .Concat(_computed.Queries(_model))
                        .DistinctBy(field => field.Name),
                ]
        )
        {
            Description =
                "What can be asked: a list of each content type, with its pages and its counts, single items, changes, and the "
                + "modules' own questions.",
        };
        var schema = GraphQLSchema.Create(
            new SchemaDefinition
            {
                Query = query,
                Mutation = new MutationFields(_shapes, _descriptions).Define(),
                Types = [.. _shapes.Select(shape => shape.ObjectType)],
            }
        );
        return (schema, _shapes);
    }

    private ItemShape CreateShape(TypeModel type, string name)
    {
        var parts = Surface.PartsOf(type, PartTypeName);
        ItemShape? shape = null;
        return shape = new ItemShape(type, name)
        {
            ObjectType = new ObjectType(
                name,
                () => FieldsOf(shape ?? throw new InvalidOperationException(name), parts).DistinctBy(field => field.Name),
                () => [_contentItem]
            )
            {
                Description = _descriptions.Of(type.Definition),
            },
            Parts = parts,
            Where = _where.Where(type, name, parts),
            Order = _where.Order(type, name, parts),
            CountBy = CountTypes.FieldsOf(name, parts, _descriptions),
        };
    }

    /// <summary>Of two fields with one name the first stays: a later part is dropped, as on Orchard Core.</summary>
    private IEnumerable<FieldDefinition> FieldsOf(ItemShape shape, IReadOnlyList<SurfacedPart> parts) =>
        [
            .. EnvelopeFields.Envelope(),
            EnvelopeFields.Render(),
            .. parts.SelectMany(part => _parts.Define(shape.Type.Name, part)),
            .. ListsOf(shape.Type).Select(_parts.DefineContained),
            .. ReverseLinks.To(shape.Type, _shapes, _options),
            .. _computed.FieldsOf(shape),
        ];

    private IEnumerable<TypeModel> ListsOf(TypeModel type) =>
        _model
            .Types.Where(list =>
                list.Parts.Any(part =>
                    part.Definition.Settings.Get<ContentManagement.Definitions.ListPartSettings>()
                        .ContainedContentTypes.Contains(type.Name, StringComparer.OrdinalIgnoreCase)
                )
            )
            .OrderBy(list => list.Name, StringComparer.Ordinal);

    /// <summary>A part's own name, unless something else in the schema has it.</summary>
    private string PartTypeName(PartModel part)
    {
        var name = part.Definition.PartName;
        if (part.Kind is { } stock)
        {
            return stock.Name;
        }

        if (!_partNames.TryGetValue(name, out var known))
        {
            _partNames.Add(name, known = _names.Contains(name) || _model.FindType(name) is not null ? Take(name + "Part") : Take(name));
        }

        return known;
    }

    /// <summary>Takes a name, with those that are made of it; one that something else has gets a word more.</summary>
    private string Take(string name)
    {
        while (s_inputsOfStockParts.Contains(name) || Made(name).Any(_names.Contains))
        {
            name += "Content";
        }

        _names.UnionWith(Made(name));
        return name;
    }

    private static IEnumerable<string> Made(string name) =>
        [
            name,
            name + "Input",
            name + "WhereInput",
            name + "OrderByInput",
            name + "ContentInput",
            name + "CountBy",
            name + "Edge",
            name + "Connection",
        ];
}
