using VoldCms.ContentApi.Filters;
using VoldCms.ContentApi.Lists;
using VoldCms.ContentApi.Requests;
using VoldCms.ContentApi.Schema;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Queries;
using VoldCms.GraphQL.Execution;
using VoldCms.GraphQL.Types;

namespace VoldCms.ContentApi.Links;

/// <summary>The types of fields that name other items: pickers, terms, localization sets. One instance a schema.</summary>
internal sealed class LinkFieldTypes(ContentApiOptions options, InterfaceType contentItem, AnyItemInputs anyItem)
{
    private static readonly Func<ArgumentValues, string?> s_someItems = arguments => ItemCounts.SomeOf(ItemCounts.Any, arguments);

    /// <summary>Which versions of what is named are asked for.</summary>
    public static VersionState Status(ArgumentValues arguments) =>
        arguments.TryGet("status", out var status) && status is VersionState state ? state : VersionState.Published;

    public IEnumerable<FieldDefinition> PickerFields() =>
        [
            PagedField.Define(
                "ContentPickerField",
                "contentItemIds",
                ScalarType.String,
                async (batch, cancellationToken) =>
                {
                    // An id says that something is there: only what the reader may see is named.
                    var seen = await ApiRequest
                        .Of(batch)
                        .Links.FindAsync(
                            [
                                .. batch
                                    .Parents.ToArray()
                                    .SelectMany(parent => StoredValues.Ids(((FieldNode)parent!).Json["ContentItemIds"]))
                                    .Select(id => new ContentItemId(id)),
                            ],
                            cancellationToken
                        );
                    SetPages<string>(batch, node => [.. StoredValues.Ids(node.Json["ContentItemIds"]).Where(id => seen.Contains(new(id)))]);
                }
            ),
            PagedField.Define(
                "ContentPickerField",
                "contentItems",
                contentItem,
                async (batch, cancellationToken) =>
                {
                    var items = ApiRequest.Of(batch).Items;
                    var state = Status(batch.Arguments);
                    await items.LoadAsync(state, cancellationToken);
                    var lists = Lists(
                        batch,
                        node => [.. StoredValues.Ids(node.Json["ContentItemIds"]).SelectMany(id => items.Find(state, id))]
                    );
                    if (AskedCulture.Of(batch.Arguments) is { } culture)
                    {
                        lists = await culture.AnswerAsync(ApiRequest.Of(batch), lists, state, cancellationToken);
                    }

                    await SetSelectedAsync(batch, lists, cancellationToken);
                },
                s_someItems,
                [.. anyItem.Arguments, CoreTypes.StatusArgument, .. CoreTypes.Culture]
            ),
        ];

    public IEnumerable<FieldDefinition> TaxonomyFields() =>
        [
            PagedField.Define("TaxonomyField", "termContentItemIds", ScalarType.String, Shown(LinkKind.Term, "TermContentItemIds")),
            new("taxonomyContentItemId", ScalarType.String)
            {
                Description = StockTexts.Find("TaxonomyField.taxonomyContentItemId"),
                Resolver = ShownLink.Of((FieldNode field) => field.Json["TaxonomyContentItemId"]),
            },
            PagedField.Define(
                "TaxonomyField",
                "termContentItems",
                contentItem,
                async (batch, cancellationToken) =>
                {
                    var items = ApiRequest.Of(batch).Items;
                    await items.LoadAsync(VersionState.Published, cancellationToken);
                    var lists = Lists(
                        batch,
                        node =>
                        {
                            var terms = items.TermsOf(StoredValues.Text(node.Json["TaxonomyContentItemId"]) ?? "");
                            return
                            [
                                .. StoredValues
                                    .Ids(node.Json["TermContentItemIds"])
                                    .Select(id => terms.GetValueOrDefault(new(id)))
                                    .OfType<ItemNode>(),
                            ];
                        }
                    );
                    await SetSelectedAsync(batch, lists, cancellationToken);
                },
                [.. anyItem.Arguments]
            ),
            new("taxonomyContentItem", contentItem)
            {
                Description = StockTexts.Find("TaxonomyField.taxonomyContentItem"),
                Resolver = async (batch, cancellationToken) =>
                {
                    var items = ApiRequest.Of(batch).Items;
                    await items.LoadAsync(VersionState.Published, cancellationToken);
                    for (var row = 0; row < batch.Count; row++)
                    {
                        var id = StoredValues.Text(batch.GetParent<FieldNode>(row).Json["TaxonomyContentItemId"]) ?? "";
                        batch.Set(row, items.Find(VersionState.Published, id).FirstOrDefault());
                    }
                },
            },
        ];

