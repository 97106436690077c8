using System.Text.Json.Nodes;
using VoldCms.ContentApi.Resolving;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Queries;
using VoldCms.GraphQL.Errors;
using VoldCms.GraphQL.Execution;
using VoldCms.GraphQL.Types;

namespace VoldCms.ContentApi.Schemas;

/// <summary>The types of fields that are objects (contract 5.4), and how fields are read. One instance a schema.</summary>
internal sealed class FieldTypes
{
    private readonly Dictionary<string, ObjectType> _types = new(StringComparer.Ordinal);
    private readonly ContentApiOptions _options;
    private readonly InterfaceType _contentItem;
    private readonly AnyItemInputs _anyItem;

    public FieldTypes(ContentApiOptions options, InterfaceType contentItem, AnyItemInputs anyItem)
    {
        _options = options;
        _contentItem = contentItem;
        _anyItem = anyItem;
        var mediaFile = MediaTypes.File();
        Add("HtmlField", () => [Stored("html", StoredKind.Text, "Html")]);
        Add("MarkdownField", () => [Stored("markdown", StoredKind.Text, "Markdown"), new("html", ScalarType.String) { Resolver = Resolve.Value((FieldNode field) => MarkdownText.ToHtml(field.Json["Markdown"])) }]);
        Add("LinkField", () => [Stored("url", StoredKind.Text, "Url"), Stored("text", StoredKind.Text, "Text"), Stored("target", StoredKind.Text, "Target")]);
        Add("GeoPointField", () => [Stored("latitude", StoredKind.Number, "Latitude"), Stored("longitude", StoredKind.Number, "Longitude")]);
        Add("YoutubeField", () => [Stored("rawAddress", StoredKind.Text, "RawAddress"), Stored("embeddedAddress", StoredKind.Text, "EmbeddedAddress")]);
        Add("MediaField", () => MediaTypes.FieldsOf(mediaFile, Pages));
        Add("ContentPickerField", PickerFields);
        Add("TaxonomyField", TaxonomyFields);
        Add("UserPickerField", UserFields);
        Add("LocalizationSetContentPickerField", LocalizationSetFields);
    }

    /// <summary>Whether a field of the kind is a plain value: text, number, truth or time.</summary>
    public static bool IsPlain(FieldKind kind) => kind.Name is "TextField" or "MultiTextField" or "BooleanField" or "NumericField" or "DateField" or "DateTimeField" or "TimeField";

    /// <summary>The types by their names.</summary>
    public IEnumerable<string> Names => _types.Keys;

    /// <summary>The field as the schema shows it on its part, or on the type when the part is collapsed.</summary>
    public FieldDefinition Define(SurfacedField field)
    {
        var partName = field.Model.Part.Name;
        var name = field.Model.Name;
        var description = Descriptions.Of(field.Model.Definition);
        if (IsPlain(field.Kind))
        {
            var main = field.Kind.Main;
            return StoredLeaf.Define(field.FieldName, main.Kind, (object parent) => (Parents.PartOf(parent, partName)?[name] as JsonObject)?[main.Name], description);
        }

        return new(field.FieldName, _types[field.Kind.Name]) { Description = description, Resolver = ObjectOf(partName, name, field.Kind, _types[field.Kind.Name]) };
    }

    private void Add(string name, Func<IEnumerable<FieldDefinition>> fields) => _types.Add(name, new ObjectType(name, fields));

    private static FieldDefinition Stored(string name, StoredKind kind, string key) => StoredLeaf.Define(name, kind, (FieldNode field) => field.Json[key]);

    /// <summary>An argument for a list cut to a page, which costs as much as the page may hold.</summary>
    private FieldDefinition Pages(string name, GraphQLType type, FieldResolver resolver, params ReadOnlySpan<InputValueDefinition> more) => new(name, type.List())
    {
        Arguments = [.. CoreTypes.Paging, .. more],
        PageSize = Paging.SizeOf,
        Resolver = resolver,
    };

    /// <summary>The field's object; and what its items are known by, so that the whole next level is read at once.</summary>
    private static FieldResolver ObjectOf(string partName, string name, FieldKind kind, ObjectType type) => (batch, _) =>
    {
        var states = ExpectedStates(batch, kind, type);
        var items = states.Count > 0 ? ApiRequest.Of(batch).Items : null;
        for (var row = 0; row < batch.Count; row++)
        {
            var parent = batch.GetParent<object>(row);
            if (Parents.PartOf(parent, partName)?[name] is not JsonObject json)
            {
                continue;
            }

            batch.Set(row, new FieldNode(Parents.OwnerOf(parent), json));
            foreach (var state in states)
            {
                items?.Expect(state, kind.Name == "TaxonomyField"
                    ? StoredValues.Text(json["TaxonomyContentItemId"]) is { } taxonomy ? [taxonomy] : []
                    : StoredValues.Ids(json["ContentItemIds"]));
            }
        }

        return default;
    };

