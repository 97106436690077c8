using VoldCms.ContentApi.Filters;
using VoldCms.ContentApi.Lists;
using VoldCms.ContentApi.Requests;
using VoldCms.ContentApi.Schema;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Queries;
using VoldCms.GraphQL.Execution;
using VoldCms.GraphQL.Types;

namespace VoldCms.ContentApi.Links;

/// <summary>The types of fields that name other items: pickers, terms, localization sets. One instance a schema.</summary>
internal sealed class PickerFieldTypes(ContentApiOptions options, InterfaceType contentItem, AnyItemInputs anyItem)
{
    private static readonly Func<ArgumentValues, string?> s_someItems = arguments => ItemCounts.SomeOf(ItemCounts.Any, arguments);

    public IEnumerable<FieldDefinition> PickerFields() =>
        [
            PagedField.Define(
                PickerField.ContentPicker.Kind,
                "contentItemIds",
                ScalarType.String,
                async (batch, cancellationToken) =>
                {
                    // An id says that something is there: only what the reader may see is named.
                    var seen = await ApiRequest.Of(batch).Links.FindAsync(IdsIn(batch, "ContentItemIds"), cancellationToken);
                    SetPages<string>(
                        batch,
                        node => [.. LenientJson.OnlyTexts(node.Json["ContentItemIds"]).Where(id => seen.Contains(new(id)))]
                    );
                }
            ),
            PagedField.Define(
                PickerField.ContentPicker.Kind,
                PickerField.ContentItems,
                contentItem,
                async (batch, cancellationToken) =>
                {
                    var items = ApiRequest.Of(batch).Items;
                    var state = CoreTypes.StatusOf(batch.Arguments);
                    await items.LoadAsync(state, cancellationToken);
                    var lists = Lists(
                        batch,
                        node => [.. PickerField.ContentPicker.ItemsOf(node.Json).SelectMany(id => items.Find(state, id))]
                    );
                    if (FilterArguments.Culture(batch.Arguments) is { } culture)
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
            PagedField.Define(
                PickerField.TaxonomyTerms.Kind,
                "termContentItemIds",
                ScalarType.String,
                Shown(LinkKind.Term, "TermContentItemIds")
            ),
            new("taxonomyContentItemId", ScalarType.String)
            {
                Description = StockTexts.Find("TaxonomyField.taxonomyContentItemId"),
                Resolver = ShownLink.Of((FieldObject field) => field.Json["TaxonomyContentItemId"]),
            },
            PagedField.Define(
                PickerField.TaxonomyTerms.Kind,
                PickerField.Terms,
                contentItem,
                async (batch, cancellationToken) =>
                {
                    var items = ApiRequest.Of(batch).Items;
                    await items.LoadAsync(VersionState.Published, cancellationToken);
                    await SetSelectedAsync(batch, Lists(batch, node => TermsOf(node, items)), cancellationToken);
                },
                [.. anyItem.Arguments]
            ),
            new(PickerField.Taxonomy, contentItem)
            {
                Description = StockTexts.Find("TaxonomyField.taxonomyContentItem"),
                Resolver = (batch, cancellationToken) =>
                    ApiRequest.Of(batch).Items.SetOneAsync(batch, (FieldObject node) => TaxonomyOf(node), cancellationToken),
            },
        ];

    public IEnumerable<FieldDefinition> LocalizationSetFields() =>
        [
            PagedField.Define(
                PickerField.LocalizationSets.Kind,
                "localizationSets",
                ScalarType.String,
                Shown(LinkKind.LocalizationSet, "LocalizationSets")
            ),
            PagedField.Define(
                PickerField.LocalizationSets.Kind,
                PickerField.ContentItems,
                contentItem,
                async (batch, cancellationToken) =>
                    await SetSelectedAsync(batch, await ListAnswersAsync(batch, cancellationToken), cancellationToken),
                s_someItems,
                [.. anyItem.Arguments, CoreTypes.StatusArgument, .. CoreTypes.Culture]
            ),
        ];

    /// <summary>
    /// The items that answer for each row's sets: in the language that is asked, else in the one that the row is asked in or is in.
    /// </summary>
    private static async ValueTask<IReadOnlyList<ItemNode>[]> ListAnswersAsync(FieldBatch batch, CancellationToken cancellationToken)
    {
        var request = ApiRequest.Of(batch);
        var state = CoreTypes.StatusOf(batch.Arguments);
        var types = request.Schema.Configuration.Model.Types.Where(type => type.IsLocalized).Select(type => type.Name).ToList();
        var asked = FilterArguments.Culture(batch.Arguments);
        var lists = new IReadOnlyList<ItemNode>[batch.Count];
        var rows = batch.Parents.ToArray().Select((parent, row) => (Row: row, Node: (FieldObject)parent!));
        foreach (var group in rows.GroupBy(entry => asked ?? LanguageOf(request, entry.Node.Owner)))
        {
            var sets = group.SelectMany(entry => SetsOf(entry.Node));
            var answers = await group.Key.FindAsync(request, sets, types, state, cancellationToken);
            foreach (var (row, node) in group)
            {
                lists[row] = [.. SetsOf(node).Select(set => answers.GetValueOrDefault(set)).OfType<ItemNode>()];
            }
        }

        return lists;
    }

    private static string? TaxonomyOf(FieldObject node) =>
        PickerField.TaxonomyTerms.ItemsOf(node.Json) is [var taxonomy, ..] ? taxonomy : null;

    private static IReadOnlyList<ItemNode> TermsOf(FieldObject node, ItemLoader items)
    {
        var terms = items.TermsOf(TaxonomyOf(node) ?? "");
        return
        [
            .. LenientJson.OnlyTexts(node.Json["TermContentItemIds"]).Select(id => terms.GetValueOrDefault(new(id))).OfType<ItemNode>(),
        ];
    }

    private static IReadOnlyList<string> SetsOf(FieldObject node) => LenientJson.OnlyTexts(node.Json["LocalizationSets"]);

    private static AskedCulture LanguageOf(ApiRequest request, ItemNode owner) =>
        new(
            owner.RequestedCulture ?? ContentItemParts.CultureOf(owner.Item) ?? request.Schema.Configuration.Settings.DefaultCulture,
            FollowsChain: true
        );

    /// <summary>A list of ids, as far as they name what the reader may see.</summary>
    private FieldResolver Shown(LinkKind kind, string key) =>
        async (batch, cancellationToken) =>
        {
            var shown = await ApiRequest.Of(batch).Links.FindShownAsync(kind, IdsIn(batch, key), cancellationToken);
            SetPages<string>(batch, node => [.. LenientJson.OnlyTexts(node.Json[key]).Where(id => shown.Contains(new(id)))]);
        };

    /// <summary>What the rows name under the key.</summary>
    private static ContentItemId[] IdsIn(FieldBatch batch, string key) =>
        [
            .. batch
                .Parents.ToArray()
                .SelectMany(parent => LenientJson.OnlyTexts(((FieldObject)parent!).Json[key]))
                .Select(id => new ContentItemId(id)),
        ];

    private static IReadOnlyList<ItemNode>[] Lists(FieldBatch batch, Func<FieldObject, IReadOnlyList<ItemNode>> read) =>
        [.. batch.Parents.ToArray().Select(parent => read((FieldObject)parent!))];

    private async ValueTask SetSelectedAsync(FieldBatch batch, IReadOnlyList<ItemNode>[] lists, CancellationToken cancellationToken)
    {
        var selection = await NestedSelection.OfAsync(batch, anyItem, row => lists[row], cancellationToken);
        var paging = Paging.Of(batch.Arguments, options);
        for (var row = 0; row < batch.Count; row++)
        {
            batch.Set(row, paging.Cut(selection.Apply(lists[row])));
        }
    }

    private void SetPages<T>(FieldBatch batch, Func<FieldObject, IReadOnlyList<T>> read)
    {
        var paging = Paging.Of(batch.Arguments, options);
        for (var row = 0; row < batch.Count; row++)
        {
            batch.Set(row, paging.Cut(read(batch.GetParent<FieldObject>(row))));
        }
    }
}
