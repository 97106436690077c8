using System.Text.Json.Nodes;
using VoldCms.ContentApi.Filters;
using VoldCms.ContentApi.Links;
using VoldCms.ContentApi.Lists;
using VoldCms.ContentApi.Requests;
using VoldCms.ContentApi.Schema;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Localization;
using VoldCms.ContentManagement.Queries;
using VoldCms.GraphQL.Execution;
using VoldCms.GraphQL.Types;

namespace VoldCms.ContentApi.Items;

/// <summary>The types of parts that are objects, and the fields of those that are not. One instance a schema.</summary>
internal sealed class PartTypes(
    ContentApiOptions options,
    InterfaceType contentItem,
    AnyItemInputs anyItem,
    FieldTypes fields,
    Descriptions descriptions
)
{
    private static readonly GroupedQuery s_children = new(
        $"{PartNames.Contained}.ListContentItemId",
        parent => ((PartObject)parent).Owner.Item.ContentItemId.Value,
        item => [item.FindPart(PartNames.Contained)?.FindText("ListContentItemId") ?? ""]
    );

    private static readonly GroupedQuery s_localizations = new(
        ContentPaths.LocalizationSet,
        parent => LenientJson.Text(((PartObject)parent).Json["LocalizationSet"]) is { Length: > 0 } set ? set : null,
        item => [ContentItemParts.LocalizationSetOf(item) ?? ""]
    );

    private readonly Dictionary<string, ObjectType> _types = new(StringComparer.OrdinalIgnoreCase);
    private ObjectType? _contained;

    /// <summary>The fields that a part gives its type: its own when collapsed, else one object.</summary>
    public IEnumerable<FieldDefinition> Define(string typeName, SurfacedPart part)
    {
        if (part.IsCollapsed)
        {
            return FieldsOf(part);
        }

        var partName = part.Model.Name;
        var isAlways = part.Model.Definition.PartName == "ListPart";
        return
        [
            new(part.FieldName, TypeOf(part))
            {
                Description = descriptions.Of(typeName, part.Model.Definition),
                Resolver = Resolve.Value(
                    (object parent) =>
                        Parents.OwnerOf(parent) is var owner && owner.Item.FindPart(partName) is { } json
                            ? new PartObject(owner, part.Model, json)
                        : isAlways ? new PartObject(owner, part.Model, [])
                        : null
                ),
            },
        ];
    }

    /// <summary>The field on a child that says where it lies in a list of that type.</summary>
    public FieldDefinition DefineContained(TypeModel list)
    {
        _contained ??= new ObjectType(PartNames.Contained, ContainedFields) { Description = StockTexts.Find(PartNames.Contained) };
        return new(ApiNames.Camel(list.Name), _contained)
        {
            Description = $"The {list.Name} that the item lies in.",
            Resolver = (batch, _) =>
            {
                var items = ApiRequest.Of(batch).Items;
                for (var row = 0; row < batch.Count; row++)
                {
                    if (
                        batch.GetParent<ItemNode>(row).Item.FindPart(PartNames.Contained) is { } json
                        && string.Equals(json.FindText("ListContentType"), list.Name, StringComparison.OrdinalIgnoreCase)
                    )
                    {
                        items.Expect(VersionState.Published, [json.FindText("ListContentItemId") ?? ""]);
                        batch.Set(row, new ContainedNode(json));
                    }
                }

                return default;
            },
        };
    }

    private ObjectType TypeOf(SurfacedPart part)
    {
        if (!_types.TryGetValue(part.TypeName, out var known))
        {
            known = new ObjectType(part.TypeName, () => FieldsOf(part).DistinctBy(field => field.Name))
            {
                Description = descriptions.OfPart(part.Model.Definition.PartName),
            };
            _types.Add(part.TypeName, known);
        }

        return known;
    }

    private IEnumerable<FieldDefinition> FieldsOf(SurfacedPart part) => Stock(part).Concat(part.Fields.Select(fields.Define));

    private IEnumerable<FieldDefinition> Stock(SurfacedPart part)
    {
        var partName = part.Model.Name;
        var kind = part.Model.Definition.PartName;
        return kind switch
        {
            PartNames.Autoroute => [Property("path", kind, partName, StoredKind.Text, "Path")],
            "MarkdownBodyPart" =>
            [
                Property("markdown", kind, partName, StoredKind.Text, "Markdown"),
                FieldDefinition.Of(
                    "html",
                    ScalarType.String,
                    StockTexts.Find("MarkdownBodyPart.html"),
                    (object parent) => MarkdownText.ToHtml(Parents.PartOf(parent, partName)?["Markdown"])
                ),
            ],
            PartNames.Localization =>
            [
                Property("culture", kind, partName, StoredKind.Text, "Culture"),
                Property("localizationSet", kind, partName, StoredKind.Text, "LocalizationSet"),
                Localizations(),
                FieldDefinition.Of(
                    "requestedCulture",
                    ScalarType.String,
                    "The language that the list was asked in; null when in none.",
                    (object parent) => Parents.OwnerOf(parent).RequestedCulture
                ),
                new("isOutdated", ScalarType.Boolean.NonNull())
                {
                    Description =
                        "Whether what it was translated from, the set's item in the site's default language, has been published "
                        + "since this was.",
                    Resolver = Outdated.ResolveAsync,
                },
                FieldDefinition.Of(
                    "isFallback",
                    ScalarType.Boolean.NonNull(),
                    "Whether the item answers for a language that is not its own; nb-NO and nb are one language.",
                    (object parent) =>
                        Parents.OwnerOf(parent) is { RequestedCulture: { } asked } owner
                        && !Cultures.NamesOf(asked).Contains(ContentItemParts.CultureOf(owner.Item), StringComparer.OrdinalIgnoreCase)
                ),
            ],
            "ListPart" => [Children()],
            PartNames.Taxonomy =>
            [
                Property("termContentType", kind, partName, StoredKind.Text, "TermContentType"),
                Contained("contentItems", kind, partName, "Terms"),
            ],
            "FlowPart" => [Contained("widgets", kind, partName, "Widgets")],
            "MenuItemsListPart" => [Contained("menuItems", kind, partName, "MenuItems")],
            PartNames.Bag => [Contained("contentItems", kind, partName, "ContentItems")],
            _ => (part.Model.Kind?.Properties ?? [])
                .Where(property => property.Kind is not (StoredKind.Any or StoredKind.ContentItems))
                .Select(property => Property(ApiNames.Camel(property.Name), kind, partName, property.Kind, property.Name)),
        };
    }

    private static FieldDefinition Property(string name, string partKind, string partName, StoredKind kind, string key) =>
        StoredLeaf.Define(
            name,
            kind,
            (object parent) => Parents.PartOf(parent, partName)?[key],
            description: StockTexts.Find($"{partKind}.{name}")
        );

    /// <summary>Items that lie in the parent's own JSON: nothing is read for them.</summary>
    private FieldDefinition Contained(string name, string partKind, string partName, string key) =>
        new(name, contentItem.List())
        {
            Description = StockTexts.Find($"{partKind}.{name}"),
            Arguments = [.. CoreTypes.Paging, .. anyItem.Arguments],
            ItemCostWeight = Costs.NamedItem,
            PageSize = Paging.SizeOf,
            Resolver = async (batch, cancellationToken) =>
            {
                var request = ApiRequest.Of(batch);
                var paging = Paging.Of(batch.Arguments, options);
                var lists = batch
                    .Parents.ToArray()
                    .Select(parent =>
                        request.ToNodes(
                            ((Parents.PartOf(parent!, partName)?[key] as JsonArray)?.OfType<JsonObject>() ?? [])
                                .Select(ContentItemJson.ReadContained)
                                .OfType<ContentItem>()
                        )
                    )
                    .ToArray();
                var selection = await NestedSelection.OfAsync(batch, anyItem, row => lists[row], cancellationToken);
                for (var row = 0; row < batch.Count; row++)
                {
                    batch.Set(row, paging.Cut(selection.Apply(lists[row])));
                }
            },
        };

    private FieldDefinition Children() =>
        new("contentItems", contentItem.List())
        {
            Description = StockTexts.Find("ListPart.contentItems"),
            Arguments =
            [
                new("first", ScalarType.Int, "10") { Description = "How many at most." },
                new("skip", ScalarType.Int, "0") { Description = "How many to pass over." },
                .. anyItem.Arguments,
            ],
            CostWeight = Costs.Query,
            ItemCostWeight = Costs.Item,
            PageSize = Paging.SizeOf,
            SomeOf = _ => ItemCounts.Any,
            Resolver = (batch, cancellationToken) =>
            {
                var order = FilterArguments.OrderBy(anyItem.Order, batch.Arguments);
                var query = new ContentQuery
                {
                    Filter = FilterArguments.Where(anyItem.Where, batch.Arguments, options),
                    Order = order.IsEmpty ? [new($"{PartNames.Contained}.Order")] : order,
                };
                return s_children.ResolveAsync(batch, query, Paging.Of(batch.Arguments, options), cancellationToken);
            },
        };

    private FieldDefinition Localizations() =>
        new("localizations", contentItem.List())
        {
            Description = "The item in each language that it is published in, itself among them.",
            Arguments = [new("culture", ScalarType.String) { Description = "Only this language." }],
            CostWeight = Costs.Query,
            ItemCostWeight = Costs.Item,
            Resolver = (batch, cancellationToken) =>
            {
                var query = new ContentQuery().OrderBy(ContentPaths.Culture);
                var culture = batch.Arguments.Get<string>("culture");
                return s_localizations.ResolveAsync(
                    batch,
                    culture is null ? query : query.Where(Refusal.Translate(() => AskedCulture.Filter(culture))),
                    new Paging(options.MaxNumberOfResults, null, 0),
                    cancellationToken
                );
            },
        };

    private IEnumerable<FieldDefinition> ContainedFields() =>
        [
            new("listContentItemId", ScalarType.String)
            {
                Description = StockTexts.Find("ContainedPart.listContentItemId"),
                Resolver = ShownLink.Of((ContainedNode node) => node.Json["ListContentItemId"]),
            },
            new("listContentItem", contentItem)
            {
                Description = StockTexts.Find("ContainedPart.listContentItem"),
                Resolver = (batch, cancellationToken) =>
                    ApiRequest
                        .Of(batch)
                        .Items.SetOneAsync(batch, (ContainedNode node) => node.Json.FindText("ListContentItemId"), cancellationToken),
            },
            StoredLeaf.Define(
                "listContentType",
                StoredKind.Text,
                (ContainedNode node) => node.Json["ListContentType"],
                description: StockTexts.Find("ContainedPart.listContentType")
            ),
            FieldDefinition.Of(
                "order",
                ScalarType.Int.NonNull(),
                StockTexts.Find("ContainedPart.order"),
                (ContainedNode node) => (int)Math.Clamp(LenientJson.Number(node.Json["Order"]) ?? 0, int.MinValue, int.MaxValue)
            ),
        ];
}

/// <summary>That a child lies in a list of a certain type.</summary>
internal sealed record ContainedNode(JsonObject Json);