    private static List<VersionState> ExpectedStates(FieldBatch batch, FieldKind kind, ObjectType type)
    {
        var states = new List<VersionState>();
        foreach (var asked in kind.Name is "ContentPickerField" or "TaxonomyField" ? batch.Projection.FieldsOf(type) : [])
        {
            if (asked.Definition.Name is "contentItems" or "termContentItems" or "taxonomyContentItem" && FindStatus(asked) is { } state && !states.Contains(state))
            {
                states.Add(state);
            }
        }

        return states;
    }

    private static VersionState? FindStatus(ProjectedField field)
    {
        try
        {
            return Status(field.GetArguments());
        }
        catch (GraphQLException)
        {
            // The field will say so itself when its turn comes.
            return null;
        }
    }

    private static VersionState Status(ArgumentValues arguments) =>
        arguments.TryGet("status", out var status) && status is VersionState state ? state : VersionState.Published;

    private IEnumerable<FieldDefinition> PickerFields() =>
    [
        Pages("contentItemIds", ScalarType.String, Cut(node => StoredValues.Ids(node.Json["ContentItemIds"]))),
        Pages(
            "contentItems",
            _contentItem,
            async (batch, cancellationToken) =>
            {
                var items = ApiRequest.Of(batch).Items;
                var state = Status(batch.Arguments);
                await items.LoadAsync(state, cancellationToken);
                await SetSelectedAsync(batch, node => [.. StoredValues.Ids(node.Json["ContentItemIds"]).SelectMany(id => items.Find(state, id))], cancellationToken);
            },
            [.. _anyItem.Arguments, CoreTypes.StatusArgument]),
    ];

    private IEnumerable<FieldDefinition> TaxonomyFields() =>
    [
        Pages("termContentItemIds", ScalarType.String, Cut(node => StoredValues.Ids(node.Json["TermContentItemIds"]))),
        Stored("taxonomyContentItemId", StoredKind.Text, "TaxonomyContentItemId"),
        Pages(
            "termContentItems",
            _contentItem,
            async (batch, cancellationToken) =>
            {
                var items = ApiRequest.Of(batch).Items;
                await items.LoadAsync(VersionState.Published, cancellationToken);
                await SetSelectedAsync(
                    batch,
                    node =>
                    {
                        var terms = items.TermsOf(StoredValues.Text(node.Json["TaxonomyContentItemId"]) ?? "");
                        return [.. StoredValues.Ids(node.Json["TermContentItemIds"]).Select(id => terms.GetValueOrDefault(new(id))).OfType<ItemNode>()];
                    },
                    cancellationToken);
            },
            [.. _anyItem.Arguments]),
        new("taxonomyContentItem", _contentItem)
        {
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

    private static IEnumerable<FieldDefinition> UserFields()
    {
        var user = new ObjectType("UserPickerUser", () => [new("userName", ScalarType.String) { Resolver = Resolve.Value((UserNode named) => named.Name) }]);
        yield return Stored("userIds", StoredKind.TextList, "UserIds");
        yield return new("users", user.List())
        {
            Resolver = (batch, _) =>
            {
                var mayView = ApiRequest.Of(batch).Allows(ContentApiPermissions.ViewUsers);
                for (var row = 0; row < batch.Count; row++)
                {
                    if (mayView)
                    {
                        batch.Set(row, StoredValues.Ids(batch.GetParent<FieldNode>(row).Json["UserNames"]).Select(name => new UserNode(null, name)).ToArray());
                    }
                    else
                    {
                        batch.SetError(row, $"Users' names need the permission {ContentApiPermissions.ViewUsers.Name}.");
                    }
                }

                return default;
            },
        };
    }

    private IEnumerable<FieldDefinition> LocalizationSetFields() =>
    [
        Pages("localizationSets", ScalarType.String, Cut(node => StoredValues.Ids(node.Json["LocalizationSets"]))),
    ];

    private FieldResolver Cut(Func<FieldNode, IReadOnlyList<string>> read) => (batch, _) =>
    {
        SetPages(batch, read);
        return default;
    };

    private async ValueTask SetSelectedAsync(FieldBatch batch, Func<FieldNode, IReadOnlyList<ItemNode>> read, CancellationToken cancellationToken)
    {
        var selection = await NestedSelection.OfAsync(batch, _anyItem, row => read(batch.GetParent<FieldNode>(row)), cancellationToken);
        SetPages(batch, node => selection.Apply(read(node)));
    }

    private void SetPages<T>(FieldBatch batch, Func<FieldNode, IReadOnlyList<T>> read)
    {
        var paging = Paging.Of(batch.Arguments, _options);
        for (var row = 0; row < batch.Count; row++)
        {
            batch.Set(row, paging.Cut(read(batch.GetParent<FieldNode>(row))));
        }
    }
}