    public IEnumerable<FieldDefinition> LocalizationSetFields() =>
        [
            PagedField.Define(
                "LocalizationSetContentPickerField",
                "localizationSets",
                ScalarType.String,
                Shown(LinkKind.LocalizationSet, "LocalizationSets")
            ),
            PagedField.Define(
                "LocalizationSetContentPickerField",
                "contentItems",
                contentItem,
                async (batch, cancellationToken) =>
                {
                    var lists = new IReadOnlyList<ItemNode>[batch.Count];
                    var request = ApiRequest.Of(batch);
                    var state = Status(batch.Arguments);
                    var types = request.Schema.Configuration.Model.Types.Where(type => type.IsLocalized).Select(type => type.Name).ToList();
                    var rows = batch.Parents.ToArray().Select((parent, row) => (Row: row, Node: (FieldNode)parent!));
                    // Without a language, each page names its sets in the language that it was asked in, or is in.
                    foreach (
                        var group in rows.GroupBy(entry =>
                            AskedCulture.Of(batch.Arguments) ?? new AskedCulture(LanguageOf(request, entry.Node.Owner), FollowsChain: true)
                        )
                    )
                    {
                        var answers = await group.Key.FindAsync(
                            request,
                            group.SelectMany(entry => SetsOf(entry.Node)),
                            types,
                            state,
                            cancellationToken
                        );
                        foreach (var (row, node) in group)
                        {
                            lists[row] = [.. SetsOf(node).Select(set => answers.GetValueOrDefault(set)).OfType<ItemNode>()];
                        }
                    }

                    await SetSelectedAsync(batch, lists, cancellationToken);
                },
                s_someItems,
                [.. anyItem.Arguments, CoreTypes.StatusArgument, .. CoreTypes.Culture]
            ),
        ];

    private static IReadOnlyList<string> SetsOf(FieldNode node) => StoredValues.Ids(node.Json["LocalizationSets"]);

    private static string LanguageOf(ApiRequest request, ItemNode owner) =>
        owner.RequestedCulture ?? ContentItemParts.CultureOf(owner.Item) ?? request.Schema.Configuration.Settings.DefaultCulture;

    /// <summary>A list of ids, as far as they name what the reader may see.</summary>
    private FieldResolver Shown(LinkKind kind, string key) =>
        async (batch, cancellationToken) =>
        {
            var shown = await ApiRequest
                .Of(batch)
                .Links.FindShownAsync(
                    kind,
                    [
                        .. batch
                            .Parents.ToArray()
                            .SelectMany(parent => StoredValues.Ids(((FieldNode)parent!).Json[key]))
                            .Select(id => new ContentItemId(id)),
                    ],
                    cancellationToken
                );
            SetPages<string>(batch, node => [.. StoredValues.Ids(node.Json[key]).Where(id => shown.Contains(new(id)))]);
        };

    private static IReadOnlyList<ItemNode>[] Lists(FieldBatch batch, Func<FieldNode, IReadOnlyList<ItemNode>> read) =>
        [.. batch.Parents.ToArray().Select(parent => read((FieldNode)parent!))];

    private async ValueTask SetSelectedAsync(FieldBatch batch, IReadOnlyList<ItemNode>[] lists, CancellationToken cancellationToken)
    {
        var selection = await NestedSelection.OfAsync(batch, anyItem, row => lists[row], cancellationToken);
        var paging = Paging.Of(batch.Arguments, options);
        for (var row = 0; row < batch.Count; row++)
        {
            batch.Set(row, paging.Cut(selection.Apply(lists[row])));
        }
    }

    private void SetPages<T>(FieldBatch batch, Func<FieldNode, IReadOnlyList<T>> read)
    {
        var paging = Paging.Of(batch.Arguments, options);
        for (var row = 0; row < batch.Count; row++)
        {
            batch.Set(row, paging.Cut(read(batch.GetParent<FieldNode>(row))));
        }
    }
}
